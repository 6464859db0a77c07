#include "app/desktop/controls/training_controls.h"

#include <QFormLayout>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <limits>
#include <type_traits>

#include "app/desktop/controls/wheel_guard.h"

namespace luce::desktop {

namespace {

constexpr int kFirst = 700;
constexpr int kWidest = 16384;

QSpinBox* whole(int low, int high) {
  auto* box = new QSpinBox;
  box->setRange(low, high);
  box->setKeyboardTracking(false);
  return box;
}

QDoubleSpinBox* small(double low, double high) {
  auto* box = new QDoubleSpinBox;
  box->setDecimals(6);
  box->setRange(low, high);
  box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  box->setKeyboardTracking(false);
  return box;
}

QString textOf(const std::vector<int>& widths) {
  QStringList parts;
  for (const int width : widths) parts.append(QString::number(width));
  return parts.join(", ");
}

/// "64, 32"; empty = linear.
std::vector<int> widthsOf(const QString& text) {
  std::vector<int> widths;
  for (const QString& part : text.split(',', Qt::SkipEmptyParts)) {
    const int width = part.trimmed().toInt();
    if (width >= 1 && width <= kWidest) widths.push_back(width);
  }
  return widths;
}

}  // namespace

TrainingControls::TrainingControls(QWidget* parent)
    : ControlGroup(tr("Training"), parent),
      hidden_(new QLineEdit),
      embedding_(whole(0, 1024)),
      supervisedEpochs_(whole(0, 1'000'000)),
      alignmentEpochs_(whole(0, 1'000'000)),
      batch_(whole(1, 1 << 24)),
      learningRate_(small(1e-6, 1e3)),
      alignmentLearningRate_(small(1e-6, 1e3)),
      weightDecay_(small(0, 1e3)),
      seed_(whole(0, std::numeric_limits<int>::max())),
      device_(new QComboBox),
      precision_(new QComboBox),
      keepBest_(new QCheckBox(tr("Keep the best held-out weights"))),
      trail_(new QCheckBox(tr("Keep a trail for replay"))) {
  hidden_->setPlaceholderText(tr("none: linear"));
  hidden_->setValidator(new QRegularExpressionValidator(
      QRegularExpression("\\s*|\\s*\\d{1,5}\\s*(,\\s*\\d{1,5}\\s*)*"), hidden_));
  hidden_->setToolTip(tr("Widths of the hidden layers, as in 64, 32. Empty: a linear estimator."));
  embedding_->setToolTip(tr("Numbers a category; 0: categories are not used."));
  batch_->setToolTip(tr("Slates a step."));
  supervisedEpochs_->setWhatsThis(tr(
      "How often all training slates are learned from before alignment, by their actions alone."));
  alignmentEpochs_->setWhatsThis(
      tr("How often all training slates are learned from with the reward; 0: supervised only."));
  learningRate_->setWhatsThis(tr("Size of Adam's steps in the supervised epochs."));
  alignmentLearningRate_->setWhatsThis(
      tr("Size of Adam's steps in alignment; smaller ones keep nearer to the reference policy."));
  weightDecay_->setWhatsThis(
      tr("How much weights shrink at each step; holds an estimator simple."));
  seed_->setWhatsThis(tr("The same seed gives the same run on the same device and threads."));
  device_->setWhatsThis(tr("auto: the first CUDA device, or the processor."));
  for (const char* const id : {"auto", "cpu", "cuda"}) device_->addItem(id, id);
  device_->setObjectName("device");
  // A long name of a GPU must not widen the panel.
  device_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  device_->setMinimumContentsLength(8);
  precision_->setObjectName("precision");
  precision_->addItem(tr("float32"), static_cast<int>(Precision::Float32));
  precision_->addItem(tr("bfloat16, mixed"), static_cast<int>(Precision::BFloat16));
  precision_->setWhatsThis(tr(
      "What the layers multiply in while they are trained. bfloat16 halves the memory of a batch "
      "and is quicker on GPUs and processors that multiply it in hardware, elsewhere slower; "
      "weights, loss and optimiser stay float32."));
  keepBest_->setToolTip(
      tr("A run ends on the weights with the best held-out estimate, not on its last ones."));
  trail_->setToolTip(
      tr("Up to 40 checkpoints along the way, by which the run can be replayed; at most 64 MB."));
  trail_->setWhatsThis(trail_->toolTip());
  supervisedEpochs_->setObjectName("supervised_epochs");
  alignmentEpochs_->setObjectName("alignment_epochs");
  keepBest_->setObjectName("keep_best");
  seed_->setObjectName("seed");
  auto* form = new QFormLayout(this);
  form->addRow(tr("Hidden layers"), hidden_);
  form->addRow(tr("Embedding"), embedding_);
  form->addRow(tr("Supervised epochs"), supervisedEpochs_);
  form->addRow(tr("Alignment epochs"), alignmentEpochs_);
  form->addRow(tr("Batch"), batch_);
  form->addRow(tr("Learning rate"), learningRate_);
  form->addRow(tr("… in alignment"), alignmentLearningRate_);
  form->addRow(tr("Weight decay"), weightDecay_);
  form->addRow(tr("Seed"), seed_);
  form->addRow(tr("Device"), device_);
  form->addRow(tr("Precision"), precision_);
  form->addRow(keepBest_);
  form->addRow(trail_);

  int number = kFirst;
  connect(hidden_, &QLineEdit::editingFinished, this, [this, number] {
    const std::vector<int> widths = widthsOf(hidden_->text());
    if (widths == hiddenWidths_) return;
    hiddenWidths_ = widths;
    Q_EMIT edited(tr("hidden layers"), number);
  });
  guardFromWheel(*device_);
  const auto announce = [this, &number](auto* box, const QString& title) {
    guardFromWheel(*box);
    ++number;
    connect(box, &std::remove_pointer_t<decltype(box)>::valueChanged, this,
            [this, title, number] { Q_EMIT edited(title, number); });
  };
  announce(embedding_, tr("embedding"));
  announce(supervisedEpochs_, tr("supervised epochs"));
  announce(alignmentEpochs_, tr("alignment epochs"));
  announce(batch_, tr("batch"));
  announce(seed_, tr("seed"));
  announce(learningRate_, tr("learning rate"));
  announce(alignmentLearningRate_, tr("learning rate in alignment"));
  announce(weightDecay_, tr("weight decay"));
  ++number;
  connect(device_, &QComboBox::currentIndexChanged, this,
          [this, number] { Q_EMIT edited(tr("device"), number); });
  guardFromWheel(*precision_);
  ++number;
  connect(precision_, &QComboBox::currentIndexChanged, this,
          [this, number] { Q_EMIT edited(tr("precision"), number); });
  ++number;
  connect(keepBest_, &QCheckBox::toggled, this,
          [this, number] { Q_EMIT edited(tr("keeping the best weights"), number); });
  ++number;
  connect(trail_, &QCheckBox::toggled, this,
          [this, number] { Q_EMIT edited(tr("keeping a trail"), number); });
}

void TrainingControls::showExperiment(const Experiment& experiment,
                                      const std::vector<std::string>&) {
  const QSignalBlocker quiet(this);
  hiddenWidths_ = experiment.estimator.hidden;
  hidden_->setText(textOf(hiddenWidths_));
  embedding_->setValue(experiment.estimator.embeddingDimension);
  supervisedEpochs_->setValue(experiment.schedule.supervisedEpochs);
  alignmentEpochs_->setValue(experiment.schedule.alignmentEpochs);
  batch_->setValue(experiment.schedule.slatesPerBatch);
  learningRate_->setValue(experiment.optimiser.learningRate);
  alignmentLearningRate_->setValue(experiment.optimiser.alignmentLearningRate);
  weightDecay_->setValue(experiment.optimiser.weightDecay);
  seed_->setValue(static_cast<int>(experiment.seed));
  const QString device = QString::fromStdString(experiment.device);
  if (device_->findData(device) < 0) device_->addItem(device, device);
  device_->setCurrentIndex(device_->findData(device));
  precision_->setCurrentIndex(precision_->findData(static_cast<int>(experiment.precision)));
  keepBest_->setChecked(experiment.schedule.keepBest);
  trail_->setChecked(experiment.schedule.trail);
}

void TrainingControls::setDevices(const std::vector<DeviceDescription>& devices) {
  const QSignalBlocker quiet(device_);
  const QString chosen = device_->currentData().toString();
  device_->clear();
  device_->addItem("auto", "auto");
  for (const DeviceDescription& device : devices) {
    const QString id = QString::fromStdString(device.id);
    QString text = id + " · " + QString::fromStdString(device.title);
    if (device.memory > 0) {
      text += " · " + tr("%1 GB").arg(static_cast<double>(device.memory) / 1e9, 0, 'f', 1);
    }
    device_->addItem(text, id);
    device_->setItemData(device_->count() - 1, text, Qt::ToolTipRole);
  }
  if (device_->findData(chosen) < 0) device_->addItem(chosen, chosen);
  device_->setCurrentIndex(device_->findData(chosen));
}

void TrainingControls::writeTo(Experiment& experiment) const {
  experiment.estimator.hidden = hiddenWidths_;
  experiment.estimator.embeddingDimension = embedding_->value();
  experiment.schedule.supervisedEpochs = supervisedEpochs_->value();
  experiment.schedule.alignmentEpochs = alignmentEpochs_->value();
  experiment.schedule.slatesPerBatch = batch_->value();
  experiment.optimiser.learningRate = learningRate_->value();
  experiment.optimiser.alignmentLearningRate = alignmentLearningRate_->value();
  experiment.optimiser.weightDecay = weightDecay_->value();
  experiment.seed = static_cast<std::uint64_t>(seed_->value());
  experiment.device = device_->currentData().toString().toStdString();
  experiment.precision = static_cast<Precision>(precision_->currentData().toInt());
  experiment.schedule.keepBest = keepBest_->isChecked();
  experiment.schedule.trail = trail_->isChecked();
}

}  // namespace luce::desktop
