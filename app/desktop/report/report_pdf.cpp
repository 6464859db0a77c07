#include "app/desktop/report/report_pdf.h"

#include <fmt/format.h>

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextImageFormat>
#include <memory>
#include <vector>

#include "app/desktop/report/heading_breaks.h"
#include "core/common/safe_file.h"
#include "core/report/chart_svg.h"
#include "core/report/html.h"
#include "core/report/markup.h"

namespace luce::desktop {

namespace {

constexpr int kDotsPerInch = 300;
constexpr double kPointsPerInch = 72;
constexpr double kMargin = 15;      // mm
constexpr double kFontSize = 8.5;   // points
constexpr double kFooterSize = 7;   // points
constexpr double kFooterRoom = 22;  // points
/// Two charts beside each other fill a page of A4, in points.
constexpr double kChartWidth = 250;

constexpr const char* kStyle = R"(
h1 { font-size: 20pt; margin: 0; }
h2 { font-size: 13pt; margin-top: 18px; margin-bottom: 6px; color: #00568a; }
p.subtitle { color: #555555; }
p { margin-top: 4px; margin-bottom: 6px; }
caption { font-weight: bold; }
th { background-color: #e8eef3; font-size: 7.5pt; }
td { font-size: 7.5pt; border-bottom: 1px solid #d0d0d0; }
tr.marked { background-color: #fff3c4; }
div.warnings { background-color: #fff4e0; }
pre { font-size: 7pt; background-color: #f5f6f8; }
.meaning { font-size: 7pt; color: #555555; }
)";

/// Draws the charts in place of images: their names are their numbers.
class ChartObject : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  QString add(const Chart& chart, int number) {
    const ChartSize size = sizeOf(chart);
    charts_.push_back(
        std::make_unique<QSvgRenderer>(QByteArray::fromStdString(svgOf(chart, number))));
    heights_.push_back(kChartWidth * size.height / size.width);
    return QString::number(charts_.size() - 1);
  }

  QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override {
    const double dots = kDotsPerInch / kPointsPerInch;
    return {kChartWidth * dots, heights_.at(indexOf(format)) * dots};
  }

  void drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int,
                  const QTextFormat& format) override {
    charts_.at(indexOf(format))->render(painter, place);
  }

 private:
  static std::size_t indexOf(const QTextFormat& format) {
    return format.toImageFormat().name().toULong();
  }

  std::vector<std::unique_ptr<QSvgRenderer>> charts_;
  std::vector<double> heights_;
};

/// Two charts a row, with what they mean beneath.
std::string chartTable(ChartObject& object, const std::vector<Chart>& charts, int first) {
  std::string html = "<table width=\"100%\">";
  for (std::size_t i = 0; i < charts.size(); ++i) {
    if (i % 2 == 0) html += "<tr>";
    // Letters inside a chart are drawn as outlines: no one finds its title there.
    html += fmt::format(
        "<td style=\"border: none\"><img src=\"{}\"><p class=\"meaning\"><b>{}</b>. {}</p></td>",
        object.add(charts[i], first + static_cast<int>(i)).toStdString(),
        escaped(titleOf(charts[i])), escaped(meaningOf(charts[i])));
    if (i % 2 == 1 || i + 1 == charts.size()) html += "</tr>";
  }
  return html + "</table>";
}

void drawPages(const QTextDocument& text, const QString& title, QPdfWriter& writer) {
  QPainter painter(&writer);
  const QSizeF page = text.pageSize();
  QFont small = text.defaultFont();
  small.setPointSizeF(kFooterSize);
  for (int i = 0; i < text.pageCount(); ++i) {
    if (i > 0) writer.newPage();
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, i * page.height(), page.width(), page.height());
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.save();
    painter.translate(0, -context.clip.top());
    painter.setClipRect(context.clip);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(small);
    painter.setPen(Qt::darkGray);
    const QRectF footer(0, 0, page.width(), writer.height());
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight,
                                                      static_cast<int>(page.width() * 0.8)));
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                     QStringLiteral("%1 / %2").arg(i + 1).arg(text.pageCount()));
  }
}

}  // namespace

void writeReportPdf(const ReportDocument& document, const QString& file) {
  QBuffer content;
  content.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&content);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
    writer.setTitle(QString::fromStdString(document.title));
    writer.setCreator(QStringLiteral("Luce"));
    QTextDocument text;
    ChartObject charts;
    text.documentLayout()->setPaintDevice(&writer);
    text.documentLayout()->registerHandler(QTextFormat::ImageObject, &charts);
    QFont font(QStringLiteral("sans-serif"));
    font.setPointSizeF(kFontSize);
    text.setDefaultFont(font);
    text.setDocumentMargin(0);
    text.setDefaultStyleSheet(QString::fromUtf8(kStyle));
    const double room = kFooterRoom * kDotsPerInch / kPointsPerInch;
    text.setPageSize(QSizeF(writer.width(), writer.height() - room));
    QString html = QString::fromStdString(
        reportBody(document, [&](const std::vector<Chart>& drawn, int first) {
          return chartTable(charts, drawn, first);
        }));
    // Texts are escaped: this is the tag alone.
    html.replace(QStringLiteral("<table>"),
                 QStringLiteral(R"(<table cellspacing="0" cellpadding="3">)"));
    text.setHtml(html);
    keepHeadingsWithTexts(text);
    drawPages(text, QString::fromStdString(document.title), writer);
  }
  writeFileSafely(file.toStdString(), [&](std::ostream& out) {
    out.write(content.data().constData(), content.data().size());
  });
}

}  // namespace luce::desktop

#include "report_pdf.moc"
