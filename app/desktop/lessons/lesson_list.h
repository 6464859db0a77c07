// All lessons to choose from, with how long they take and how far a person has come.
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <vector>

#include "app/desktop/lessons/lesson_library.h"
#include "app/desktop/lessons/lesson_progress.h"

namespace luce::desktop {

class LessonList : public QWidget {
  Q_OBJECT

 public:
  LessonList(const LessonLibrary& library, const LessonProgress& progress, int columns,
             QWidget* parent = nullptr);

  const std::vector<QPushButton*>& buttons() const { return buttons_; }

 Q_SIGNALS:
  void lessonChosen(QString id);

 private:
  void fill();
  void showProgress();

  const LessonLibrary& library_;
  const LessonProgress& progress_;
  int columns_;
  QGridLayout* grid_;
  QLabel* problems_;
  std::vector<QPushButton*> buttons_;
};

}  // namespace luce::desktop
