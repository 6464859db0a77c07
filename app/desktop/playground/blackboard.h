// The board that is worked on: bars are dragged, actions and names clicked; or by the keyboard:
//
//   Left, Right       another candidate          Up, Down   more or less, with Shift in small
//   Page Up, Down     another quantity of it                steps, with Ctrl in large ones
//   Space             the action, or the draw    Enter      a step
#pragma once

#include <QWidget>
#include <optional>

#include "app/desktop/playground/board_layout.h"
#include "app/desktop/playground/playground_document.h"

namespace luce::desktop {

class Blackboard : public QWidget {
  Q_OBJECT

 public:
  explicit Blackboard(PlaygroundDocument& document, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {1000, 640}; }
  QSize minimumSizeHint() const override { return {560, 420}; }

  const BoardSpot& focusSpot() const { return focus_; }
  void setFocusSpot(const BoardSpot& spot);
  /// The candidate under the mouse, else the one that has the keyboard.
  std::size_t candidateInView() const { return hovered_.value_or(focus_.candidate); }
  BoardLayout boardLayout() const;
  /// "p(click) of A: 0.42"
  QString spotText(const BoardSpot& spot) const;

 Q_SIGNALS:
  void stepAsked();
  /// Another candidate is looked at.
  void candidateInViewChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Drag {
    BoardSpot spot;
    BlackboardSlate before;
    BoardScales scales;  ///< stay as they were, so that the bar stays under the mouse
    double startY = 0;
    std::int64_t number = 0;
  };

  QRectF boardPlace() const;
  void dragTo(double y, bool fine);
  void toggle(const BoardSpot& spot);
  void nudge(double direction, Qt::KeyboardModifiers modifiers);
  void moveFocus(int candidates, int quantities);
  std::vector<BoardSpot> spotsOf(std::size_t candidate) const;
  double valueOf(const BoardSpot& spot, const BlackboardSlate& slate) const;
  void set(const BoardSpot& spot, double value, BlackboardSlate slate, Deed deed);
  void setHovered(std::optional<std::size_t> candidate);
  void fitFocus();
  void tellFocus();

  PlaygroundDocument& document_;
  BoardSpot focus_;
  std::optional<std::size_t> hovered_;
  std::optional<Drag> drag_;
};

}  // namespace luce::desktop
