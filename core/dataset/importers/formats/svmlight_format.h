// SVMlight files of graded relevance, as LETOR and its successors use them: one line a document of
// a query, with features by number and perhaps a comment that names the document.
//
//   2 qid:10 1:0.031 2:0.5 # docid = GX029-35-5894638
//
// The columns are relevance, qid, item, f1 … fN, N being the largest number in the file: a feature
// that a line does not have is 0. The item is the comment's docid, or the comment where it is one
// word, else the line's number. The task "relevance" is the grade, scaled from 0 to the largest one
// in the file to [0, 1]. Such a file knows no actions; clicks can be simulated instead (in a
// schema: "clicks": {}; see click_simulation.h).
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class SvmlightFormat final : public FlatFormat {
 public:
  std::string id() const override { return "svmlight"; }
  std::string title() const override {
    return "graded relevance of queries' documents in SVMlight, LETOR";
  }
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
  LogMapping known(const std::filesystem::path& file, const LogRecords& records,
                   const LogMapping& told) const override;
};

}  // namespace luce
