#include "app/desktop/lessons/lesson_list.h"

#include <QVBoxLayout>

#include "app/desktop/text_size.h"

namespace luce::desktop {

LessonList::LessonList(const LessonLibrary& library, const LessonProgress& progress, int columns,
                       QWidget* parent)
    : QWidget(parent),
      library_(library),
      progress_(progress),
      columns_(columns),
      grid_(new QGridLayout),
      problems_(new QLabel) {
  problems_->setWordWrap(true);
  problems_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  problems_->setAccessibleName(tr("Lessons with mistakes"));
  grid_->setSpacing(6);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(grid_);
  layout->addWidget(problems_);
  layout->addStretch();
  connect(&library, &LessonLibrary::changed, this, &LessonList::fill);
  connect(&progress, &LessonProgress::changed, this, &LessonList::showProgress);
  fill();
}

void LessonList::fill() {
  for (QPushButton* button : buttons_) delete button;
  buttons_.clear();
  const int count = static_cast<int>(library_.lessons().size());
  const int rows = (count + columns_ - 1) / columns_;
  for (int i = 0; i < count; ++i) {
    const Lesson& lesson = library_.lessons()[static_cast<std::size_t>(i)];
    auto* button = new QPushButton;
    button->setStyleSheet("QPushButton { text-align: left; padding: 5px 10px; }");
    followTextSize(*button, 1);
    // A long title must not make the page wider than its place.
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this,
            [this, id = lesson.id] { Q_EMIT lessonChosen(id); });
    grid_->addWidget(button, i % rows, i / rows);
    buttons_.push_back(button);
  }
  problems_->setText(library_.problems().join("\n\n"));
  problems_->setVisible(!library_.problems().isEmpty());
  showProgress();
}

void LessonList::showProgress() {
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    const Lesson& lesson = library_.lessons()[i];
    const int done = progress_.doneCount(lesson);
    const int steps = static_cast<int>(lesson.steps.size());
    const QString time = tr("%1 min").arg(lesson.minutes);
    const QString state = done == 0       ? time
                          : done == steps ? tr("%1, done").arg(time)
                                          : tr("%1, %2/%3").arg(time).arg(done).arg(steps);
    const QString mark = done == steps ? QStringLiteral("✓ ") : QString();
    QString title = lesson.title;
    buttons_[i]->setText(
        QString("%1%2  %3  ·  %4").arg(mark).arg(i + 1).arg(title.replace('&', "&&"), state));
    buttons_[i]->setToolTip(lesson.summary);
    buttons_[i]->setWhatsThis(lesson.summary.isEmpty() ? lesson.title : lesson.summary);
    buttons_[i]->setAccessibleName(QString("%1. %2, %3").arg(i + 1).arg(lesson.title, state));
  }
}

}  // namespace luce::desktop
