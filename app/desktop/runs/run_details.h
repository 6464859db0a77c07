// All that is known of runs, field by field: how they went, on what, and their experiments; where
// they differ is set off.
#pragma once

#include <QCheckBox>
#include <QDialog>
#include <QTableWidget>
#include <map>
#include <string>
#include <vector>

#include "app/desktop/study/values.h"

namespace luce::desktop {

/// One column: a run, or an experiment that is none yet.
struct RunDetail {
  QString title;
  std::map<std::string, QString> facts;   ///< "run.seconds", "environment.libtorch"
  std::map<std::string, QString> fields;  ///< of the experiment
};
RunDetail detailOf(const RunEntry& run);
RunDetail detailOf(const Experiment& experiment, const QString& title);

class RunDetails : public QDialog {
  Q_OBJECT

 public:
  /// columns: at least one.
  explicit RunDetails(const std::vector<RunDetail>& columns, QWidget* parent = nullptr);

  QTableWidget& table() { return *table_; }
  QCheckBox& onlyDifferences() { return *differences_; }
  /// What is shown, with tabs between cells.
  QString text() const;

 private:
  void addRow(const std::string& field, const std::vector<QString>& values, bool differs);
  void hideEqual(bool hide);

  QTableWidget* table_;
  QCheckBox* differences_;
  std::vector<bool> differs_;  ///< by row
};

}  // namespace luce::desktop
