// What a sweep tries: how many settings of which kind, over which ranges; and starting it.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "app/desktop/tuning/range_row.h"
#include "core/tuning/sweep_document.h"

namespace luce::desktop {

class SweepControls : public QWidget {
  Q_OBJECT

 public:
  explicit SweepControls(QWidget* parent = nullptr);

  /// Ranges around the setting.
  void setBase(const std::vector<std::string>& tasks, const TuningSetting& base);
  /// Whether a range was changed by the person since.
  bool touched() const { return touched_; }
  /// The sweep as it is set; ranges left out are those that keep the sliders' value.
  Sweep sweep() const;

  /// why: what stands in the way of a sweep; empty = none.
  void setReady(const QString& why);
  void setRunning(bool running);
  void setProgress(double fraction);
  void tell(const QString& message);

  QComboBox& kindBox() { return *kind_; }
  QSpinBox& pointsBox() { return *points_; }
  RangeRow& weightRow(const std::string& task) { return *weights_.at(task); }
  RangeRow& temperatureRow() { return *temperature_; }
  QPushButton& runButton() { return *run_; }
  QPushButton& cancelButton() { return *cancel_; }
  QLabel& message() { return *message_; }

 Q_SIGNALS:
  void runAsked();
  void cancelAsked();
  /// Ranges around the sliders' setting.
  void standardAsked();

 private:
  void touch();
  void update();
  QString whyInvalid() const;

  QComboBox* kind_;
  QSpinBox* points_;
  QSpinBox* seed_;
  QLabel* seedLabel_;
  QVBoxLayout* ranges_;
  std::map<std::string, RangeRow*> weights_;
  RangeRow* temperature_;
  QPushButton* standard_;
  QPushButton* run_;
  QPushButton* cancel_;
  QProgressBar* progress_;
  QLabel* message_;
  std::vector<std::string> tasks_;
  QString whyNot_;
  bool running_ = false;
  bool touched_ = false;
};

}  // namespace luce::desktop
