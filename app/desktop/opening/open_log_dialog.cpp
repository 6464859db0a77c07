#include "app/desktop/opening/open_log_dialog.h"

#include <QEvent>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/core_words.h"
#include "app/desktop/kept_settings.h"
#include "app/desktop/opening/inspection_words.h"
#include "app/desktop/opening/schema_files.h"
#include "app/desktop/window/column_area.h"
#include "app/desktop/window/first_size.h"

namespace luce::desktop {

namespace {

constexpr const char* kGeometryKey = "opening/geometry";
constexpr int kSectionsWidth = 400;
constexpr int kWidth = 1320, kHeight = 760;
// Controls whose changes become one step for undo; tasks count from kFirstTask on.
constexpr int kOwnStep = MappingHistory::kOwnStep;
constexpr int kSlates = 1;
constexpr int kLoggingModel = 2;
constexpr int kClicks = 3;
constexpr int kFirstTask = 10;

QString nameOf(const std::optional<std::string>& name) {
  return QString::fromStdString(name.value_or(std::string()));
}

}  // namespace

OpenLogDialog::OpenLogDialog(InspectionWorker& worker, const QStringList& files, Log guess,
                             Log remembered, const QStringList& takenNames, QWidget* parent)
    : QDialog(parent),
      worker_(worker),
      files_(files),
      guess_(std::move(guess)),
      log_(guess_),
      chosenFormat_(guess_->format),
      source_(new SourceBar(files_)),
      earlier_(new QLabel),
      preview_(new PreviewTable),
      problemCount_(new QLabel),
      problems_(new ProblemTable),
      problemPart_(new QWidget),
      details_(new ColumnDetails),
      slates_(new SlateRuleBox),
      labels_(new LabelList),
      loggingModel_(new LoggingModelBox),
      itemFile_(new SideFileBox(tr("Items"))),
      userFile_(new SideFileBox(tr("Users"))),
      clicks_(new ClicksBox),
      foot_(new ImportFoot(takenNames, stemOf(files_.front()))) {
  setWindowTitle(tr("Open a log: %1").arg(filesTitle(files_)));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  auto* middle = new QSplitter(Qt::Horizontal);
  middle->addWidget(buildLeft());
  middle->addWidget(buildSections());
  middle->setStretchFactor(0, 1);
  middle->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  earlier_->setTextFormat(Qt::RichText);
  earlier_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  earlier_->hide();
  layout->addWidget(source_);
  layout->addWidget(earlier_);
  layout->addWidget(middle, 1);
  layout->addWidget(foot_);
  connectParts();
  connectFoot();
  begin(remembered ? remembered : guess_, remembered ? "as last time" : nullptr);
  resizeWithinScreen(*this, {kWidth, kHeight});
  restoreGeometry(KeptSettings().value(kGeometryKey).toByteArray());
  preview_->setFocus();
}

void OpenLogDialog::offerEarlier(const QString& words) {
  earlier_->setText(words);
  earlier_->setVisible(!words.isEmpty());
}

QWidget* OpenLogDialog::buildLeft() {
  auto* problemLayout = new QVBoxLayout(problemPart_);
  problemLayout->setContentsMargins(0, 4, 0, 0);
  problemLayout->setSpacing(2);
  problemLayout->addWidget(problemCount_);
  problemLayout->addWidget(problems_);
  problems_->setToolTip(tr("Double-click a problem to see its column and line."));
  auto* left = new QSplitter(Qt::Vertical);
  left->addWidget(preview_);
  left->addWidget(problemPart_);
  left->setStretchFactor(0, 3);
  left->setStretchFactor(1, 1);
  left->setChildrenCollapsible(false);
  return left;
}

QGroupBox* OpenLogDialog::addSection(const QString& title, QWidget* content) {
  auto* section = new QGroupBox(title);
  auto* layout = new QVBoxLayout(section);
  layout->setContentsMargins(8, 6, 8, 8);
  layout->addWidget(content);
  sections_->addWidget(section);
  return section;
}

QWidget* OpenLogDialog::buildSections() {
  auto* content = new QWidget;
  sections_ = new QVBoxLayout(content);
  sections_->setContentsMargins(2, 0, 6, 0);
  addSection(tr("Selected column"), details_);
  addSection(tr("Slates"), slates_);
  addSection(tr("Tasks and their labels"), labels_);
  loggingSection_ = addSection(tr("Logging model"), loggingModel_);
  auto* side = new QWidget;
  auto* sideLayout = new QVBoxLayout(side);
  sideLayout->setContentsMargins(0, 0, 0, 0);
  sideLayout->addWidget(itemFile_);
  sideLayout->addWidget(userFile_);
  addSection(tr("Files beside that describe"), side);
  clicksSection_ = addSection(tr("Simulated clicks"), clicks_);
  sections_->addStretch();
  return new ColumnArea(content, kSectionsWidth);
}

void OpenLogDialog::connectFoot() {
  connect(foot_, &ImportFoot::saveAsked, this,
          [this] { askToWriteSchema(this, files_.front(), draft_.mapping()); });
  connect(foot_, &ImportFoot::loadAsked, this, [this] {
    if (const auto schema = askForSchema(this, files_.front())) restart(*schema);
  });
  connect(foot_, &ImportFoot::resetAsked, this, &OpenLogDialog::resetToGuesses);
  connect(foot_, &ImportFoot::cancelAsked, this, &QDialog::reject);
  connect(foot_, &ImportFoot::importAsked, this, &OpenLogDialog::import);
  connect(foot_, &ImportFoot::undoAsked, this, &OpenLogDialog::undo);
  connect(foot_, &ImportFoot::redoAsked, this, &OpenLogDialog::redo);
  connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this,
          &OpenLogDialog::undo);
  connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, this,
          &OpenLogDialog::redo);
}

template <class Edit>
void OpenLogDialog::edit(int control, Edit&& edit) {
  MappingDraft draft = draft_;
  edit(draft);
  change(draft, control);
}

void OpenLogDialog::connectParts() {
  connect(&worker_, &InspectionWorker::inspected, this, [this](int number, const Log& log) {
    if (number == request_) takeLog(log);
  });
  connect(&worker_, &InspectionWorker::refused, this,
          [this](int number, const InspectionRefusal& refusal) {
            if (number == request_) takeRefusal(refusal);
          });
  connect(&worker_, &InspectionWorker::columnsFound, this,
          [this](const QString& file, const QStringList& columns) {
            const LogMapping mapping = draft_.mapping();
            if (file == itemFile_->file()) itemFile_->offerColumns(columns, nameOf(mapping.item));
            if (file == userFile_->file()) userFile_->offerColumns(columns, nameOf(mapping.user));
          });
  connect(preview_, &PreviewTable::roleChosen, this, &OpenLogDialog::giveRole);
  connect(preview_, &PreviewTable::currentColumnChanged, this, &OpenLogDialog::showColumn);
  connect(details_, &ColumnDetails::roleChosen, this, [this](ColumnRole role) {
    if (preview_->currentColumn() < 0) return;
    giveRole({static_cast<std::size_t>(preview_->currentColumn())}, role);
  });
  connect(slates_, &SlateRuleBox::edited, this, [this] {
    edit(kSlates, [this](MappingDraft& draft) { draft.setSlates(slates_->rule()); });
  });
  connect(labels_, &LabelList::edited, this,
          [this](int task, const std::string& name, const LabelRule& label) {
            edit(kFirstTask + task, [&](MappingDraft& draft) {
              draft.setTask(static_cast<std::size_t>(task), name, label);
            });
          });
  connect(labels_, &LabelList::anotherAsked, this, [this](int column) {
    edit(kOwnStep, [&](MappingDraft& draft) { draft.addTask(static_cast<std::size_t>(column)); });
  });
  connect(labels_, &LabelList::removeAsked, this, [this](int task) {
    edit(kOwnStep, [&](MappingDraft& draft) { draft.removeTask(static_cast<std::size_t>(task)); });
  });
  connect(loggingModel_, &LoggingModelBox::edited, this, [this] {
    edit(kLoggingModel, [this](MappingDraft& draft) {
      draft.setLoggingModel(loggingModel_->weights(), loggingModel_->temperature());
    });
  });
  connect(clicks_, &ClicksBox::edited, this, [this] {
    edit(kClicks, [this](MappingDraft& draft) { draft.clicks = clicks_->clicks(); });
  });
  connect(itemFile_, &SideFileBox::columnsAsked, &worker_, &InspectionWorker::requestColumns);
  connect(userFile_, &SideFileBox::columnsAsked, &worker_, &InspectionWorker::requestColumns);
  connect(itemFile_, &SideFileBox::edited, this, [this] {
    edit(kOwnStep, [this](MappingDraft& draft) {
      draft.items = sideOf(*itemFile_, guess_->columns.mapping.items);
    });
  });
  connect(userFile_, &SideFileBox::edited, this, [this] {
    edit(kOwnStep, [this](MappingDraft& draft) {
      draft.users = sideOf(*userFile_, guess_->columns.mapping.users);
      draft.keepFirst(log_->ownColumns);
    });
  });
  connect(earlier_, &QLabel::linkActivated, this, &OpenLogDialog::earlierAsked);
  connect(source_, &SourceBar::formatChosen, this, [this](const std::string& format) {
    chosenFormat_ = format;
    restart({});
  });
  connect(source_, &SourceBar::sourceChosen, this, &OpenLogDialog::restart);
  connect(problems_, &ProblemTable::chosen, this, &OpenLogDialog::goToProblem);
}

void OpenLogDialog::begin(const Log& log, const char* why) {
  log_ = log;
  refusal_.reset();
  draft_ = MappingDraft(log);
  if (why != nullptr) draft_.setReasons(why);
  history_.begin(draft_);
  source_->show(*log_, draft_.mapping());
  showDraft();
  showVerdict();
  MappingDraft suggested = draft_;
  if (why == nullptr && suggested.suggestTasks()) change(suggested, kOwnStep);
}

void OpenLogDialog::change(const MappingDraft& draft, int control) {
  if (draft == draft_) return;
  draft_ = draft;
  history_.change(draft, control);
  showDraft();
  ask();
}

void OpenLogDialog::ask() {
  fresh_ = false;
  pending_ = true;
  request_ = worker_.request(files_, chosenFormat_, draft_.mapping());
  showVerdict();
}

void OpenLogDialog::restart(const LogMapping& told) {
  fresh_ = true;
  pending_ = true;
  request_ = worker_.request(files_, chosenFormat_, told);
  showVerdict();
}

void OpenLogDialog::takeLog(const Log& log) {
  pending_ = false;
  refusal_.reset();
  if (fresh_) {
    guess_ = log;
    begin(log, nullptr);
    return;
  }
  log_ = log;
  draft_ = MappingDraft(log, &draft_);
  history_.replace(draft_);
  showDraft();
  showVerdict();
}

void OpenLogDialog::takeRefusal(const InspectionRefusal& refusal) {
  pending_ = false;
  refusal_ = refusal;
  showVerdict();
}

std::vector<std::string> OpenLogDialog::ownHeader() const {
  const auto& header = guess_->columns.header;
  return {header.begin(), header.begin() + static_cast<std::ptrdiff_t>(guess_->ownColumns)};
}

std::optional<SideFile> OpenLogDialog::sideOf(const SideFileBox& box,
                                              const std::optional<SideFile>& known) {
  std::optional<SideFile> side = box.side();
  if (!side && known) side.emplace();
  return side;
}

void OpenLogDialog::giveRole(const std::vector<std::size_t>& columns, ColumnRole role) {
  edit(kOwnStep, [&](MappingDraft& draft) { draft.setRole(columns, role); });
}

void OpenLogDialog::resetToGuesses() {
  MappingDraft guess(guess_);
  guess.suggestTasks();
  change(guess, kOwnStep);
}

void OpenLogDialog::go(int step) {
  if (!history_.go(step)) return;
  draft_ = history_.now();
  showDraft();
  ask();
}

void OpenLogDialog::undo() {
  go(-1);
}

void OpenLogDialog::redo() {
  go(1);
}

void OpenLogDialog::showDraft() {
  preview_->show(log_, draft_);
  slates_->show(draft_.slates());
  labels_->show(draft_, log_->columns.samples);
  loggingModel_->show(draft_);
  loggingSection_->setVisible(!draft_.weights().empty());
  itemFile_->show(draft_.items);
  userFile_->show(draft_.users);
  clicksSection_->setVisible(draft_.clicks.has_value());
  if (draft_.clicks) clicks_->show(*draft_.clicks);
  orderTabs();
  foot_->setAdvice(adviceOn(draft_));
  showColumn();
  updateButtons();
}

void OpenLogDialog::orderTabs() {
  const std::size_t editors = labels_->editors().size();
  const std::size_t weights = loggingModel_->weightBoxes().size();
  if (editors == orderedEditors_ && weights == orderedWeights_) return;
  orderedEditors_ = editors;
  orderedWeights_ = weights;
  QWidget* before = &slates_->uniformBox();
  const auto next = [&](QWidget* widget) {
    setTabOrder(before, widget);
    before = widget;
  };
  for (const TaskEditor* editor : labels_->editors()) {
    for (QWidget* widget : editor->inTabOrder()) next(widget);
  }
  for (QWidget* widget : loggingModel_->weightBoxes()) next(widget);
}

void OpenLogDialog::showColumn() {
  const int column = preview_->currentColumn();
  const auto place = static_cast<std::size_t>(column);
  if (column < 0 || place >= draft_.columnCount() || place >= log_->columns.samples.size()) {
    details_->clear();
    return;
  }
  details_->show(draft_, place, log_->columns.samples[place]);
}

void OpenLogDialog::showVerdict() {
  if (pending_) {
    foot_->verdict().setText(tr("Trying…"));
    updateButtons();
    return;
  }
  const std::vector<ImportProblem>& problems = refusal_ ? refusal_->problems : log_->problems;
  const std::int64_t count = refusal_ ? refusal_->problemCount : log_->problemCount;
  foot_->verdict().setText(refusal_ ? wordsOfCore(refusal_->text) : verdictOf(*log_));
  foot_->setLeftOut(refusal_ ? QString() : leftOutOf(*log_));
  problems_->show(problems);
  const auto shown = static_cast<std::int64_t>(problems.size());
  problemCount_->setText(
      count == shown ? (count == 1 ? tr("One problem") : tr("%L1 problems").arg(count))
                     : tr("%L1 problems, the first %2 of them listed").arg(count).arg(shown));
  problemPart_->setVisible(!problems.empty());
  updateButtons();
}

void OpenLogDialog::updateButtons() {
  foot_->setState({.tried = !pending_ && !refusal_ && (log_->slates > 0 || !log_->isFlat),
                   .problems = log_->problemCount,
                   .faultyLines = log_->faultyRecords,
                   .canLeaveOut = !refusal_ && log_->slates > 0 && log_->problemCount > 0,
                   .canUndo = history_.canUndo(),
                   .canRedo = history_.canRedo()});
}

void OpenLogDialog::import(bool leaveOutFaulty) {
  LogImport log;
  log.files = files_;
  log.format = log_->format;
  log.mapping = draft_.mapping();
  log.name = foot_->name();
  log.leaveOutFaulty = leaveOutFaulty;
  log.takesEarlier = false;
  Q_EMIT importAsked(log);
}

void OpenLogDialog::goToProblem(const ImportProblem& problem) {
  const bool inFirst = problem.file == log_->files.front();
  const int column =
      problem.column > 0 ? static_cast<int>(problem.column) - 1 : preview_->currentColumn();
  preview_->goTo(inFirst ? problem.line : 0, column);
  preview_->setFocus();
}

void OpenLogDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && preview_ != nullptr) preview_->viewport()->update();
}

void OpenLogDialog::done(int result) {
  if (pending_) worker_.cancel();
  KeptSettings().setValue(kGeometryKey, saveGeometry());
  QDialog::done(result);
}

}  // namespace luce::desktop
