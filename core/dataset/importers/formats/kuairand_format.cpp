#include "core/dataset/importers/formats/kuairand_format.h"

#include <algorithm>
#include <array>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/csv_reader.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTime = "time_ms";
constexpr std::array kTasks{"is_click",   "is_like", "is_follow", "is_comment",
                            "is_forward", "is_hate", "long_view", "is_profile_enter"};
constexpr std::array kOwn{"user_id", "video_id", kTime, "is_click"};
constexpr std::size_t kDigitsBelowSecond = 3;
constexpr const char* kPureSize = "pure";

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The log with its times in seconds.
class InSeconds final : public LogRecords {
 public:
  explicit InSeconds(const fs::path& file) : records_(file) {
    const auto& names = records_.columns();
    time_ = static_cast<std::size_t>(std::find(names.begin(), names.end(), kTime) - names.begin());
  }

  bool next() override {
    if (!records_.next()) return false;
    fields_.assign(records_.fields().begin(), records_.fields().end());
    if (time_ < fields_.size() && isMilliseconds(fields_[time_])) {
      seconds_ = fields_[time_];
      seconds_.insert(seconds_.size() - kDigitsBelowSecond, ".");
      fields_[time_] = seconds_;
    }
    return true;
  }
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return records_.line(); }
  std::int64_t lineOf(std::size_t field) const override { return records_.lineOf(field); }
  const std::optional<ImportProblem>& problem() const override { return records_.problem(); }
  const fs::path& file() const override { return records_.file(); }
  std::int64_t bytesRead() const override { return records_.bytesRead(); }
  const std::vector<std::string>& columns() const override { return records_.columns(); }

 private:
  /// Anything else is left as it is, to be refused or missing.
  static bool isMilliseconds(std::string_view text) {
    return text.size() > kDigitsBelowSecond &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  CsvRecords records_;
  std::size_t time_ = 0;
  std::string seconds_;
  std::vector<std::string_view> fields_;
};

/// "1k" of "user_features_1k.csv.gz" after "user_features_".
std::string sizeOf(const std::string& name, std::string_view before) {
  if (!name.starts_with(before)) return {};
  const std::string rest = name.substr(before.size());
  return rest.substr(0, rest.find('.'));
}

/// The table beside a log whose name begins so and ends with a size that the log's name has too.
std::optional<SideFile> tableBeside(const fs::path& log, std::string_view before, const char* key,
                                    const char* onlySize = nullptr) {
  const std::string name = log.filename().string();
  const std::string parts = "_" + name.substr(0, name.find('.')) + "_";
  for (const fs::path& file : filesBeside(log)) {
    const std::string size = sizeOf(file.filename().string(), before);
    if (size.empty() || parts.find("_" + size + "_") == std::string::npos) continue;
    if (onlySize == nullptr || size == onlySize) return SideFile{file, key};
  }
  return std::nullopt;
}

}  // namespace

bool KuaiRandFormat::recognises(const fs::path& file) const {
  try {
    const CsvRecords records(file);
    return std::all_of(kOwn.begin(), kOwn.end(),
                       [&](const char* name) { return contains(records.columns(), name); });
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> KuaiRandFormat::open(const fs::path& file, const LogMapping&) const {
  return std::make_unique<InSeconds>(file);
}

LogMapping KuaiRandFormat::known(const fs::path& file, const LogRecords& records,
                                 const LogMapping& told) const {
  LogMapping known;
  known.user = "user_id";
  known.item = "video_id";
  known.time = kTime;
  known.tasks.emplace();
  for (const char* task : kTasks) {
    if (contains(records.columns(), task)) {
      known.tasks->push_back({.column = task, .name = {}, .label = {}});
    }
  }
  known.ignore = {"play_time_ms", "profile_stay_time", "comment_stay_time", "is_rand", "date"};
  known.category = {"hourmin",        "tab",        "video_type", "upload_type",
                    "visible_status", "music_type", "tag",        "is_lowactive_period"};
  for (int i = 0; i < 18; ++i) known.category->push_back("onehot_feat" + std::to_string(i));
  known.slates.emplace().kind = SlateRule::Kind::UserAndGap;
  const bool byCatalogue = told.slates && told.slates->kind == SlateRule::Kind::Catalogue;
  // Within a slate they may change; a line that is a slate by itself they describe.
  known.context.emplace();
  if (byCatalogue) known.context = {"hourmin", "tab"};
  known.users = tableBeside(file, "user_features_", "user_id");
  known.items =
      tableBeside(file, "video_features_basic_", "video_id", byCatalogue ? kPureSize : nullptr);
  return known;
}

}  // namespace luce
