#include "app/desktop/loop/loop_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/desktop/core_words.h"
#include "app/desktop/loop/loop_status.h"
#include "app/desktop/loop/loop_words.h"
#include "app/desktop/row_table.h"
#include "app/desktop/window/column_area.h"
#include "app/desktop/window/icons.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

using State = LoopPlayer::State;

constexpr int kSettingsWidth = 332;
constexpr int kProgressSteps = 1000;
constexpr int kProgressWidth = 90;
constexpr int kChartsShare = 640, kTableShare = 360;
constexpr int kNarrowButton = 60;  ///< beside panels on a small screen
constexpr int kLongestName = 190;
constexpr int kShortestChoice = 5;  // letters

template <class Button>
Button* named(Button* button, const QString& help) {
  button->setToolTip(help);
  button->setWhatsThis(help);
  return button;
}

QLabel* smallWords() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

LoopPage::LoopPage(Study& study, QWidget* parent) : QWidget(parent), study_(study) {
  setObjectName("loopPage");
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->addWidget(buildLeft());
  splitter->addWidget(buildRight());
  splitter->setStretchFactor(0, 0);
  splitter->setStretchFactor(1, 1);
  splitter->setChildrenCollapsible(false);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter);
  connect(&document_, &LoopDocument::changed, this, &LoopPage::followDocument);
  connect(&study_, &Study::workspaceChanged, this, &LoopPage::suggestName);
  connectPlayer();
  chooseMeasure();
  followDocument();
  showState();
}

QWidget* LoopPage::buildLeft() {
  settings_ = new LoopSettingsPanel(document_);
  auto* scroll = new ColumnArea(settings_, kSettingsWidth);
  scroll->setAccessibleName(tr("Settings of the feedback loop"));
  files_ = new LoopFileBar(document_);
  connect(files_, &LoopFileBar::failed, this, &LoopPage::failed);
  connect(files_, &LoopFileBar::told, this, &LoopPage::told);
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(files_);
  column->addWidget(scroll, 1);
  return left;
}

QWidget* LoopPage::buildRight() {
  hint_ = new QLabel;
  hint_->setWordWrap(true);
  hint_->hide();
  notes_ = smallWords();
  charts_ = new LoopCharts;
  auto* upper = new QWidget;
  auto* column = new QVBoxLayout(upper);
  column->setContentsMargins(4, 4, 4, 0);
  column->setSpacing(2);
  column->addWidget(buildBar());
  column->addWidget(hint_);
  column->addWidget(notes_);
  column->addWidget(charts_, 1);
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(upper);
  splitter->addWidget(buildLower());
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  splitter->setChildrenCollapsible(false);
  splitter->setSizes({kChartsShare, kTableShare});
  connect(charts_, &LoopCharts::enlargeAsked, this, [this](const QString& measure) {
    measure_->setCurrentIndex(measure_->findData(measure));
  });
  connect(charts_, &LoopCharts::rankerToggled, &model_, &LoopTableModel::setShown);
  connect(&model_, &LoopTableModel::rankerShown, charts_, &LoopCharts::showRanker);
  return splitter;
}

QWidget* LoopPage::buildBar() {
  start_ = named(new QPushButton(icon("train"), tr("Start")),
                 tr("Plays round after round, until the last one or a pause."));
  pause_ = named(new QPushButton(icon("pause"), tr("Pause")), tr("Pauses after this round."));
  step_ = named(new QPushButton(tr("Step")), tr("Plays one round."));
  stop_ = named(new QPushButton(icon("stop"), tr("Stop")),
                tr("Breaks the round in progress off at once; those before it stay."));
  reset_ = named(new QPushButton(tr("Reset")),
                 tr("Forgets what was played, for a loop with other settings."));
  status_ = new QLabel;
  status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  bar_ = new QProgressBar;
  bar_->setRange(0, kProgressSteps);
  bar_->setTextVisible(false);
  bar_->setFixedWidth(kProgressWidth);
  bar_->setAccessibleName(tr("Rounds played"));
  measure_ = named(new QComboBox, tr("What the chart shows: four measures at once, or one large."));
  measure_->setAccessibleName(tr("Measure"));
  measure_->setObjectName("loop_measure");
  start_->setObjectName("loop_start");
  measure_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  measure_->setMinimumContentsLength(3 * kShortestChoice);
  measure_->addItem(tr("Four charts"), QString());
  for (const LoopMeasure& measure : loopMeasures()) {
    measure_->addItem(titleOf(measure), QString::fromLatin1(measure.id));
    measure_->setItemData(measure_->count() - 1, helpOf(measure), Qt::ToolTipRole);
  }
  connect(start_, &QPushButton::clicked, this, &LoopPage::start);
  connect(pause_, &QPushButton::clicked, &player_, &LoopPlayer::pause);
  connect(step_, &QPushButton::clicked, this, &LoopPage::step);
  connect(stop_, &QPushButton::clicked, &player_, &LoopPlayer::stop);
  connect(reset_, &QPushButton::clicked, &player_, &LoopPlayer::reset);
  connect(measure_, &QComboBox::currentIndexChanged, this, &LoopPage::chooseMeasure);
  auto* bar = new QWidget;
  auto* column = new QVBoxLayout(bar);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  auto* buttons = new QHBoxLayout;
  auto* words = new QHBoxLayout;
  buttons->setSpacing(3);
  for (QPushButton* button : {start_, pause_, step_, stop_, reset_}) {
    button->setMinimumWidth(kNarrowButton);
    buttons->addWidget(button);
  }
  buttons->addStretch();
  words->addWidget(bar_);
  words->addWidget(status_, 1);
  words->addWidget(measure_);
  column->addLayout(buttons);
  column->addLayout(words);
  return bar;
}

QWidget* LoopPage::buildLower() {
  table_ = new QTableView;
  table_->setModel(&model_);
  showAsRows(*table_);
  table_->setIconSize({34, 16});
  table_->horizontalHeader()->setSortIndicator(LoopTableModel::Ranker, Qt::AscendingOrder);
  table_->setSortingEnabled(true);
  table_->resizeColumnsToContents();
  table_->setAccessibleName(tr("Rankers and what they came to"));
  table_->setWhatsThis(
      tr("Means over rounds from 2 on with 95 % intervals over seeds. The second column is the "
         "difference to the ranker chosen above, seed by seed, which takes most of chance away; ▲ "
         "and ▼ stand where its interval does not hold zero. Ticks show and hide lines."));
  auto* copyKey = new QAction(table_);
  copyKey->setShortcut(QKeySequence::Copy);
  copyKey->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(copyKey);
  against_ = named(new QComboBox, tr("The ranker that differences are taken to."));
  against_->setAccessibleName(tr("Against"));
  against_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  against_->setMinimumContentsLength(kShortestChoice);
  copy_ = named(new QToolButton, tr("Copies the table as text with tabs (Ctrl+C in the table)."));
  copy_->setIcon(icon("export"));
  copy_->setAutoRaise(true);
  copy_->setAccessibleName(tr("Copy the table"));
  connect(copyKey, &QAction::triggered, copy_, &QToolButton::click);
  connect(copy_, &QToolButton::clicked, this,
          [this] { QApplication::clipboard()->setText(model_.text()); });
  connect(against_, &QComboBox::currentIndexChanged, this, [this](int ranker) {
    if (ranker >= 0) player_.setAgainst(static_cast<std::size_t>(ranker));
  });
  keeper_ = new LoopKeeper(study_, player_);
  connect(keeper_, &LoopKeeper::failed, this, &LoopPage::failed);
  connect(keeper_, &LoopKeeper::told, this, &LoopPage::told);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(4, 2, 4, 0);
  auto* label = new QLabel(tr("Against"));
  label->setBuddy(against_);
  line->addWidget(label);
  against_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  against_->setMaximumWidth(kLongestName);
  line->addWidget(against_, 1);
  line->addWidget(copy_);
  line->addStretch(1);
  line->addWidget(keeper_, 1);
  auto* lower = new QWidget;
  auto* column = new QVBoxLayout(lower);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(line);
  column->addWidget(table_, 1);
  return lower;
}

void LoopPage::connectPlayer() {
  connect(&player_, &LoopPlayer::changed, this, &LoopPage::showState);
  connect(&player_, &LoopPlayer::viewChanged, this, &LoopPage::showView);
  connect(&player_, &LoopPlayer::marksChanged, this, [this] {
    charts_->setMarks(player_.marks());
    showNotes();
  });
  connect(&player_, &LoopPlayer::failed, this, [this](const QString& reason) {
    Q_EMIT failed({tr("The feedback loop cannot go on"), reason, {}});
  });
}

void LoopPage::start() {
  if (player_.state() == State::Empty || player_.state() == State::Finished) {
    player_.begin(document_.settings());
  }
  player_.play();
}

void LoopPage::step() {
  if (player_.state() == State::Empty) player_.begin(document_.settings());
  player_.step();
}

const LoopSettings& LoopPage::shownSettings() const {
  return player_.state() == State::Empty ? document_.settings() : player_.settings();
}

void LoopPage::suggestName() {
  keeper_->suggestName(shownSettings());
}

QString LoopPage::problem() const {
  const LoopSettings& settings = document_.settings();
  if (settings.rankers.empty()) return tr("Tick at least one ranker.");
  try {
    requireValid(settings.audience);
  } catch (const Error& error) {
    return wordsOfCore(error.what());
  }
  return {};
}

void LoopPage::followDocument() {
  const LoopSettings& settings = document_.settings();
  const bool begun = player_.state() != State::Empty;
  if (begun && settings.audience == player_.settings().audience) {
    player_.setWeights(weightsOf(settings));
  }
  suggestName();
  showNotes();
  showState();
}

void LoopPage::showNotes() {
  QStringList words = cautions(shownSettings());
  if (!player_.marks().empty()) {
    words.prepend(
        tr("Value weights were changed on the way: means over rounds mix before and "
           "after."));
  }
  // The first ones in the page, all of them where the mouse rests.
  notes_->setText(words.mid(0, 2).join(' ') + (words.size() > 2 ? " …" : ""));
  notes_->setToolTip(words.join("\n\n"));
  notes_->setVisible(!words.isEmpty());
}

void LoopPage::showState() {
  const State state = player_.state();
  const bool begun = state != State::Empty, playing = player_.playing();
  const bool ready = !player_.keeping() && !player_.stopping();
  const QString wrong = problem();
  start_->setText(state == State::Paused && player_.roundsPlayed() > 0 ? tr("Go on")
                  : state == State::Finished                           ? tr("Start again")
                                                                       : tr("Start"));
  const bool needsDocument = !begun || state == State::Finished;
  start_->setEnabled(ready && (!playing || player_.pausing()) &&
                     (!needsDocument || wrong.isEmpty()));
  step_->setEnabled(ready && !playing && state != State::Finished && (begun || wrong.isEmpty()));
  pause_->setEnabled(ready && playing && !player_.pausing());
  stop_->setEnabled(playing && !player_.stopping());
  reset_->setEnabled(ready && begun && !playing);
  keeper_->keepButton().setEnabled(ready && !playing && player_.roundsPlayed() > 0);
  copy_->setEnabled(player_.view() != nullptr);
  status_->setText(loopStatus(player_));
  double done = player_.roundsPlayed();
  if (playing && player_.progress().all > 0) {
    done +=
        static_cast<double>(player_.progress().done) / static_cast<double>(player_.progress().all);
  }
  const int all = begun ? player_.settings().rounds : 1;
  bar_->setValue(static_cast<int>(std::lround(kProgressSteps * done / all)));
  const bool differs =
      begun && withWeights(player_.settings(), weightsOf(document_.settings())) !=
                   withWeights(document_.settings(), weightsOf(document_.settings()));
  hint_->setText(!wrong.isEmpty() ? wrong
                 : differs ? tr("The settings are other ones than those of this loop. Reset, and "
                                "start again, to play by them; value weights alone are taken on "
                                "the way.")
                           : QString());
  hint_->setVisible(!hint_->text().isEmpty());
  if (!begun || against_->count() == 0) fillAgainst();
}

void LoopPage::fillAgainst() {
  const LoopSettings& settings = shownSettings();
  QStringList names;
  for (const RankerSettings& ranker : settings.rankers) {
    names << QString::fromStdString(ranker.name);
  }
  QStringList shown;
  for (int i = 0; i < against_->count(); ++i) shown << against_->itemText(i);
  if (names == shown) return;
  const QSignalBlocker quiet(against_);
  against_->clear();
  against_->addItems(names);
  const auto supervised =
      std::find_if(settings.rankers.begin(), settings.rankers.end(),
                   [](const RankerSettings& ranker) { return ranker.kind == "supervised"; });
  against_->setCurrentIndex(supervised == settings.rankers.end()
                                ? 0
                                : static_cast<int>(supervised - settings.rankers.begin()));
}

void LoopPage::showView() {
  const std::shared_ptr<const LoopView> view = player_.view();
  const bool first = model_.rowCount() == 0 && view;
  charts_->show(view);
  model_.show(view);
  if (view) {
    fillAgainst();
    const QSignalBlocker quiet(against_);
    against_->setCurrentIndex(static_cast<int>(view->against));
  }
  // Wide enough for what comes, once; a person may change it.
  if (first || (view && view->played == kFirstOwnRound + 1)) table_->resizeColumnsToContents();
  copy_->setEnabled(view != nullptr);
  suggestName();
}

void LoopPage::chooseMeasure() {
  const std::string id = measure_->currentData().toString().toStdString();
  charts_->enlarge(id);
  model_.setMeasure(measureIndex(id.empty() ? "reward_per_user" : id));
  measure_->setToolTip(id.empty() ? measure_->whatsThis() : helpOf(findLoopMeasure(id)));
}

QString LoopPage::closingText() const {
  if (!player_.playing()) return {};
  return tr("Round %1 of %2 of the feedback loop is being played; what was played is lost unless "
            "it "
            "is kept in a workspace.")
      .arg(player_.roundsPlayed() + 1)
      .arg(player_.settings().rounds);
}

bool LoopPage::event(QEvent* event) {
  // The window's own undo is the study's.
  if (event->type() == QEvent::ShortcutOverride) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      key->accept();
      return true;
    }
  }
  return QWidget::event(event);
}

void LoopPage::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo)) {
    document_.undoStack().undo();
  } else if (event->matches(QKeySequence::Redo)) {
    document_.undoStack().redo();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace luce::desktop
