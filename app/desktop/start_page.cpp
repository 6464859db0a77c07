#include "app/desktop/start_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "app/desktop/text_size.h"
#include "app/desktop/window/icons.h"

namespace luce::desktop {

namespace {

constexpr int kColumnWidth = 400;
constexpr int kButtonHeight = 38;
constexpr int kPicture = 56;
constexpr int kSpacing = 10;

QLabel* words(const QString& text, double scale, bool faint) {
  auto* label = new QLabel(text);
  followTextSize(*label, scale);
  label->setWordWrap(true);
  if (faint) label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QPushButton* button(const QString& text, const char* picture, const QString& help) {
  auto* made = new QPushButton(icon(picture), text);
  made->setMinimumHeight(kButtonHeight);
  made->setStyleSheet("QPushButton { text-align: left; padding-left: 12px; }");
  followTextSize(*made, 1);
  made->setWhatsThis(help);
  made->setToolTip(help);
  return made;
}

}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      sample_(button(tr("&Sample log: slates with clicks, long views, likes"), "sample",
                     tr("1,200 slates of ten candidates, made by Luce's simulator, with an "
                        "experiment that is ready to train."))),
      open_(button(tr("&Open a log or a workspace…"), "open",
                   tr("Files of a log, plain or packed, or a workspace (.luce). The columns of a "
                      "log are shown before it is imported."))),
      folder_(button(tr("Open a &folder…"), "open",
                     tr("A folder with the files of one log, such as Open Bandit's."))),
      playground_(button(tr("Single-slate &playground"), "train",
                         tr("A blackboard for one slate: drag p and propensities, and see the "
                            "gradient of any scheme as arrows. Needs no log."))),
      loop_(button(tr("Feedback &loop"), "compare",
                   tr("Rankers let loose on simulated users, round after round of log, train and "
                      "deploy. Needs no log."))),
      back_(button(tr("&Back to the study"), "undo", tr("The study that is open."))),
      recover_(new QPushButton(tr("&Recover it"))),
      lostText_(words({}, 1.0, false)),
      recent_(new QListWidget),
      recentPart_(buildRecent()),
      lost_(buildLost()),
      lessons_(new QVBoxLayout) {
  auto* picture = new QLabel;
  picture->setPixmap(programIcon().pixmap(kPicture));
  auto* name = new QVBoxLayout;
  name->addWidget(words("Luce", 2.4, false));
  name->addWidget(words(tr("Train a ranker for the value it is used for, and see whether it pays."),
                        1.1, true));
  auto* head = new QHBoxLayout;
  head->setSpacing(2 * kSpacing);
  head->addWidget(picture);
  head->addLayout(name, 1);

  auto* left = new QVBoxLayout;
  left->setSpacing(kSpacing);
  left->addWidget(words(tr("Start"), 1.2, false));
  left->addWidget(back_);
  for (QPushButton* action : {sample_, open_, folder_, playground_, loop_}) left->addWidget(action);
  left->addWidget(words(tr("or drop it here: CSV, JSONL, SVMlight, Open Bandit, KuaiRand, "
                           "MovieLens, SQLite; plain or packed"),
                        1.0, true));
  left->addStretch();
  back_->setVisible(false);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(4 * kSpacing);
  columns->addLayout(left, 1);
  columns->addWidget(recentPart_, 1);

  auto* column = new QVBoxLayout;
  column->setSpacing(2 * kSpacing);
  column->addStretch(1);
  column->addLayout(head);
  column->addWidget(lost_);
  column->addLayout(columns, 3);
  column->addLayout(lessons_);
  column->addStretch(1);
  auto* middle = new QWidget;
  middle->setLayout(column);
  middle->setMaximumWidth(2 * kColumnWidth + 4 * kSpacing);
  auto* layout = new QHBoxLayout(this);
  layout->addStretch(1);
  layout->addWidget(middle, 6);
  layout->addStretch(1);
  connect(sample_, &QPushButton::clicked, this, &StartPage::sampleAsked);
  connect(open_, &QPushButton::clicked, this, &StartPage::openAsked);
  connect(folder_, &QPushButton::clicked, this, &StartPage::folderAsked);
  connect(playground_, &QPushButton::clicked, this, &StartPage::playgroundAsked);
  connect(loop_, &QPushButton::clicked, this, &StartPage::feedbackLoopAsked);
  connect(back_, &QPushButton::clicked, this, &StartPage::backAsked);
  setTabOrder(recover_, sample_);
}

QWidget* StartPage::buildRecent() {
  auto* part = new QWidget;
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kSpacing);
  layout->addWidget(words(tr("Opened before"), 1.2, false));
  layout->addWidget(recent_, 1);
  recent_->setAccessibleName(tr("Recent files"));
  recent_->setWhatsThis(tr("Workspaces and logs that were opened before, newest first."));
  recent_->setTextElideMode(Qt::ElideMiddle);
  recent_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  const auto ask = [this](QListWidgetItem* item) {
    Q_EMIT fileAsked(item->data(Qt::UserRole).toString());
  };
  connect(recent_, &QListWidget::itemActivated, this, ask);
  connect(recent_, &QListWidget::itemClicked, this, ask);
  return part;
}

QFrame* StartPage::buildLost() {
  auto* frame = new QFrame;
  frame->setFrameShape(QFrame::StyledPanel);
  auto* forget = new QPushButton(tr("&Not now"));
  recover_->setDefault(true);
  recover_->setWhatsThis(
      tr("Opens the workspace with the dataset, the run, the slate and the "
         "settings that were there. A training that was cut off keeps its best "
         "weights."));
  recover_->setToolTip(recover_->whatsThis());
  forget->setWhatsThis(tr("Leaves the study as it is in its workspace."));
  auto* layout = new QHBoxLayout(frame);
  layout->addWidget(lostText_, 1);
  layout->addWidget(recover_);
  layout->addWidget(forget);
  connect(recover_, &QPushButton::clicked, this, [this] {
    lost_->setVisible(false);
    Q_EMIT lostStudyAsked();
  });
  connect(forget, &QPushButton::clicked, frame, [frame] { frame->setVisible(false); });
  frame->setVisible(false);
  return frame;
}

void StartPage::offerLostStudy(const std::optional<KeptSession>& session) {
  lost_->setVisible(session.has_value());
  if (!session) return;
  const QString experiment = session->run.isEmpty() ? QString() : tr(", run %1").arg(session->run);
  lostText_->setText(tr("Luce ended unexpectedly. The study of %1 in %2%3 is kept as it was at %4.")
                         .arg(session->dataset, QFileInfo(session->workspace).fileName(),
                              experiment,
                              QLocale::system().toString(session->saved, QLocale::ShortFormat)));
}

void StartPage::setLessons(QWidget* lessons) {
  lessons_->setSpacing(kSpacing);
  lessons_->addWidget(words(tr("Lessons"), 1.2, false));
  lessons_->addWidget(lessons);
}

void StartPage::setBackOffered(bool offered) {
  back_->setVisible(offered);
}

void StartPage::setRecentFiles(const QStringList& files) {
  recent_->clear();
  for (const QString& file : files) {
    const QFileInfo info(file);
    auto* item =
        new QListWidgetItem(QString("%1\n%2").arg(info.fileName(), info.absolutePath()), recent_);
    item->setData(Qt::UserRole, file);
    item->setToolTip(file);
  }
  recentPart_->setVisible(!files.isEmpty());
}

}  // namespace luce::desktop
