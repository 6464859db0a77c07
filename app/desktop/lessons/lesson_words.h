// A few words of a lesson with formulas, wrapped to their width: a deed, an answer.
#pragma once

#include <QTextDocument>
#include <QWidget>

namespace luce::desktop {

class LessonWords : public QWidget {
  Q_OBJECT

 public:
  explicit LessonWords(QWidget* parent = nullptr);

  void setLesson(const QString& text);
  /// As it is read aloud: formulas in TeX.
  QString plainText() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 Q_SIGNALS:
  void clicked();
  /// A link to a control was clicked.
  void controlAsked(QString name);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  QString text_;
  mutable QTextDocument document_;
};

}  // namespace luce::desktop
