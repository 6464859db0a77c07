// A step's text: as high as it is, to be selected, copied (formulas as TeX) and read aloud.
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace luce::desktop {

class LessonText : public QTextBrowser {
  Q_OBJECT

 public:
  explicit LessonText(QWidget* parent = nullptr);

  void setLesson(const QString& text);

 Q_SIGNALS:
  /// A link to a control was clicked.
  void controlAsked(QString name);

 protected:
  QMimeData* createMimeDataFromSelection() const override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fit();

  QString text_;
  QTimer refill_;  ///< with other letters
};

}  // namespace luce::desktop
