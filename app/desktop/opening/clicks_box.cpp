#include "app/desktop/opening/clicks_box.h"

#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <limits>

namespace luce::desktop {

ClicksBox::ClicksBox(QWidget* parent)
    : QWidget(parent),
      bias_(new QDoubleSpinBox),
      noise_(new QDoubleSpinBox),
      temperature_(new QDoubleSpinBox),
      places_(new QSpinBox),
      seed_(new QSpinBox) {
  const auto setUp = [this](QDoubleSpinBox* box, double low, double high, const QString& tip) {
    box->setRange(low, high);
    box->setDecimals(3);
    box->setSingleStep(0.1);
    box->setKeyboardTracking(false);
    box->setToolTip(tip);
    connect(box, &QDoubleSpinBox::valueChanged, this, &ClicksBox::edited);
  };
  setUp(bias_, 0, 10, tr("A place is looked at with probability 1/place^bias."));
  setUp(noise_, 0, 1, tr("How often people click on what is not relevant."));
  setUp(temperature_, 1e-3, 1e3, tr("Of the logging policy: small is decisive, large is random."));
  places_->setRange(2, 1000);
  places_->setToolTip(tr("Candidates shown in a slate."));
  seed_->setRange(0, std::numeric_limits<int>::max());
  for (QSpinBox* box : {places_, seed_}) {
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, &ClicksBox::edited);
  }
  auto* meaning =
      new QLabel(tr("The log has grades of relevance and no clicks: a logging policy "
                    "ranks, and people click on what they see."));
  meaning->setWordWrap(true);
  meaning->setForegroundRole(QPalette::PlaceholderText);
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(meaning);
  form->addRow(tr("Position bias"), bias_);
  form->addRow(tr("Noise"), noise_);
  form->addRow(tr("Temperature"), temperature_);
  form->addRow(tr("Places"), places_);
  form->addRow(tr("Seed"), seed_);
}

void ClicksBox::show(const ClickSimulation& clicks) {
  const QSignalBlocker quiet(this);
  bias_->setValue(clicks.bias);
  noise_->setValue(clicks.noise);
  temperature_->setValue(clicks.temperature);
  places_->setValue(clicks.places);
  seed_->setValue(static_cast<int>(clicks.seed));
}

ClickSimulation ClicksBox::clicks() const {
  return {.bias = bias_->value(),
          .noise = noise_->value(),
          .temperature = temperature_->value(),
          .places = places_->value(),
          .seed = static_cast<std::uint64_t>(seed_->value())};
}

}  // namespace luce::desktop
