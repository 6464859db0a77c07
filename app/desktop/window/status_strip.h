// At the right of the status bar: the device that trains, and the memory that Luce has of the
// machine's.
#pragma once

#include <QLabel>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <optional>

namespace luce::desktop {

struct MemoryUse {
  std::int64_t own = 0;      ///< bytes of this program that are in memory
  std::int64_t machine = 0;  ///< bytes that the machine has
};
/// None where the system does not say.
std::optional<MemoryUse> memoryUse();

class StatusStrip : public QWidget {
  Q_OBJECT

 public:
  explicit StatusStrip(QWidget* parent = nullptr);

  void setFacts(const QString& facts);
  /// The facts give way to a message of the status bar that is longer than the room beside them.
  void makeRoomFor(const QString& message);
  void setDevice(const QString& device);
  /// The chosen device is not there; reason: a sentence.
  void setNoDevice(const QString& reason);
  QString factsText() const { return facts_->text(); }
  bool showsFacts() const { return !facts_->parentWidget()->isHidden(); }
  QString memoryText() const { return memory_->text(); }
  QString deviceText() const { return device_->text(); }

 Q_SIGNALS:
  /// The window has been drawn for the first time.
  void firstShown();

 protected:
  void moveEvent(QMoveEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void measure();
  void fitFacts();

  QLabel* facts_;
  QLabel* device_;
  QLabel* memory_;
  QString message_;  ///< of the status bar; empty: none
  QTimer timer_;
  bool painted_ = false;
};

}  // namespace luce::desktop
