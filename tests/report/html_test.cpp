// The page is well formed, needs nothing else, and says every text as it is.
#include "core/report/html.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/report/markup.h"
#include "tests/support/peer_python.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::vector<std::string> kNasty{
    "<script>alert(1)</script>", "a \"b\" & 'c'", "</pre></svg>", "Übung – größer",
    "中文 排序 🙂",        "&lt;",          "-->"};

ReportDocument document() {
  ReportDocument document;
  document.title = kNasty[0];
  document.subtitle = kNasty[1];
  document.footer = kNasty[2];
  ReportTable table{.caption = kNasty[3], .heading = {"name", "value"}, .rows = {}, .marked = {1}};
  ReportCharts charts;
  for (const std::string& text : kNasty) {
    table.rows.push_back({text, "1.5"});
    charts.charts.push_back(LineChart{.title = text,
                                      .meaning = "About " + text,
                                      .horizontal = text,
                                      .vertical = text,
                                      .lines = {{.name = text, .points = {{0, 1}, {1, 2}}},
                                                {.name = "other", .points = {{0, 1}}, .colour = 1}},
                                      .marks = {{0.5, text}}});
    charts.charts.push_back(IntervalChart{.title = text,
                                          .meaning = text,
                                          .horizontal = text,
                                          .rows = {{text, 1, 0, 2}},
                                          .reference = {{1, text}}});
  }
  charts.charts.push_back(LineChart{});  // nothing to see
  document.sections.push_back(
      {kNasty[4],
       {ReportParagraph{kNasty[5]}, ReportWarnings{kNasty[6], kNasty}, ReportWarnings{"none", {}},
        table, charts, ReportCode{"code", kNasty[2]}}});
  return document;
}

TEST(ReportPage, IsWellFormedAndSaysEveryTextAsItIs) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const TemporaryFolder folder;
  const auto file = folder.write("report.html", reportHtml(document()));
  const json page = json::parse(runPeer("tests/report/read_page.py", {file.string()}));
  EXPECT_EQ(page.at("errors"), json::array());
  const std::string text = page.at("text");
  for (const std::string& nasty : kNasty) EXPECT_THAT(text, HasSubstr(nasty));
  ASSERT_EQ(page.at("tables").size(), 1u);
  const json& table = page.at("tables")[0];
  ASSERT_EQ(table.size(), kNasty.size() + 1);
  for (std::size_t i = 0; i < kNasty.size(); ++i) EXPECT_EQ(table[i + 1], json({kNasty[i], "1.5"}));
  const json& charts = page.at("charts");
  ASSERT_EQ(charts.size(), 2 * kNasty.size());
  for (std::size_t i = 0; i < kNasty.size(); ++i) {
    EXPECT_EQ(charts[2 * i], json({{"role", "img"}, {"names", {kNasty[i], "About " + kNasty[i]}}}));
  }
  EXPECT_THAT(text, Not(HasSubstr("none"))) << "a heading without warnings";
}

TEST(ReportPage, NeedsNothingElseAndRunsNothing) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const TemporaryFolder folder;
  const auto file = folder.write("report.html", reportHtml(document()));
  const json page = json::parse(runPeer("tests/report/read_page.py", {file.string()}));
  for (const char* tag : {"script", "link", "img", "iframe", "object", "embed", "image", "use"}) {
    EXPECT_THAT(page.at("tags").get<std::vector<std::string>>(), Not(Contains(tag)));
  }
  for (const json& attribute : page.at("attributes")) {
    const std::string name = attribute[0];
    EXPECT_FALSE(name == "src" || name == "href" || name.starts_with("on")) << attribute;
  }
  EXPECT_THAT(page.at("style").get<std::string>(), Not(HasSubstr("url(")));
  EXPECT_THAT(page.at("style").get<std::string>(), Not(HasSubstr("@import")));
  EXPECT_THAT(page.at("style").get<std::string>(), HasSubstr("prefers-color-scheme: dark"));
  EXPECT_THAT(page.at("style").get<std::string>(), HasSubstr("@media print"));
}

TEST(ReportBody, LeavesChartsToOthers) {
  std::vector<std::size_t> counts;
  ReportDocument two = document();
  two.sections.push_back(two.sections.front());
  const std::string body = reportBody(two, [&](const std::vector<Chart>& charts, int first) {
    counts.push_back(charts.size());
    return "[charts from " + std::to_string(first) + "]";
  });
  EXPECT_EQ(counts, (std::vector<std::size_t>{14, 14}));
  EXPECT_THAT(body, HasSubstr("[charts from 0]"));
  EXPECT_THAT(body, HasSubstr("[charts from 14]"));
  EXPECT_THAT(body, Not(HasSubstr("<svg")));
}

TEST(Escaped, WhatXmlCannotSayIsReplaced) {
  EXPECT_EQ(escaped("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
  EXPECT_EQ(escaped(std::string("a\x01\0b\x7f", 5)), "a\uFFFD\uFFFDb\uFFFD");
  EXPECT_EQ(escaped("ü\xff"), "\uFFFD\uFFFD\uFFFD") << "no UTF-8";
  EXPECT_EQ(escaped("\uFFFE中\n\t"), "\uFFFD中\n\t");
}

}  // namespace
}  // namespace luce
