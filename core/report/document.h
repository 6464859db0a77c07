// A report as a list of blocks, which every way of writing it (HTML, PDF) goes through.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/report/chart.h"

namespace luce {

struct ReportParagraph {
  std::string text;
};

/// Sentences that a reader must not miss.
struct ReportWarnings {
  std::string heading;
  std::vector<std::string> sentences;
};

/// Every row has as many cells as the heading.
struct ReportTable {
  std::string caption;
  std::vector<std::string> heading;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> marked = {};  ///< rows that are set off, ascending
};

struct ReportCharts {
  std::vector<Chart> charts;
};

/// Text as it is, folded away where that can be.
struct ReportCode {
  std::string title, text;
};

using ReportBlock =
    std::variant<ReportParagraph, ReportWarnings, ReportTable, ReportCharts, ReportCode>;

struct ReportSection {
  std::string title;
  std::vector<ReportBlock> blocks;
};

struct ReportDocument {
  std::string title, subtitle;
  std::vector<ReportSection> sections;
  std::string footer;
};

}  // namespace luce
