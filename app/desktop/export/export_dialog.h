// Asks what of a run to write, and where.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace luce::desktop {

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Format { TorchScript, Predictions };

  explicit ExportDialog(const QString& run, QWidget* parent = nullptr);

  Format format() const;
  QString file() const { return file_->text(); }

 private:
  void suggestFile();
  void browse();
  void update();

  QRadioButton* torchScript_;
  QRadioButton* predictions_;
  QLabel* meaning_;
  QLineEdit* file_;
  QPushButton* export_;
  QString run_;
};

}  // namespace luce::desktop
