// Asks what of a run to write, in which form, and where.
#pragma once

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "core/export/export_run.h"

namespace luce::desktop {

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ExportDialog(const QString& run, QWidget* parent = nullptr);

  /// Without settings, which are the sliders'.
  ExportRequest request() const;

 private:
  void addFormats();
  void addWeights();
  const ExportFormat& format() const;
  QString file() const { return file_->text(); }
  QStringList files() const;
  void suggestFile();
  void browse();
  void update();
  bool mayReplace();

  QButtonGroup* formats_;
  QLabel* meaning_;
  QComboBox* weights_;
  QCheckBox* judge_;
  QLineEdit* file_;
  QLabel* written_;
  QPushButton* export_;
  QString run_;
};

}  // namespace luce::desktop
