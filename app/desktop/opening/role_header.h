// The head of the preview: a column's name, its role in the role's colour, and why it has it. A
// click on the role asks for another one.
#pragma once

#include <QHeaderView>

#include "app/desktop/opening/preview_model.h"

namespace luce::desktop {

class RoleHeader : public QHeaderView {
  Q_OBJECT

 public:
  explicit RoleHeader(QWidget* parent = nullptr);

  /// Where a column's role is drawn, in the viewport.
  QRect roleRect(int section) const;
  /// What a column needs to show its name and role.
  int wantedWidth(int section) const;

 Q_SIGNALS:
  void roleAsked(int section);

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  QSize sectionSizeFromContents(int section) const override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  const PreviewModel* preview() const;
  QRect roleRect(const QRect& section) const;
  int lineHeight() const;
  QFont smallFont() const;

  int pressed_ = -1;  ///< section whose role the mouse was pressed on
};

}  // namespace luce::desktop
