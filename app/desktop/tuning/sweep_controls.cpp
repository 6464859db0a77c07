#include "app/desktop/tuning/sweep_controls.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>

#include "app/desktop/core_words.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

constexpr double kLargestWeight = 1e6;
constexpr double kSmallestTemperature = 1e-4;
constexpr double kLargestTemperature = 1e4;
/// As many as a chart can show and move about in without delay.
constexpr int kMostPoints = 2000;
constexpr int kUsualPoints = 200;

}  // namespace

SweepControls::SweepControls(QWidget* parent)
    : QWidget(parent),
      kind_(new QComboBox),
      points_(new QSpinBox),
      seed_(new QSpinBox),
      seedLabel_(new QLabel(tr("S&eed"))),
      ranges_(new QVBoxLayout),
      temperature_(new RangeRow(tr("Temperature τ"), kSmallestTemperature, kLargestTemperature)),
      standard_(new QPushButton(tr("Ranges around the &sliders"))),
      run_(new QPushButton(tr("&Run"))),
      cancel_(new QPushButton(tr("&Cancel"))),
      progress_(new QProgressBar),
      message_(new QLabel) {
  kind_->addItem(tr("Sobol"), static_cast<int>(SweepKind::Sobol));
  kind_->addItem(tr("Grid"), static_cast<int>(SweepKind::Grid));
  kind_->addItem(tr("Random"), static_cast<int>(SweepKind::Random));
  kind_->setToolTip(
      tr("Sobol: spread evenly, also in every pair of ranges.\nGrid: every "
         "combination of evenly spaced values.\nRandom: drawn independently."));
  kind_->setAccessibleName(tr("Kind of sweep"));
  points_->setRange(1, kMostPoints);
  points_->setValue(kUsualPoints);
  points_->setAccessibleName(tr("Settings to try"));
  points_->setToolTip(tr("How many settings are tried; of a grid, at most"));
  seed_->setRange(0, 1'000'000);
  seed_->setValue(1);
  seed_->setAccessibleName(tr("Seed of random settings"));
  seed_->setWhatsThis(tr("The same seed draws the same settings."));
  run_->setObjectName("sweep_start");
  run_->setWhatsThis(
      tr("Try the settings. Nothing is trained: cached predictions are weighed anew."));
  cancel_->setWhatsThis(tr("End the sweep; what was tried so far is shown."));
  seedLabel_->setBuddy(seed_);
  auto* kindLabel = new QLabel(tr("&Kind"));
  kindLabel->setBuddy(kind_);
  auto* pointsLabel = new QLabel(tr("&Points"));
  pointsLabel->setBuddy(points_);
  auto* form = new QFormLayout;
  form->addRow(kindLabel, kind_);
  form->addRow(pointsLabel, points_);
  form->addRow(seedLabel_, seed_);

  auto* group = new QGroupBox(tr("Value weights and temperature"));
  auto* column = new QVBoxLayout(group);
  auto* hint = new QLabel(tr("Only ratios of weights and temperature matter: keep one weight."));
  hint->setWordWrap(true);
  hint->setForegroundRole(QPalette::PlaceholderText);
  column->addWidget(hint);
  column->addLayout(ranges_);
  column->addWidget(temperature_);
  column->addWidget(standard_);
  standard_->setToolTip(
      tr("Each weight from a tenth to ten times the slider's, the first one as it "
         "is; the temperature from a twentieth to twice"));

  progress_->setRange(0, 1000);
  progress_->setAccessibleName(tr("Progress of the sweep"));
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  message_->setAlignment(Qt::AlignTop);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(run_);
  buttons->addWidget(cancel_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(6, 6, 6, 6);
  layout->addLayout(form);
  layout->addWidget(group);
  layout->addLayout(buttons);
  layout->addWidget(progress_);
  layout->addWidget(message_, 1);

  connect(kind_, &QComboBox::currentIndexChanged, this, &SweepControls::update);
  connect(points_, &QSpinBox::valueChanged, this, &SweepControls::update);
  connect(temperature_, &RangeRow::changed, this, &SweepControls::touch);
  connect(standard_, &QPushButton::clicked, this, &SweepControls::standardAsked);
  connect(run_, &QPushButton::clicked, this, &SweepControls::runAsked);
  connect(cancel_, &QPushButton::clicked, this, &SweepControls::cancelAsked);
  update();
}

void SweepControls::setBase(const std::vector<std::string>& tasks, const TuningSetting& base) {
  if (tasks != tasks_) {
    for (auto& [task, row] : weights_) delete row;
    weights_.clear();
    tasks_ = tasks;
    for (const std::string& task : tasks) {
      auto* row = new RangeRow(QString::fromStdString(task), -kLargestWeight, kLargestWeight);
      weights_[task] = row;
      ranges_->addWidget(row);
      connect(row, &RangeRow::changed, this, &SweepControls::touch);
    }
  }
  const Sweep standard = standardSweep(tasks, base);
  for (const auto& [task, range] : standard.weights) weights_.at(task)->setRange(range);
  temperature_->setRange(*standard.temperature);
  touched_ = false;
  update();
}

void SweepControls::touch() {
  touched_ = true;
  update();
}

Sweep SweepControls::sweep() const {
  Sweep sweep;
  sweep.kind = static_cast<SweepKind>(kind_->currentData().toInt());
  sweep.points = points_->value();
  sweep.seed = static_cast<std::uint64_t>(seed_->value());
  for (const auto& [task, row] : weights_) {
    if (!row->fixed()) sweep.weights[task] = row->range();
  }
  if (!temperature_->fixed()) sweep.temperature = temperature_->range();
  return sweep;
}

QString SweepControls::whyInvalid() const {
  try {
    // The document's reader knows what a sweep may be.
    sweepFromJson(sweepToJson(sweep()));
    TuningSetting any;
    any.weights.assign(tasks_.size(), 1.0);
    sweepSettings(sweep(), tasks_, any);
    return {};
  } catch (const Error& error) {
    return wordsOfCore(error.what());
  }
}

void SweepControls::update() {
  const bool random = kind_->currentData().toInt() == static_cast<int>(SweepKind::Random);
  seed_->setVisible(random);
  seedLabel_->setVisible(random);
  const QString invalid = whyNot_.isEmpty() ? whyInvalid() : QString();
  run_->setEnabled(!running_ && whyNot_.isEmpty() && invalid.isEmpty());
  cancel_->setEnabled(running_);
  run_->setToolTip(whyNot_);
  if (!invalid.isEmpty()) {
    message_->setText(invalid);
  } else if (!running_) {
    message_->setText(whyNot_);
  }
}

void SweepControls::setReady(const QString& why) {
  whyNot_ = why;
  update();
}

void SweepControls::setRunning(bool running) {
  running_ = running;
  if (running) progress_->setValue(0);
  update();
}

void SweepControls::setProgress(double fraction) {
  progress_->setValue(static_cast<int>(1000 * fraction));
}

void SweepControls::tell(const QString& message) {
  message_->setText(wordsOfCore(message));
}

}  // namespace luce::desktop
