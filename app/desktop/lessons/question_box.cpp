#include "app/desktop/lessons/question_box.h"

#include <QHBoxLayout>

namespace luce::desktop {

QuestionBox::QuestionBox(QWidget* parent)
    : QFrame(parent), question_(new LessonWords), list_(new QVBoxLayout), why_(new LessonWords) {
  setFrameShape(QFrame::StyledPanel);
  QFont bold = question_->font();
  bold.setBold(true);
  question_->setFont(bold);
  list_->setSpacing(2);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(question_);
  layout->addLayout(list_);
  layout->addWidget(why_);
  connect(question_, &LessonWords::controlAsked, this, &QuestionBox::controlAsked);
  connect(why_, &LessonWords::controlAsked, this, &QuestionBox::controlAsked);
}

void QuestionBox::setQuestion(const LessonStep& step) {
  for (QWidget* row : rows_) delete row;
  delete group_;
  rows_.clear();
  choices_.clear();
  answers_ = step.answers;
  group_ = new QButtonGroup(this);
  question_->setLesson(step.question);
  why_->setVisible(false);
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    auto* row = new QWidget;
    auto* choice = new QRadioButton;
    auto* words = new LessonWords;
    words->setLesson(answers_[i].text);
    choice->setAccessibleName(words->plainText());
    choice->setWhatsThis(
        tr("An answer. Choosing it tells why it is right or not; any number may "
           "be tried."));
    group_->addButton(choice);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(choice, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    connect(words, &LessonWords::clicked, choice, [choice] { choice->click(); });
    connect(choice, &QRadioButton::clicked, this, [this, i] { tell(i); });
    list_->addWidget(row);
    rows_.push_back(row);
    choices_.push_back(choice);
  }
  setVisible(!step.question.isEmpty());
}

void QuestionBox::tell(std::size_t answer) {
  const LessonAnswer& chosen = answers_[answer];
  why_->setLesson(
      (chosen.right ? tr("✓ **Right.** %1") : tr("✗ **Not quite.** %1")).arg(chosen.why));
  why_->setVisible(true);
  Q_EMIT answered(chosen.right);
}

}  // namespace luce::desktop
