#include "app/desktop/charts/chart_frame.h"

#include <QAbstractAxis>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QMessageBox>
#include <QPointer>
#include <QRegularExpression>
#include <QTextDocument>
#include <QThreadPool>
#include <QXYSeries>

#include "app/desktop/charts/series_csv.h"
#include "app/desktop/elided_label.h"
#include "app/desktop/file_question.h"
#include "app/desktop/steady_room.h"
#include "app/desktop/study/post.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

constexpr double kClipboardScale = 2;
constexpr double kMenuZoom = 1.5;
/// In lines of text: lower charts have no titles at their axes.
constexpr int kRoomyLines = 16;

std::filesystem::path pathOf(const QString& file) {
  return file.toStdString();
}

/// Of what a chart is called, without what a file's name may not hold.
QString fileNameFor(QString title) {
  return title.replace(QRegularExpression("[^\\w]+"), "_").toLower();
}

}  // namespace

ChartFrame::ChartFrame(const QString& title, const QString& emptyText, QWidget* parent)
    : QWidget(parent),
      title_(title),
      chart_(new QChart),
      view_(new QChartView(chart_)),
      heading_(new QLabel(title)),
      note_(new ElidedLabel),
      empty_(new QLabel(emptyText)),
      titleLine_(new QHBoxLayout),
      top_(new QVBoxLayout),
      pages_(new QStackedLayout),
      menuButton_(new QToolButton) {
  chart_->setAnimationOptions(QChart::NoAnimation);
  chart_->setMargins(QMargins(2, 2, 2, 2));
  chart_->setBackgroundRoundness(0);
  chart_->legend()->setAlignment(Qt::AlignTop);
  // Of names that are cut.
  chart_->legend()->setShowToolTips(true);
  chart_->layout()->setContentsMargins(0, 0, 0, 0);
  view_->setRenderHint(QPainter::Antialiasing);
  view_->setFrameShape(QFrame::NoFrame);
  view_->setAccessibleName(title);
  view_->setWhatsThis(
      tr("The wheel zooms at the mouse (Ctrl: along the horizontal axis only, Shift: along the "
         "vertical one); dragging draws the part to zoom to; dragging with the middle button, or "
         "with Shift or Space held, moves it; a double click shows all again. Keys: +, −, arrows, "
         "0. A click on the legend hides and shows a series."));
  // Filters that are installed later are asked first: a chart's own come before zoom.
  zoom_ = new ChartZoom(*chart_, *view_);
  zoom_->setParent(this);
  view_->installEventFilter(this);
  view_->viewport()->installEventFilter(this);
  legend_ = new LegendToggles(*chart_);
  legend_->setParent(this);

  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  empty_->setBackgroundRole(QPalette::Base);
  empty_->setAutoFillBackground(true);

  QFont bold = heading_->font();
  bold.setBold(true);
  heading_->setFont(bold);
  note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

  menuButton_->setText(QString::fromUtf8("⋮"));
  menuButton_->setAutoRaise(true);
  menuButton_->setEnabled(false);
  menuButton_->setAccessibleName(tr("What can be done with the chart “%1”").arg(title));
  menuButton_->setToolTip(tr("Zoom, series, export"));
  menuButton_->setWhatsThis(
      tr("Shows all of the chart again, shows and hides series, copies the chart or saves it as a "
         "picture or as numbers."));
  connect(menuButton_, &QToolButton::clicked, this,
          [this] { popUpMenu(menuButton_->mapToGlobal(QPoint(0, menuButton_->height()))); });

  titleLine_->addWidget(heading_, 1);
  titleLine_->addWidget(menuButton_);
  top_->setContentsMargins(6, 4, 6, 2);
  top_->setSpacing(0);
  top_->addLayout(titleLine_);
  noteRoom_ = new SteadyRoom(note_);
  top_->addWidget(noteRoom_);
  pages_->addWidget(empty_);
  pages_->addWidget(view_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top_);
  layout->addLayout(pages_, 1);
  setAccessibleName(title);
  followPalette();
}

void ChartFrame::hideHeading() {
  heading_->hide();
  top_->removeWidget(noteRoom_);
  titleLine_->insertWidget(0, noteRoom_, 1);
}

void ChartFrame::setHeading(const QString& title) {
  title_ = title;
  heading_->setText(title);
  view_->setAccessibleName(title);
  setAccessibleName(title);
  menuButton_->setAccessibleName(tr("What can be done with the chart “%1”").arg(title));
}

void ChartFrame::setFilled(bool filled) {
  pages_->setCurrentWidget(filled ? static_cast<QWidget*>(view_) : empty_);
  menuButton_->setEnabled(filled);
  zoom_->setEnabled(filled);
  if (filled) {
    legend_->refresh();
  } else {
    waiting_ = nullptr;
    note_->clear();
    zoom_->reset();
  }
}

void ChartFrame::drawWhenSeen(std::function<void()> draw) {
  waiting_ = std::move(draw);
  if (isSeen()) bringUpToDate();
}

void ChartFrame::bringUpToDate() {
  followLook();
  drawWaiting();
}

void ChartFrame::drawWaiting() {
  if (waiting_) std::exchange(waiting_, nullptr)();
}

void ChartFrame::setInFront(bool inFront) {
  inFront_ = inFront;
  if (isSeen()) bringUpToDate();
}

void ChartFrame::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isSeen()) bringUpToDate();
}

void ChartFrame::settleLayout() {
  layout()->activate();
  chart_->layout()->activate();
}

void ChartFrame::setEmptyText(const QString& text) {
  empty_->setText(text);
}

void ChartFrame::setNote(const QString& note) {
  note_->setText(note);
  note_->setToolTip(note);
}

void ChartFrame::addBesideTitle(QWidget* widget) {
  titleLine_->insertWidget(titleLine_->count() - 1, widget);
}

void ChartFrame::addUnderNote(QWidget* widget) {
  top_->addWidget(widget);
}

QRect ChartFrame::plotPlace() const {
  const QRect inView =
      view_->mapFromScene(chart_->mapToScene(chart_->plotArea()).boundingRect()).boundingRect();
  return {view_->viewport()->mapTo(this, inView.topLeft()), inView.size()};
}

ChartPicture ChartFrame::picture() const {
  QTextDocument plain;
  if (Qt::mightBeRichText(note_->text())) {
    plain.setHtml(note_->text());
  } else {
    plain.setPlainText(note_->text());
  }
  const bool explained = chart_->legend()->isVisible();
  return ChartPicture(title_, plain.toPlainText(), *view_,
                      explained ? std::vector<LegendSample>() : legendSamples());
}

std::vector<LegendSample> ChartFrame::legendSamples() const {
  std::vector<LegendSample> samples;
  for (const LegendToggles::Entry& entry : legend_->entries()) {
    if (!entry.shown) continue;
    if (const auto* line = qobject_cast<QXYSeries*>(entry.marker->series())) {
      samples.push_back({entry.name, line->pen(), line->lightMarker(), line->markerSize()});
    }
  }
  return samples;
}

CsvContent ChartFrame::csv() const {
  return seriesCsv(*chart_);
}

QMenu* ChartFrame::makeMenu() {
  auto* menu = new QMenu(this);
  menu->setAccessibleName(menuButton_->accessibleName());
  const auto add = [menu](const QString& text, const QKeySequence& keys, auto&& act) {
    QAction* action = menu->addAction(text, act);
    action->setShortcut(keys);
    // The chart hears its keys itself; here they are only told.
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
  };
  add(tr("Show &all"), Qt::Key_Home, [this] { zoom_->reset(); })->setEnabled(zoom_->zoomed());
  add(tr("Zoom &in"), Qt::Key_Plus, [this] { zoom_->zoomBy(1 / kMenuZoom); });
  add(tr("Zoom &out"), Qt::Key_Minus, [this] {
    zoom_->zoomBy(kMenuZoom);
  })->setEnabled(zoom_->zoomed());
  menu->addSeparator();
  addSeriesTo(*menu);
  addOptions(*menu);
  menu->addSeparator();
  add(tr("&Copy picture"), QKeySequence::Copy, [this] { copyPicture(); });
  add(tr("Export as &PNG…"), {}, [this] { exportAs(FileKind::Png); });
  add(tr("Export as &SVG…"), {}, [this] { exportAs(FileKind::Svg); });
  add(tr("Export as P&DF…"), {}, [this] { exportAs(FileKind::Pdf); });
  add(tr("Export numbers as CS&V…"), {}, [this] { exportAs(FileKind::Csv); });
  return menu;
}

void ChartFrame::popUpMenu(const QPoint& place) {
  QMenu* menu = makeMenu();
  connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
  menu->popup(place);
}

void ChartFrame::addSeriesTo(QMenu& menu) {
  const std::vector<LegendToggles::Entry> entries = legend_->entries();
  if (entries.empty()) return;
  QMenu* series = menu.addMenu(tr("Se&ries"));
  for (const LegendToggles::Entry& entry : entries) {
    QAction* action = series->addAction(QString(entry.name).replace('&', "&&"));
    action->setCheckable(true);
    action->setChecked(entry.shown);
    connect(action, &QAction::toggled, legend_,
            [this, name = entry.name](bool shown) { legend_->show(name, shown); });
  }
}

void ChartFrame::copyPicture() const {
  QApplication::clipboard()->setImage(picture().image(kClipboardScale));
}

void ChartFrame::exportAs(FileKind kind) {
  struct Kind {
    QString filter, suffix;
  };
  const Kind kinds[] = {{tr("PNG picture (*.png)"), "png"},
                        {tr("SVG picture (*.svg)"), "svg"},
                        {tr("PDF document (*.pdf)"), "pdf"},
                        {tr("Comma-separated values (*.csv)"), "csv"}};
  const Kind& chosen = kinds[static_cast<std::size_t>(kind)];
  askForFile(this,
             {.what = FileQuestion::For::Saving,
              .title = tr("Export “%1”").arg(title_),
              .place = fileNameFor(title_) + '.' + chosen.suffix,
              .filters = {chosen.filter}},
             [this, kind](const QString& file) { write(kind, file); });
}

FileContent ChartFrame::contentOf(FileKind kind) const {
  switch (kind) {
    case FileKind::Png:
      return picture().png();
    case FileKind::Svg:
      return picture().svg();
    case FileKind::Pdf:
      return picture().pdf();
    case FileKind::Csv:
      break;
  }
  return csv();
}

void ChartFrame::write(FileKind kind, const QString& file) {
  bringUpToDate();
  // A long run has millions of numbers, a large picture as many pixels.
  QThreadPool::globalInstance()->start(
      [file, content = contentOf(kind), frame = QPointer<ChartFrame>(this)] {
        QString message;
        try {
          writeFileSafely(pathOf(file), content);
        } catch (const std::exception& error) {
          message = error.what();
        }
        // The frame may be gone, which only its own thread can tell.
        post(qApp, [frame, file, message] {
          if (frame != nullptr) frame->tellEnd(file, message);
        });
      });
}

void ChartFrame::tellEnd(const QString& file, const QString& message) {
  if (!message.isEmpty()) {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("The chart could not be exported"),
                                tr("The chart could not be exported"), QMessageBox::Ok, this);
    box->setInformativeText(message);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
  }
  Q_EMIT exported(file, message);
}

bool ChartFrame::eventFilter(QObject* watched, QEvent* event) {
  if (!filled()) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::ContextMenu) {
    popUpMenu(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
  }
  if (event->type() == QEvent::KeyPress && watched == view_ &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    copyPicture();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void ChartFrame::fitTitles() {
  const bool roomy = height() > kRoomyLines * fontMetrics().height();
  for (QAbstractAxis* axis : chart_->axes()) {
    if (axis->isTitleVisible() != roomy) axis->setTitleVisible(roomy);
  }
}

void ChartFrame::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitTitles();
}

void ChartFrame::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) newPalette_ = true;
  if (event->type() == QEvent::FontChange) newFont_ = true;
  if (isSeen()) followLook();
  QWidget::changeEvent(event);
}

void ChartFrame::followLook() {
  if (std::exchange(newPalette_, false)) followPalette();
  if (std::exchange(newFont_, false)) followFont();
}

void ChartFrame::followFont() {
  for (QAbstractAxis* axis : chart_->axes()) fitLetters(*axis);
  chart_->legend()->setFont(font());
  fitTitles();
  fitToLetters();
}

void ChartFrame::fitLetters(QAbstractAxis& axis) const {
  axis.setLabelsFont(font());
  QFont bold = font();
  bold.setBold(true);
  axis.setTitleFont(bold);
}

void ChartFrame::followPalette() {
  chart_->setBackgroundBrush(palette().base());
  chart_->setPlotAreaBackgroundVisible(false);
  chart_->legend()->setLabelColor(palette().color(QPalette::Text));
  QColor grid = palette().color(QPalette::Text);
  grid.setAlpha(40);
  for (QAbstractAxis* axis : chart_->axes()) {
    // Qt gives new axes the letters that the program had when the chart was made.
    if (axis->titleFont().pointSizeF() != font().pointSizeF()) fitLetters(*axis);
    axis->setLabelsBrush(palette().text());
    axis->setTitleBrush(palette().text());
    axis->setGridLineColor(grid);
    axis->setLinePenColor(grid);
  }
  legend_->refresh();
  fitTitles();
}

}  // namespace luce::desktop
