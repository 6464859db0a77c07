// The running lesson beside the study: its step, the deed and whether it is done, a question, the
// way on and back. Without a running lesson, all lessons to choose from.
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QWidget>

#include "app/desktop/lessons/lesson_list.h"
#include "app/desktop/lessons/lesson_player.h"
#include "app/desktop/lessons/lesson_text.h"
#include "app/desktop/lessons/question_box.h"

namespace luce::desktop {

class LessonPanel : public QWidget {
  Q_OBJECT

 public:
  LessonPanel(LessonPlayer& player, const LessonLibrary& library, const LessonProgress& progress,
              QWidget* parent = nullptr);

  /// Whether the sample log is wanted and another one, or none, is open.
  void offerSample(bool offered);
  /// In letters that are read from afar.
  void setLarge(bool large);

  LessonList& list() { return *list_; }
  LessonText& text() { return *text_; }
  LessonWords& deed() { return *deed_; }
  QLabel& mark() { return *mark_; }
  QuestionBox& question() { return *question_; }
  QComboBox& steps() { return *steps_; }
  QPushButton& showButton() { return *show_; }
  QPushButton& setUpButton() { return *setUp_; }
  QPushButton& nextButton() { return *next_; }
  QPushButton& backButton() { return *back_; }
  QPushButton& sampleButton() { return *sample_; }
  QAction& resetStepAction() { return *resetStep_; }
  QAction& resetLessonAction() { return *resetLesson_; }

 Q_SIGNALS:
  void controlAsked(QString name);
  void sampleAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildHead();
  QWidget* buildStep();
  QWidget* buildDeed();
  QLayout* buildWay();
  void fitFonts();
  void showLesson();
  void showStep();
  void showDeed();
  /// What is said of a deed or an answer stands beneath it, often below the panel's end.
  void bringIntoView(QWidget& part);
  void showDoneSteps();

  LessonPlayer& player_;
  const LessonProgress& progress_;
  QStackedLayout* pages_;
  LessonList* list_;
  QWidget* lesson_;
  QLabel* title_;
  bool large_ = false;
  QComboBox* steps_;
  QWidget* sampleOffer_;
  QPushButton* sample_;
  QScrollArea* scroll_;
  LessonText* text_;
  QFrame* deedBox_;
  QLabel* mark_;
  LessonWords* deed_;
  LessonWords* done_;
  QPushButton* show_;
  QPushButton* setUp_;
  QuestionBox* question_;
  QPushButton* back_;
  QToolButton* reset_;
  QAction* resetStep_;
  QAction* resetLesson_;
  QPushButton* next_;
};

}  // namespace luce::desktop
