// Formulas inside of text: in a line, where text wraps around them, or displayed on a line of their
// own. They can be selected with the text, and are copied as TeX.
#pragma once

#include <QObject>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <memory>

#include "app/desktop/formula/formula.h"

namespace luce::desktop {

class FormulaText : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  static constexpr int kObject = QTextFormat::UserObject + 1;

  /// The document draws formulas from now on. Belongs to it.
  static void install(QTextDocument& document);
  /// Replaces what is selected.
  static void insert(QTextCursor& cursor, std::shared_ptr<const Formula> formula);
  /// The document's text, or a part of it, with formulas as $TeX$.
  static QString plainText(const QTextDocument& document);
  static QString plainText(const QTextCursor& selection);

  QSizeF intrinsicSize(QTextDocument* document, int place, const QTextFormat& format) override;
  void drawObject(QPainter* painter, const QRectF& area, QTextDocument* document, int place,
                  const QTextFormat& format) override;

 private:
  using QObject::QObject;
};

}  // namespace luce::desktop
