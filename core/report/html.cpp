#include "core/report/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/report/chart_svg.h"
#include "core/report/markup.h"

namespace luce {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --page: #ffffff; --ink: #1c1c1c; --soft: #5c5c5c;
  --line: #d8d8d8; --stripe: #f5f6f8; --accent: #0072b2; --warn-page: #fff4e0;
  --warn-line: #d58a00; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --page: #17191c; --ink: #e6e6e6; --soft: #a2a7ad;
  --line: #3a3e44; --stripe: #1f2226; --accent: #56b4e9; --warn-page: #33270f;
  --warn-line: #d58a00; --mark: #4a3f12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 72rem; background: var(--page);
  color: var(--ink); font: 16px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .8rem; padding-bottom: .25rem;
  border-bottom: 2px solid var(--accent); }
.subtitle, footer, caption { color: var(--soft); }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line);
  font-size: .85rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .9rem; min-width: 50%; }
caption { text-align: left; padding: 0 0 .4rem; font-weight: 600; }
th, td { padding: .3rem .7rem; text-align: left; border-bottom: 1px solid var(--line);
  vertical-align: top; overflow-wrap: normal; max-width: 28rem; }
thead th { border-bottom: 2px solid var(--line); }
tbody tr:nth-child(even) { background: var(--stripe); }
tbody tr.marked { background: var(--mark); }
thead th.number { white-space: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.warnings { background: var(--warn-page); border-left: 4px solid var(--warn-line);
  padding: .7rem 1rem; margin: 1rem 0; }
.warnings p { margin: 0; font-weight: 600; }
.warnings ul { margin: .3rem 0 0; padding-left: 1.2rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
  gap: 1.2rem; margin: 1rem 0; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: .5rem; }
figure svg { display: block; width: 100%; height: auto; max-width: 44rem; margin: 0 auto; }
figcaption { color: var(--soft); font-size: .85rem; padding: .3rem .4rem 0; }
pre { background: var(--stripe); border: 1px solid var(--line); border-radius: 6px;
  padding: .8rem 1rem; overflow-x: auto; font-size: .82rem; line-height: 1.4; }
summary { cursor: pointer; color: var(--accent); }
@media print {
  :root { --page: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --stripe: #f5f6f8;
    --accent: #0072b2; --warn-page: #fff4e0; --mark: #fff3c4; }
  @page { margin: 15mm; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  figure, .warnings, tr { break-inside: avoid; }
  .charts { grid-template-columns: 1fr 1fr; gap: .6rem; }
  .scroll, pre { overflow: visible; }
  pre { white-space: pre-wrap; }
}
)";

/// What presentation attributes say for a light background, said again for a dark one.
std::string darkCharts() {
  std::string rules =
      ".ink { fill: #e6e6e6; } .grid { stroke: #34383d; } .axis { stroke: #a2a7ad; }\n"
      ".mark { stroke: #8a8f95; } .hollow { fill: #17191c; }\n";
  for (int i = 0; i < kChartColours; ++i) {
    rules +=
        fmt::format(".s{0} {{ stroke: {1}; }} .f{0} {{ fill: {1}; }}\n", i, darkChartColour(i));
  }
  return "@media screen and (prefers-color-scheme: dark) {\n" + rules + "}\n";
}

/// "0.5", "−3 [−4, −2]", "12 ms" and "–" are; words are not.
bool looksLikeNumber(const std::string& cell) {
  const std::size_t sign = cell.starts_with('-') || cell.starts_with('+') ? 1 : 0;
  return cell.empty() || cell == "–" ||
         (cell.size() > sign && cell[sign] >= '0' && cell[sign] <= '9');
}

class Writer {
 public:
  using WriteCharts = std::function<std::string(const std::vector<Chart>&, int)>;
  explicit Writer(const WriteCharts& charts) : charts_(charts) {}

  std::string body(const ReportDocument& document) {
    html_ = fmt::format("<header>\n<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n</header>\n<main>\n",
                        escaped(document.title), escaped(document.subtitle));
    for (const ReportSection& section : document.sections) {
      html_ += fmt::format("<section>\n<h2>{}</h2>\n", escaped(section.title));
      for (const ReportBlock& block : section.blocks) {
        std::visit([this](const auto& each) { write(each); }, block);
      }
      html_ += "</section>\n";
    }
    return html_ + fmt::format("</main>\n<footer><p>{}</p></footer>\n", escaped(document.footer));
  }

 private:
  void write(const ReportParagraph& paragraph) {
    html_ += fmt::format("<p>{}</p>\n", escaped(paragraph.text));
  }

  void write(const ReportWarnings& warnings) {
    if (warnings.sentences.empty()) return;
    html_ += fmt::format("<div class=\"warnings\" role=\"note\">\n<p>{}</p>\n<ul>\n",
                         escaped(warnings.heading));
    for (const std::string& sentence : warnings.sentences) {
      html_ += fmt::format("<li>{}</li>\n", escaped(sentence));
    }
    html_ += "</ul>\n</div>\n";
  }

  void write(const ReportTable& table) {
    std::vector<bool> numeric(table.heading.size(), true);
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        numeric[i] = numeric[i] && looksLikeNumber(row[i]);
      }
    }
    const auto cell = [&](const char* tag, std::size_t column, const std::string& text) {
      html_ +=
          fmt::format("<{0}{1}>{2}</{0}>", tag,
                      numeric[column] ? " class=\"number\" align=\"right\"" : "", escaped(text));
    };
    html_ += "<div class=\"scroll\">\n<table>\n";
    if (!table.caption.empty()) {
      html_ += fmt::format("<caption>{}</caption>\n", escaped(table.caption));
    }
    html_ += "<thead><tr>";
    for (std::size_t i = 0; i < table.heading.size(); ++i) cell("th", i, table.heading[i]);
    html_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const bool marked = std::binary_search(table.marked.begin(), table.marked.end(), row);
      html_ += marked ? "<tr class=\"marked\">" : "<tr>";
      for (std::size_t i = 0; i < table.rows[row].size(); ++i) cell("td", i, table.rows[row][i]);
      html_ += "</tr>\n";
    }
    html_ += "</tbody>\n</table>\n</div>\n";
  }

  void write(const ReportCharts& charts) {
    std::vector<Chart> drawn = charts.charts;
    std::erase_if(drawn, [](const Chart& chart) { return isEmpty(chart); });
    html_ += charts_(drawn, number_);
    number_ += static_cast<int>(drawn.size());
  }

  void write(const ReportCode& code) {
    html_ += fmt::format("<details>\n<summary>{}</summary>\n<pre>{}</pre>\n</details>\n",
                         escaped(code.title), escaped(code.text));
  }

  const WriteCharts& charts_;
  std::string html_;
  int number_ = 0;
};

std::string figures(const std::vector<Chart>& charts, int first) {
  std::string html = "<div class=\"charts\">\n";
  for (const Chart& chart : charts) {
    html += fmt::format("<figure>\n{}\n<figcaption>{}</figcaption>\n</figure>\n",
                        svgOf(chart, first++), escaped(meaningOf(chart)));
  }
  return html + "</div>\n";
}

}  // namespace

std::string reportBody(const ReportDocument& document,
                       const std::function<std::string(const std::vector<Chart>&, int)>& charts) {
  return Writer(charts).body(document);
}

std::string reportHtml(const ReportDocument& document) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      escaped(document.title), kStyle, darkCharts(), reportBody(document, figures));
}

}  // namespace luce
