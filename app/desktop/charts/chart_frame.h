// What all charts share: a title line with the numbers that matter, the plot, and words where there
// is nothing to plot yet. Colours follow the desktop's light or dark palette.
#pragma once

#include <QChart>
#include <QChartView>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace luce::desktop {

class ChartFrame : public QWidget {
  Q_OBJECT

 public:
  /// emptyText: shown until setFilled(true).
  ChartFrame(const QString& title, const QString& emptyText, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {480, 300}; }
  QSize minimumSizeHint() const override { return {220, 160}; }

 protected:
  QChart& chart() { return *chart_; }
  QChartView& view() { return *view_; }
  void setFilled(bool filled);
  void setEmptyText(const QString& text);
  /// Beside the title.
  void setNote(const QString& note);
  /// In the title's line, at its end.
  void addBesideTitle(QWidget* widget);
  /// Between the note and the plot.
  void addUnderNote(QWidget* widget);
  /// Also to be called once all axes are there.
  void followPalette();
  void changeEvent(QEvent* event) override;

 private:
  QChart* chart_;
  QChartView* view_;
  QLabel* note_;
  QLabel* empty_;
  QHBoxLayout* titleLine_;
  QVBoxLayout* top_;
  QStackedLayout* pages_;
};

}  // namespace luce::desktop
