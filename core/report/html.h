// A report as HTML.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/report/document.h"

namespace luce {

/// One page that needs nothing else: style and charts are inside, there are no scripts. Follows the
/// reader's light or dark colours, and prints.
std::string reportHtml(const ReportDocument& document);

/// The same content alone, without style, with charts that stand together as `charts` writes them:
/// for others that lay out HTML. None of them is empty. first: number of the first one, from 0 in
/// the document's order.
std::string reportBody(
    const ReportDocument& document,
    const std::function<std::string(const std::vector<Chart>& charts, int first)>& charts);

}  // namespace luce
