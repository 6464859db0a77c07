#include "app/desktop/lessons/lesson_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kMargin = 6;
constexpr double kLarge = 1.25;
constexpr double kTitle = 1.15;
constexpr int kShortestStep = 8;  // letters

QScrollArea* scrolled(QWidget* content) {
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  return scroll;
}

}  // namespace

LessonPanel::LessonPanel(LessonPlayer& player, const LessonLibrary& library,
                         const LessonProgress& progress, QWidget* parent)
    : QWidget(parent),
      player_(player),
      progress_(progress),
      pages_(new QStackedLayout(this)),
      list_(new LessonList(library, progress, 1)),
      lesson_(new QWidget),
      title_(new QLabel),
      steps_(new QComboBox),
      sampleOffer_(new QWidget),
      sample_(new QPushButton(tr("Open the sample log"))),
      text_(new LessonText),
      deedBox_(new QFrame),
      mark_(new QLabel),
      deed_(new LessonWords),
      done_(new LessonWords),
      show_(new QPushButton(tr("&Show me"))),
      setUp_(new QPushButton(tr("Set &up for me"))),
      question_(new QuestionBox),
      back_(new QPushButton(tr("&Back"))),
      reset_(new QToolButton),
      next_(new QPushButton(tr("&Next"))) {
  auto* column = new QVBoxLayout(lesson_);
  column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  column->addWidget(buildHead());
  scroll_ = scrolled(buildStep());
  // A bar that came and went with the text's height would change its width, and so its height.
  scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  column->addWidget(scroll_, 1);
  column->addLayout(buildWay());
  auto* choice = scrolled(list_);
  list_->layout()->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  pages_->addWidget(choice);
  pages_->addWidget(lesson_);

  connect(&player_, &LessonPlayer::lessonChanged, this, &LessonPanel::showLesson);
  connect(&player_, &LessonPlayer::stepChanged, this, &LessonPanel::showStep);
  connect(&player_, &LessonPlayer::deedChanged, this, &LessonPanel::showDeed);
  connect(&progress, &LessonProgress::changed, this, &LessonPanel::showDoneSteps);
  connect(question_, &QuestionBox::answered, &player_, &LessonPlayer::answered);
  // Once the text that appears then is laid out.
  connect(
      &player_, &LessonPlayer::deedChanged, this, [this] { bringIntoView(*done_); },
      Qt::QueuedConnection);
  connect(
      question_, &QuestionBox::answered, this, [this] { bringIntoView(question_->explanation()); },
      Qt::QueuedConnection);
  for (LessonWords* words : {deed_, done_}) {
    connect(words, &LessonWords::controlAsked, this, &LessonPanel::controlAsked);
  }
  connect(text_, &LessonText::controlAsked, this, &LessonPanel::controlAsked);
  connect(question_, &QuestionBox::controlAsked, this, &LessonPanel::controlAsked);
  connect(show_, &QPushButton::clicked, this,
          [this] { Q_EMIT controlAsked(player_.current().show); });
  connect(setUp_, &QPushButton::clicked, &player_, &LessonPlayer::setUp);
  connect(sample_, &QPushButton::clicked, this, &LessonPanel::sampleAsked);
  fitFonts();
  showLesson();
}

QWidget* LessonPanel::buildHead() {
  title_->setWordWrap(true);
  steps_->setAccessibleName(tr("Step of the lesson"));
  steps_->setWhatsThis(
      tr("The lesson's steps; a tick marks those that are done. Any may be chosen."));
  steps_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  steps_->setMinimumContentsLength(kShortestStep);
  connect(steps_, &QComboBox::activated, &player_, &LessonPlayer::goTo);
  auto* all = new QToolButton;
  all->setText(QStringLiteral("☰"));
  all->setAccessibleName(tr("All lessons"));
  all->setToolTip(tr("Leave this lesson and choose another one. It goes on where it was left."));
  all->setFocusPolicy(Qt::StrongFocus);
  connect(all, &QToolButton::clicked, &player_, &LessonPlayer::end);
  sample_->setWhatsThis(
      tr("Opens the log that this lesson speaks of: 1,200 slates of ten candidates."));
  auto* offer = new QVBoxLayout(sampleOffer_);
  offer->setContentsMargins(0, 0, 0, 0);
  auto* words = new QLabel(tr("This lesson speaks of the sample log."));
  words->setWordWrap(true);
  offer->addWidget(words);
  offer->addWidget(sample_);
  auto* head = new QWidget;
  auto* layout = new QVBoxLayout(head);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(title_);
  auto* line = new QHBoxLayout;
  line->addWidget(steps_, 1);
  line->addWidget(all);
  layout->addLayout(line);
  layout->addWidget(sampleOffer_);
  return head;
}

QWidget* LessonPanel::buildStep() {
  auto* step = new QWidget;
  auto* column = new QVBoxLayout(step);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(text_);
  column->addWidget(buildDeed());
  column->addWidget(question_);
  column->addStretch();
  return step;
}

QWidget* LessonPanel::buildDeed() {
  deedBox_->setFrameShape(QFrame::StyledPanel);
  mark_->setAccessibleName(tr("Whether it is done"));
  setUp_->setWhatsThis(
      tr("Makes the settings that this step speaks of, as one change that can be undone."));
  show_->setWhatsThis(tr("Points at the control in the window, and away from it again."));
  auto* line = new QHBoxLayout;
  line->addWidget(mark_, 0, Qt::AlignTop);
  line->addWidget(deed_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(show_);
  buttons->addWidget(setUp_);
  buttons->addStretch();
  auto* column = new QVBoxLayout(deedBox_);
  column->addLayout(line);
  column->addLayout(buttons);
  column->addWidget(done_);
  return deedBox_;
}

QLayout* LessonPanel::buildWay() {
  auto* menu = new QMenu(reset_);
  resetStep_ = menu->addAction(tr("This &step"), &player_, &LessonPlayer::resetStep);
  resetLesson_ = menu->addAction(tr("The whole &lesson"), &player_, &LessonPlayer::resetLesson);
  reset_->setText(tr("Reset"));
  reset_->setMenu(menu);
  reset_->setPopupMode(QToolButton::InstantPopup);
  reset_->setFocusPolicy(Qt::StrongFocus);
  reset_->setWhatsThis(
      tr("Settings and slate as they were when this step, or the lesson, began. Can be undone."));
  back_->setWhatsThis(tr("The step before this one."));
  next_->setWhatsThis(tr("The next step, also when the deed is not done."));
  connect(back_, &QPushButton::clicked, &player_, &LessonPlayer::previous);
  connect(next_, &QPushButton::clicked, &player_, &LessonPlayer::next);
  auto* way = new QHBoxLayout;
  way->addWidget(back_);
  way->addWidget(reset_);
  way->addStretch();
  way->addWidget(next_);
  return way;
}

void LessonPanel::offerSample(bool offered) {
  sampleOffer_->setVisible(offered);
}

void LessonPanel::setLarge(bool large) {
  large_ = large;
  fitFonts();
}

void LessonPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) fitFonts();
}

void LessonPanel::fitFonts() {
  const double size = font().pointSizeF() * (large_ ? kLarge : 1);
  const auto give = [size](QWidget* widget, double scale, bool bold) {
    QFont made;
    made.setPointSizeF(scale * size);
    made.setBold(bold);
    if (widget->font() != made) widget->setFont(made);
  };
  for (QWidget* words :
       {static_cast<QWidget*>(text_), static_cast<QWidget*>(deed_), static_cast<QWidget*>(done_)}) {
    give(words, 1, false);
  }
  give(title_, kTitle, true);
  give(mark_, kTitle, false);
}

void LessonPanel::showLesson() {
  const Lesson* lesson = player_.lesson();
  pages_->setCurrentIndex(lesson == nullptr ? 0 : 1);
  if (lesson != nullptr) title_->setText(lesson->title);
}

void LessonPanel::showDoneSteps() {
  const Lesson* lesson = player_.lesson();
  if (lesson == nullptr) return;
  const QSignalBlocker quiet(steps_);
  steps_->clear();
  for (int i = 0; i < static_cast<int>(lesson->steps.size()); ++i) {
    const QString mark = progress_.isDone(*lesson, i) ? QStringLiteral("  ✓") : QString();
    steps_->addItem(QString("%1 / %2  %3%4")
                        .arg(i + 1)
                        .arg(lesson->steps.size())
                        .arg(lesson->steps[static_cast<std::size_t>(i)].title, mark));
  }
  steps_->setCurrentIndex(player_.step());
}

void LessonPanel::showStep() {
  showDoneSteps();
  const LessonStep& step = player_.current();
  text_->setLesson(step.text);
  deed_->setLesson(step.deed);
  deed_->setVisible(!step.deed.isEmpty());
  mark_->setVisible(!step.deed.isEmpty());
  done_->setLesson(step.done);
  show_->setVisible(!step.show.isEmpty());
  setUp_->setVisible(!step.settings.empty());
  deedBox_->setVisible(!step.deed.isEmpty() || !step.show.isEmpty() || !step.settings.empty());
  question_->setQuestion(step);
  back_->setEnabled(player_.step() > 0);
  next_->setText(player_.isLast() ? tr("&Finish") : tr("&Next"));
  scroll_->verticalScrollBar()->setValue(0);
  showDeed();
}

void LessonPanel::showDeed() {
  const bool done = player_.deedDone();
  mark_->setText(done ? QStringLiteral("✓") : QStringLiteral("○"));
  mark_->setAccessibleDescription(done ? tr("done") : tr("not done yet"));
  QPalette palette = mark_->palette();
  palette.setColor(QPalette::WindowText,
                   done ? theme::kGain : this->palette().color(QPalette::WindowText));
  mark_->setPalette(palette);
  done_->setVisible(done && !player_.current().done.isEmpty());
  next_->setDefault(done);
}

void LessonPanel::bringIntoView(QWidget& part) {
  if (part.isVisible()) scroll_->ensureWidgetVisible(&part, 0, kMargin);
}

}  // namespace luce::desktop
