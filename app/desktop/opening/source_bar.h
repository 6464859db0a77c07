// What is read, and as what: files, format, and what a format needs to be told before there are
// columns.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QWidget>

#include "core/dataset/importers/inspection.h"

namespace luce::desktop {

class SourceBar : public QWidget {
  Q_OBJECT

 public:
  explicit SourceBar(const QStringList& files, QWidget* parent = nullptr);

  /// Without a signal. told: delimiter, table and query are shown.
  void show(const LogInspection& log, const LogMapping& told);
  QComboBox& formatBox() { return *format_; }
  QComboBox& delimiterBox() { return *delimiter_; }

 Q_SIGNALS:
  /// By the person: an importer's id.
  void formatChosen(std::string format);
  /// By the person: a delimiter, a table or a query and nothing else.
  void sourceChosen(luce::LogMapping told);

 private:
  void fill();

  QStringList files_;
  QString shownQuery_;
  QLabel* name_;
  QComboBox* format_;
  QLabel* delimiterLabel_;
  QComboBox* delimiter_;
  QLabel* tableLabel_;
  QComboBox* table_;
  QLineEdit* query_;
};

}  // namespace luce::desktop
