#include "app/desktop/loop/loop_keeper.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <algorithm>

#include "app/desktop/file_question.h"
#include "app/desktop/loop/loop_words.h"
#include "app/desktop/window/icons.h"

namespace luce::desktop {

namespace {

constexpr int kNarrowButton = 60;  ///< beside panels on a small screen
constexpr int kShortestName = 40;
constexpr int kLongestName = 190;

}  // namespace

LoopKeeper::LoopKeeper(Study& study, LoopPlayer& player, QWidget* parent)
    : QWidget(parent), study_(study), player_(player) {
  name_ = new QLineEdit;
  name_->setMinimumWidth(kShortestName);
  name_->setMaximumWidth(kLongestName);
  name_->setAccessibleName(tr("Name of the loop"));
  name_->setToolTip(
      tr("What the loop's runs and datasets are called in the workspace; empty = as "
         "shown in grey."));
  name_->setWhatsThis(name_->toolTip());
  keep_ = new QPushButton(icon("save"), tr("Keep in workspace"));
  keep_->setToolTip(
      tr("Stores the first log of every seed as a dataset and every ranker as a run, "
         "with its measures by round and its last weights, in the open workspace, or in "
         "one that you choose."));
  keep_->setWhatsThis(keep_->toolTip());
  keep_->setMinimumWidth(kNarrowButton);
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(name_, 1);
  line->addWidget(keep_);
  connect(keep_, &QPushButton::clicked, this, &LoopKeeper::keep);
  connect(&player_, &LoopPlayer::keepingFailed, this, [this](const QString& reason) {
    Q_EMIT failed({tr("The feedback loop could not be kept"), reason, {}});
  });
  connect(&player_, &LoopPlayer::kept, this, &LoopKeeper::tellKept);
}

void LoopKeeper::keep() {
  if (study_.workspace() != nullptr) {
    if (!study_.refusesToWrite()) keepIn(study_.workspace()->file);
    return;
  }
  // A workspace that is there already gets the loop's runs beside its own.
  askForFile(this,
             {.what = FileQuestion::For::Saving,
              .title = tr("Keep the loop in a workspace"),
              .place = "loops.luce",
              .filters = {tr("Workspaces (*.luce)")},
              .confirmsReplacing = false},
             [this](const QString& file) { keepIn(file); });
}

void LoopKeeper::keepIn(const QString& file) {
  const QString name = name_->text().trimmed();
  player_.keep(file, name.isEmpty() ? name_->placeholderText() : name);
}

void LoopKeeper::suggestName(const LoopSettings& settings) {
  const QString base = tr("%1 loop").arg(nameOf(settings.audience));
  QString name = base;
  const auto taken = [&] {
    if (study_.workspace() == nullptr) return false;
    const auto& datasets = study_.workspace()->datasets;
    return std::any_of(datasets.begin(), datasets.end(), [&](const DatasetSummary& dataset) {
      const QString known = QString::fromStdString(dataset.name);
      return known == name || known.startsWith(name + " seed ");
    });
  };
  for (int number = 2; taken(); ++number) name = QString("%1 %2").arg(base).arg(number);
  name_->setPlaceholderText(name);
}

void LoopKeeper::tellKept(const QString& file, const QStringList& runs) {
  name_->clear();
  const bool open =
      study_.workspace() != nullptr && QFileInfo(study_.workspace()->file) == QFileInfo(file);
  if (open) {
    study_.refreshWorkspace();
  } else {
    study_.openFiles({file});
  }
  Q_EMIT told(tr("The loop is kept in %1 as %2 runs; they stand under Runs.")
                  .arg(QFileInfo(file).fileName())
                  .arg(runs.size()));
}

}  // namespace luce::desktop
