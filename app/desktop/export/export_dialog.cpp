#include "app/desktop/export/export_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QSettings>
#include <QVBoxLayout>

namespace luce::desktop {

namespace {

constexpr const char* kFolderKey = "export/folder";

}  // namespace

ExportDialog::ExportDialog(const QString& run, QWidget* parent)
    : QDialog(parent),
      torchScript_(new QRadioButton(tr("&Model as TorchScript"))),
      predictions_(new QRadioButton(tr("&Predictions as CSV"))),
      meaning_(new QLabel),
      file_(new QLineEdit),
      run_(run) {
  setWindowTitle(tr("Export the run \"%1\"").arg(run));
  meaning_->setWordWrap(true);
  meaning_->setForegroundRole(QPalette::PlaceholderText);
  auto* browseButton = new QPushButton(tr("&Browse…"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  export_ = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
  auto* place = new QHBoxLayout;
  place->addWidget(file_, 1);
  place->addWidget(browseButton);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(torchScript_);
  layout->addWidget(predictions_);
  layout->addWidget(meaning_);
  layout->addLayout(place);
  layout->addWidget(buttons);
  setMinimumWidth(520);
  connect(torchScript_, &QRadioButton::toggled, this, [this] {
    suggestFile();
    update();
  });
  connect(file_, &QLineEdit::textChanged, this, &ExportDialog::update);
  connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    if (QFileInfo::exists(file()) &&
        QMessageBox::question(this, tr("Replace the file?"),
                              tr("%1 is there already. Replace it?").arg(file())) !=
            QMessageBox::Yes) {
      return;
    }
    QSettings().setValue(kFolderKey, QFileInfo(file()).absolutePath());
    accept();
  });
  torchScript_->setChecked(true);
}

ExportDialog::Format ExportDialog::format() const {
  return torchScript_->isChecked() ? Format::TorchScript : Format::Predictions;
}

void ExportDialog::suggestFile() {
  QString name = run_;
  for (QChar& character : name) {
    if (!character.isLetterOrNumber()) character = '_';
  }
  const QDir folder(QSettings().value(kFolderKey, QDir::homePath()).toString());
  file_->setText(folder.filePath(name + (format() == Format::TorchScript ? ".pt" : ".csv")));
}

void ExportDialog::browse() {
  const bool model = format() == Format::TorchScript;
  const QString chosen = QFileDialog::getSaveFileName(
      this, windowTitle(), file(), model ? tr("TorchScript (*.pt)") : tr("CSV (*.csv)"), nullptr,
      QFileDialog::DontConfirmOverwrite);
  if (!chosen.isEmpty()) file_->setText(chosen);
}

void ExportDialog::update() {
  meaning_->setText(
      format() == Format::TorchScript
          ? tr("Features in, score and task probabilities out; normalisation and value weights are "
               "inside. Python opens it with torch.jit.load.")
          : tr("One line a candidate: task probabilities, score, policy, logging policy, ratio, "
               "reward, under the sliders as they are."));
  const QFileInfo target(file());
  export_->setEnabled(!file().isEmpty() && target.absoluteDir().exists() && !target.isDir());
}

}  // namespace luce::desktop
