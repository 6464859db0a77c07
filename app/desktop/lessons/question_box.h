// A question with answers to choose from. Each answer explains itself; a wrong one costs nothing.
#pragma once

#include <QButtonGroup>
#include <QFrame>
#include <QRadioButton>
#include <QVBoxLayout>
#include <vector>

#include "app/desktop/lessons/lesson.h"
#include "app/desktop/lessons/lesson_words.h"

namespace luce::desktop {

class QuestionBox : public QFrame {
  Q_OBJECT

 public:
  explicit QuestionBox(QWidget* parent = nullptr);

  /// Hidden for a step without a question.
  void setQuestion(const LessonStep& step);
  const std::vector<QRadioButton*>& choices() const { return choices_; }
  LessonWords& explanation() { return *why_; }

 Q_SIGNALS:
  void answered(bool right);
  void controlAsked(QString name);

 private:
  void tell(std::size_t answer);

  LessonWords* question_;
  QVBoxLayout* list_;
  LessonWords* why_;
  QButtonGroup* group_ = nullptr;
  std::vector<QRadioButton*> choices_;
  std::vector<QWidget*> rows_;
  std::vector<LessonAnswer> answers_;
};

}  // namespace luce::desktop
