#include "app/desktop/steady_room.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace luce::desktop {
namespace {

/// Counts how often its layout was asked for anew.
class Counter : public QWidget {
 public:
  int requests = 0;

 protected:
  bool event(QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest) ++requests;
    return QWidget::event(event);
  }
};

/// What is asked for while events are handled is done in the next turn.
void settle() {
  for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();
}

TEST(SteadyRoom, AsksForAnotherLayoutOnlyWhereTheTextNoLongerFits) {
  Counter window;
  auto* label = new QLabel("12345678");
  auto* room = new SteadyRoom(label);
  auto* layout = new QHBoxLayout(&window);
  layout->addWidget(room);
  layout->addStretch();
  window.resize(800, 60);
  window.show();
  settle();
  EXPECT_EQ(label->size(), room->size());
  const int before = room->width();
  window.requests = 0;
  for (const char* text : {"87654321", "1", "1234"}) {
    label->setText(text);
    settle();
  }
  EXPECT_EQ(window.requests, 0);
  EXPECT_EQ(room->width(), before);

  label->setText("a text that is several times as long as the first");
  settle();
  EXPECT_GT(window.requests, 0);
  EXPECT_GE(room->width(), label->sizeHint().width());
  label->clear();
  settle();
  EXPECT_LT(room->width(), before) << "an empty text gives its room back";
}

TEST(SteadyRoom, HasRoomForATextThatCameWhileItWasHidden) {
  QWidget window;
  auto* group = new QWidget(&window);
  auto* label = new QLabel;
  auto* layout = new QHBoxLayout(group);
  layout->addWidget(new SteadyRoom(label));
  layout->addStretch();
  auto* outer = new QHBoxLayout(&window);
  outer->addWidget(group);
  window.resize(800, 60);
  window.show();
  settle();
  group->hide();
  settle();
  label->setText("a text of some length");
  group->show();
  settle();
  EXPECT_GE(label->width(), label->sizeHint().width());
}

TEST(SteadyRoom, GrowsInHeightForATextThatWraps) {
  QWidget window;
  auto* label = new QLabel("short");
  label->setWordWrap(true);
  auto* layout = new QVBoxLayout(&window);
  auto* room = new SteadyRoom(label);
  layout->addWidget(room);
  layout->addStretch();
  window.resize(200, 400);
  window.show();
  settle();
  const int before = room->height();
  label->setText(QString("word ").repeated(60));
  settle();
  EXPECT_GE(room->height(), label->heightForWidth(room->width()));
  EXPECT_GT(room->height(), 2 * before);
}

}  // namespace
}  // namespace luce::desktop
