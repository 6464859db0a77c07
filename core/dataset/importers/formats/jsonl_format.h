// JSON Lines, one object a line (or one list of objects): an object is a candidate,
//
//   {"slate_id": "s1", "item_id": "i7", "user": {"age": 34}, "price": 9.5, "click": true}
//
// or, where it has a list of objects, a slate:
//
//   {"slate_id": "s1", "timestamp": 1574553663, "user": {"age": 34},
//    "candidates": [{"item_id": "i7", "features": {"price": 9.5}, "labels": {"click": 1}}]}
//
// What the columns are called: see json_shape.h. Members of a slate describe it as a whole, so they
// are context features; members of an object "labels", "label" or "actions" are tasks. A slate
// without a name is called by its file and line.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class JsonlFormat final : public FlatFormat {
 public:
  std::string id() const override { return "jsonl"; }
  std::string title() const override {
    return "log in JSON Lines, one object a candidate or a slate";
  }
  /// Text that begins with an object on one line, or with a list of objects.
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
  LogMapping known(const std::filesystem::path& file, const LogRecords& records,
                   const LogMapping& told) const override;
};

}  // namespace luce
