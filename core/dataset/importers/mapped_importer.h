// Imports any flat format: records → columns with roles → slates → sink.
#pragma once

#include <memory>

#include "core/dataset/importers/flat_format.h"
#include "core/dataset/importers/importer.h"

namespace luce {

class MappedImporter final : public Importer {
 public:
  explicit MappedImporter(std::unique_ptr<FlatFormat> format) : format_(std::move(format)) {}

  std::string id() const override { return format_->id(); }
  std::string title() const override { return format_->title(); }
  bool recognises(const std::filesystem::path& file) const override;
  ImportOutcome import(const ImportRequest& request, DatasetSink& sink, const Progress& progress,
                       std::stop_token stop) const override;
  const FlatFormat& format() const { return *format_; }

 private:
  std::unique_ptr<FlatFormat> format_;
};

}  // namespace luce
