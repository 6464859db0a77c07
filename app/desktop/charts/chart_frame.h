// What all charts share: a title line with the numbers that matter, the plot, and words where there
// is nothing to plot yet; zoom, a legend that toggles, and export. Colours follow the desktop's
// light or dark palette.
#pragma once

#include <QChart>
#include <QChartView>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>
#include <functional>

#include "app/desktop/charts/chart_export.h"
#include "app/desktop/charts/chart_zoom.h"
#include "app/desktop/charts/legend_toggles.h"

namespace luce::desktop {

class ChartFrame : public QWidget {
  Q_OBJECT

 public:
  /// emptyText: shown until setFilled(true).
  ChartFrame(const QString& title, const QString& emptyText, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {480, 300}; }
  QSize minimumSizeHint() const override { return {220, 128}; }

  /// For a chart in a panel that has its title: the note takes the heading's place.
  void hideHeading();
  /// Another title than the chart was made with.
  void setHeading(const QString& title);

  ChartZoom& zoom() { return *zoom_; }
  LegendToggles& legend() { return *legend_; }
  const LegendToggles& legend() const { return *legend_; }
  bool filled() const { return pages_->currentWidget() == view_; }
  /// In pixels of this widget.
  QRect plotPlace() const;
  /// Draws what was put off while the chart was not seen.
  void bringUpToDate();
  /// Whether its panel is in front of those that share its place; behind them nothing is drawn.
  void setInFront(bool inFront);

  ChartPicture picture() const;
  /// The numbers of the shown series: in full, whatever part is zoomed to.
  virtual CsvContent csv() const;
  /// What can be done with the chart; made anew, and deleted by the caller.
  QMenu* makeMenu();

 Q_SIGNALS:
  /// An export has ended; an empty message = well.
  void exported(const QString& file, const QString& message);

 protected:
  /// As long as one lives, axes may be set to what the data ask for; zoom is put on again after.
  class Fitting {
   public:
    explicit Fitting(ChartFrame& frame) : zoom_(*frame.zoom_) { zoom_.beginFit(); }
    ~Fitting() { zoom_.endFit(); }
    Fitting(const Fitting&) = delete;
    Fitting& operator=(const Fitting&) = delete;

   private:
    ChartZoom& zoom_;
  };

  bool isSeen() const { return isVisible() && inFront_; }
  /// What was put off.
  virtual void drawWaiting();
  QChart& chart() { return *chart_; }
  const QChart& chart() const { return *chart_; }
  QChartView& view() { return *view_; }
  /// Draws now, or once the chart is seen, unless there is something newer by then.
  void drawWhenSeen(std::function<void()> draw);
  /// To be called once the series hold their points. false: what waits to be drawn is dropped.
  void setFilled(bool filled);
  /// Lays the plot out now, so that its size is known; only of use while the chart is shown.
  void settleLayout();
  void setEmptyText(const QString& text);
  /// Beside the title.
  void setNote(const QString& note);
  /// For a chart without a note: its line is left to the plot.
  void hideNote() { note_->hide(); }
  /// In the title's line, at its end.
  void addBesideTitle(QWidget* widget);
  /// Between the note and the plot.
  void addUnderNote(QWidget* widget);
  /// More for the menu.
  virtual void addOptions(QMenu&) {}
  /// The axes' letters became larger or smaller.
  virtual void fitToLetters() {}
  /// Also to be called once all axes are there.
  void followPalette();
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class FileKind { Png, Svg, Pdf, Csv };
  /// Where there is little room, numbers at the axes matter more than their titles.
  void fitTitles();
  /// Palette and letters, where they changed.
  void followLook();
  void followFont();
  void fitLetters(QAbstractAxis& axis) const;
  void popUpMenu(const QPoint& place);  ///< on the screen
  void addSeriesTo(QMenu& menu);
  void copyPicture() const;
  void exportAs(FileKind kind);
  FileContent contentOf(FileKind kind) const;
  /// Beside the window; answered by exported.
  void write(FileKind kind, const QString& file);
  void tellEnd(const QString& file, const QString& message);
  std::vector<LegendSample> legendSamples() const;

  QString title_;
  QChart* chart_;
  QChartView* view_;
  QLabel* heading_;
  QLabel* note_;
  QWidget* noteRoom_;
  QLabel* empty_;
  QHBoxLayout* titleLine_;
  QVBoxLayout* top_;
  QStackedLayout* pages_;
  QToolButton* menuButton_;
  ChartZoom* zoom_;
  LegendToggles* legend_;
  bool inFront_ = true;
  bool newPalette_ = false, newFont_ = false;
  std::function<void()> waiting_;  ///< to be drawn
};

}  // namespace luce::desktop
