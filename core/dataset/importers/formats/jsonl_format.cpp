#include "core/dataset/importers/formats/jsonl_format.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/formats/json_records.h"

namespace luce {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

void skipSpace(std::string_view& text) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(kSpace)));
}

}  // namespace

bool JsonlFormat::recognises(const std::filesystem::path& file) const {
  try {
    std::array<char, 4096> block{};
    const std::size_t count = ByteStream::open(file)->read(block);
    std::string_view head(block.data(), count);
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    skipSpace(head);
    if (head.starts_with('[')) {
      head.remove_prefix(1);
      skipSpace(head);
      return head.starts_with('{');
    }
    if (!head.starts_with('{')) return false;
    // The members of a settings file begin on the next line: that is no log.
    head.remove_prefix(1);
    head.remove_prefix(std::min(head.size(), head.find_first_not_of(" \t")));
    return head.starts_with('"');
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> JsonlFormat::open(const std::filesystem::path& file,
                                              const LogMapping& mapping) const {
  return std::make_unique<JsonRecords>(file, mapping);
}

LogMapping JsonlFormat::known(const std::filesystem::path&, const LogRecords& records,
                              const LogMapping&) const {
  const auto& objects = dynamic_cast<const JsonRecords&>(records);
  LogMapping known;
  const std::vector<std::string> labels = objects.labelColumns();
  if (!labels.empty()) {
    known.tasks.emplace();
    for (const std::string& label : labels)
      known.tasks->push_back({.column = label, .name = {}, .label = {}});
  }
  if (!objects.isNested()) return known;
  known.context = objects.slateColumns();
  known.slate = objects.slateColumn();
  return known;
}

}  // namespace luce
