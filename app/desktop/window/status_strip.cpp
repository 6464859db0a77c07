#include "app/desktop/window/status_strip.h"

#include <unistd.h>

#include <QHBoxLayout>
#include <QLocale>
#include <fstream>

#include "app/desktop/core_words.h"
#include "app/desktop/steady_room.h"

namespace luce::desktop {

namespace {

constexpr int kInterval = 2000;  // ms
constexpr int kSpacing = 16;
constexpr int kAround = 5 * kSpacing;  ///< between the labels, and around a message

}  // namespace

std::optional<MemoryUse> memoryUse() {
  // proc(5): the second number is the resident set, in pages.
  std::ifstream file("/proc/self/statm");
  std::int64_t size = 0, resident = 0;
  if (!(file >> size >> resident)) return std::nullopt;
  const std::int64_t page = sysconf(_SC_PAGESIZE);
  return MemoryUse{resident * page, sysconf(_SC_PHYS_PAGES) * page};
}

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent), facts_(new QLabel), device_(new QLabel), memory_(new QLabel) {
  facts_->setAccessibleName(tr("Facts about the dataset"));
  facts_->setWhatsThis(
      tr("How much the opened dataset holds, and for how many of its rows the "
         "log states a propensity."));
  device_->setAccessibleName(tr("Device"));
  device_->setWhatsThis(tr("What the estimator is trained on."));
  memory_->setAccessibleName(tr("Memory"));
  memory_->setWhatsThis(tr("The memory that Luce has now, of all that the machine has."));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 6, 0);
  layout->setSpacing(kSpacing);
  for (QLabel* label : {facts_, device_, memory_}) {
    label->setToolTip(label->whatsThis());
    layout->addWidget(new SteadyRoom(label));
  }
  timer_.setInterval(kInterval);
  connect(&timer_, &QTimer::timeout, this, &StatusStrip::measure);
  timer_.start();
  measure();
}

void StatusStrip::setFacts(const QString& facts) {
  facts_->setText(facts);
  fitFacts();
}

void StatusStrip::makeRoomFor(const QString& message) {
  message_ = message;
  fitFacts();
}

void StatusStrip::fitFacts() {
  if (parentWidget() == nullptr) return;
  const int room = parentWidget()->width() - device_->sizeHint().width() -
                   memory_->sizeHint().width() - facts_->sizeHint().width() - kAround;
  facts_->parentWidget()->setVisible(message_.isEmpty() ||
                                     fontMetrics().horizontalAdvance(message_) <= room);
}

void StatusStrip::setDevice(const QString& device) {
  device_->setText(device);
  device_->setToolTip(device_->whatsThis());
}

void StatusStrip::setNoDevice(const QString& reason) {
  device_->setText(tr("no such device"));
  device_->setToolTip(wordsOfCore(reason));
}

/// Its place at the right end moves with the window's width.
void StatusStrip::moveEvent(QMoveEvent* event) {
  QWidget::moveEvent(event);
  fitFacts();
}

void StatusStrip::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (painted_) return;
  painted_ = true;
  // Once all of the window is on the screen.
  QTimer::singleShot(0, this, &StatusStrip::firstShown);
}

void StatusStrip::measure() {
  const std::optional<MemoryUse> use = memoryUse();
  if (!use) return;
  const QLocale locale;
  const QString text =
      tr("%1 of %2")
          .arg(locale.formattedDataSize(use->own, 0, QLocale::DataSizeTraditionalFormat),
               locale.formattedDataSize(use->machine, 0, QLocale::DataSizeTraditionalFormat));
  // Setting a text repaints, which a window at rest should not do.
  if (text != memory_->text()) memory_->setText(text);
}

}  // namespace luce::desktop
