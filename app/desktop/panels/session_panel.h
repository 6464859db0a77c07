// The list of logged sessions: choose a dataset, a part of it, and a slate.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/desktop/panels/session_model.h"

namespace luce::desktop {

class SessionPanel : public QWidget {
  Q_OBJECT

 public:
  explicit SessionPanel(QWidget* parent = nullptr);

  void setDatasets(const QStringList& names, const QString& shown);
  void setTable(std::shared_ptr<const SlateTable> table, const SplitSettings& split);
  void setExperiment(const SplitSettings& split, const TaskWeights& rewardWeights);
  void select(std::uint32_t slate);

  SessionModel& model() { return model_; }
  QTableView& view() { return *view_; }
  QLineEdit& filterBox() { return *filter_; }
  QComboBox& partBox() { return *part_; }

 Q_SIGNALS:
  void datasetChosen(QString name);
  void slateChosen(std::uint32_t slate);

 private:
  void widenKeys();
  void filter();

  SessionModel model_;
  QComboBox* dataset_;
  QComboBox* part_;
  QLineEdit* filter_;
  QTableView* view_;
  QLabel* count_;
  QTimer filterDelay_;
  SplitSettings split_;
  std::optional<std::uint32_t> shown_;
};

}  // namespace luce::desktop
