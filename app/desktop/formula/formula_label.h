// A formula as a widget: in the font size and the colour of the text around it.
#pragma once

#include <QWidget>
#include <optional>

#include "app/desktop/formula/formula.h"

namespace luce::desktop {

class FormulaLabel : public QWidget {
  Q_OBJECT

 public:
  explicit FormulaLabel(const QString& source, QWidget* parent = nullptr);

  /// One that cannot be read is shown as it is written, with what is wrong as its tip.
  void setSource(const QString& source);
  const QString& source() const { return source_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  double em() const;

  QString source_;
  std::optional<Formula> formula_;
};

}  // namespace luce::desktop
