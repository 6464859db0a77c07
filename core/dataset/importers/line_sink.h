// Where a flat log's lines go: they become slates by one of the rules, or are left out.
#pragma once

#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class LineSink {
 public:
  virtual ~LineSink() = default;
  /// A file begins: a slate never goes on in the next one.
  virtual void startFile() = 0;
  /// Takes the reader's present record.
  virtual void addLine(const RecordReader& reader, CheckedRecord& record) = 0;
  /// All files were read.
  virtual void finish() = 0;
};

}  // namespace luce
