#include "app/desktop/export/export_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QRadioButton>
#include <QVBoxLayout>

#include "app/desktop/export/format_words.h"
#include "app/desktop/file_question.h"
#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

constexpr const char* kFolderKey = "export/folder";
constexpr const char* kFormatKey = "export/format";

}  // namespace

ExportDialog::ExportDialog(const QString& run, QWidget* parent)
    : QDialog(parent),
      formats_(new QButtonGroup(this)),
      meaning_(new QLabel),
      weights_(new QComboBox),
      judge_(new QCheckBox(tr("&Judge it on the test slates"))),
      file_(new QLineEdit),
      written_(new QLabel),
      run_(run) {
  setWindowTitle(tr("Export the run \"%1\"").arg(run));
  auto* layout = new QVBoxLayout(this);
  addFormats();
  for (QAbstractButton* button : formats_->buttons()) layout->addWidget(button);
  for (QLabel* label : {meaning_, written_}) {
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
  }
  layout->addWidget(meaning_);
  addWeights();
  judge_->setChecked(true);
  judge_->setWhatsThis(tr(
      "Every model has a card beside it: what it was trained on, its features, how to use it. With "
      "this, the card also tells what the policy would have earned on test slates, with "
      "intervals, as Evaluation does. That may take a while for bandit logs."));
  auto* browseButton = new QPushButton(tr("&Browse…"));
  browseButton->setWhatsThis(tr("Choose the file to write."));
  auto* place = new QHBoxLayout;
  place->addWidget(file_, 1);
  place->addWidget(browseButton);
  auto* form = new QFormLayout;
  form->addRow(tr("&Weights:"), weights_);
  form->addRow(tr("Model card:"), judge_);
  form->addRow(tr("&File:"), place);
  qobject_cast<QLabel*>(form->labelForField(place))->setBuddy(file_);
  file_->setAccessibleName(tr("File to write"));
  file_->setWhatsThis(
      tr("The file to write. What belongs to it gets its name with another ending."));
  layout->addLayout(form);
  layout->addWidget(written_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  export_ = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
  export_->setWhatsThis(tr("Write the files. The window stays usable, and can cancel it."));
  layout->addWidget(buttons);
  setMinimumWidth(560);
  connect(formats_, &QButtonGroup::idToggled, this, [this](int, bool chosen) {
    if (!chosen) return;
    suggestFile();
    update();
  });
  connect(file_, &QLineEdit::textChanged, this, &ExportDialog::update);
  connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    if (!mayReplace()) return;
    KeptSettings settings;
    settings.setValue(kFolderKey, QFileInfo(file()).absolutePath());
    settings.setValue(kFormatKey, format().id);
    accept();
  });
  const QString last = KeptSettings().value(kFormatKey).toString();
  QAbstractButton* chosen = formats_->button(0);
  for (QAbstractButton* button : formats_->buttons()) {
    if (exportFormats()[static_cast<std::size_t>(formats_->id(button))].id == last) chosen = button;
  }
  chosen->setChecked(true);
}

void ExportDialog::addFormats() {
  int id = 0;
  for (const ExportFormat& format : exportFormats()) {
    auto* button = new QRadioButton(formatTitle(format), this);
    button->setWhatsThis(formatMeaning(format));
    button->setObjectName(format.id);
    formats_->addButton(button, id++);
  }
}

void ExportDialog::addWeights() {
  weights_->addItem(tr("those that the run keeps"), "result");
  weights_->addItem(tr("the best on held-out slates"), "best");
  weights_->addItem(tr("supervised, before alignment"), "supervised");
  weights_->setWhatsThis(
      tr("Which of the run's weights are exported. A run keeps its best ones or its last ones, as "
         "its experiment says."));
}

const ExportFormat& ExportDialog::format() const {
  return exportFormats()[static_cast<std::size_t>(std::max(0, formats_->checkedId()))];
}

ExportRequest ExportDialog::request() const {
  ExportRequest request;
  request.format = format().id;
  request.file = file().toStdString();
  request.checkpoint = weights_->currentData().toString().toStdString();
  request.judge = judge_->isChecked();
  return request;
}

QStringList ExportDialog::files() const {
  QStringList files;
  for (const auto& each : exportedFiles(format(), file().toStdString())) {
    files.append(QString::fromStdString(each.string()));
  }
  return files;
}

void ExportDialog::suggestFile() {
  QString name = run_;
  for (QChar& character : name) {
    if (!character.isLetterOrNumber()) character = '_';
  }
  const QDir folder(KeptSettings().value(kFolderKey, QDir::homePath()).toString());
  file_->setText(folder.filePath(name + format().ending));
}

void ExportDialog::browse() {
  const QString filter = QString("%1 (*%2)").arg(formatTitle(format()), format().ending);
  const QString chosen = askForFile(this, {.what = FileQuestion::For::Saving,
                                           .title = windowTitle(),
                                           .place = file(),
                                           .filters = {filter},
                                           .confirmsReplacing = false});
  if (!chosen.isEmpty()) file_->setText(chosen);
}

void ExportDialog::update() {
  meaning_->setText(formatMeaning(format()));
  judge_->setEnabled(format().isModel);
  const QFileInfo target(file());
  const bool possible = !file().isEmpty() && target.absoluteDir().exists() && !target.isDir();
  QStringList names;
  for (const QString& each : files()) names.append(QFileInfo(each).fileName());
  written_->setText(possible ? tr("Writes %1 into %2.").arg(names.join(", "), target.absolutePath())
                             : tr("Choose a file in a folder that is there."));
  export_->setEnabled(possible);
}

bool ExportDialog::mayReplace() {
  QStringList there;
  for (const QString& each : files()) {
    if (QFileInfo::exists(each)) there.append(each);
  }
  return there.isEmpty() ||
         QMessageBox::question(this, tr("Replace files?"),
                               tr("There is already:\n%1\nReplace?").arg(there.join("\n"))) ==
             QMessageBox::Yes;
}

}  // namespace luce::desktop
