#include "core/foreign/foreign_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "core/dataset/gather.h"
#include "core/dataset/importers/field_values.h"
#include "core/foreign/model_process.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr std::int64_t kCandidatesPerBlock = 16384;
constexpr std::uint64_t kMostTasks = 1000;

void requireFile(const std::filesystem::path& file, std::uintmax_t largest) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure)) {
    throw Error("There is no file " + file.string() + ".");
  }
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  if (failure || size > largest) {
    throw Error(
        fmt::format("{} is larger than {} MB, which is the most that is taken of a foreign "
                    "model. Write its scores as CSV.",
                    file.string(), largest >> 20));
  }
}

/// A model that tells its features must mean those of the table, in the same order.
void requireFeatures(const std::filesystem::path& file, const json& named,
                     const std::vector<std::string>& own, const char* kind) {
  if (!named.is_array() || named == json(own)) return;
  const auto list = [](const json& names) {
    std::string text;
    for (const json& name : names) {
      text += (text.empty() ? "" : ", ") + shown(name.is_string() ? name.get<std::string>() : "?");
    }
    return text.empty() ? std::string("none") : text;
  };
  throw Error(fmt::format("{}: the model wants the {} {}; the dataset has {}.", file.string(), kind,
                          list(named), list(json(own))));
}

class Conversation {
 public:
  Conversation(const std::filesystem::path& file, const SlateTable& table,
               std::span<const std::uint32_t> slates, const ForeignModelLimits& limits)
      : file_(file),
        table_(table),
        slates_(slates),
        limits_(limits),
        layout_(featureLayout(table.schema())),
        process_(file, limits.fileBytes, limits.memoryBytes) {
    result_.scores.slates.assign(slates.begin(), slates.end());
    result_.scores.offsets.push_back(0);
    for (const std::uint32_t slate : slates) {
      result_.scores.offsets.push_back(result_.scores.offsets.back() +
                                       table.candidates(slate).count);
    }
    result_.scores.tasks = 1;
    result_.scores.probabilities.resize(static_cast<std::size_t>(result_.scores.candidates()));
  }

  ForeignPolicy run(const Progress& progress, const std::stop_token& stop) {
    if (progress) progress(0, "Opening the model");
    begin(stop);
    const std::vector<std::int64_t>& offsets = result_.scores.offsets;
    for (std::size_t first = 0; first < slates_.size();) {
      std::size_t end = first + 1;
      while (end < slates_.size() && offsets[end + 1] - offsets[first] <= kCandidatesPerBlock)
        ++end;
      if (progress) {
        progress(static_cast<double>(first) / static_cast<double>(slates_.size()), "Scoring");
      }
      score(first, end, stop);
      first = end;
    }
    return std::move(result_);
  }

 private:
  void begin(const std::stop_token& stop) {
    const auto answer = process_.receive(limits_.secondsToLoad, kLongestModelText, stop);
    const auto* text = reinterpret_cast<const char*>(answer.payload.data());
    const json told = json::parse(text, text + answer.payload.size(), nullptr, false);
    if (answer.reply.kind != ModelReplyKind::Ready || !told.is_object()) nonsense();
    requireFeatures(file_, told.value("numeric", json()), layout_.numeric, "numbers");
    if (told.value("inputs", json()) == json(2)) {
      requireFeatures(file_, told.value("categories", json()), layout_.category, "categories");
    }
  }

  void score(std::size_t first, std::size_t end, const std::stop_token& stop) {
    gatherSlates(table_, slates_.subspan(first, end - first), gathered_);
    const auto rows = static_cast<std::size_t>(gathered_.rows());
    if (rows == 0) return;
    const std::vector<std::int64_t> categories(gathered_.category.begin(),
                                               gathered_.category.end());
    const ModelBlock block{static_cast<std::uint32_t>(rows),
                           static_cast<std::uint32_t>(layout_.numeric.size()),
                           static_cast<std::uint32_t>(layout_.category.size())};
    process_.send(std::as_bytes(std::span(&block, 1)), limits_.secondsABlock, stop);
    process_.send(std::as_bytes(std::span(gathered_.numeric)), limits_.secondsABlock, stop);
    process_.send(std::as_bytes(std::span(categories)), limits_.secondsABlock, stop);
    const auto answer =
        process_.receive(limits_.secondsABlock, rows * (1 + kMostTasks) * sizeof(float), stop);
    const std::uint64_t tasks = answer.reply.tasks;
    if (answer.reply.kind != ModelReplyKind::Scores || tasks > kMostTasks ||
        answer.payload.size() != rows * (1 + tasks) * sizeof(float)) {
      nonsense();
    }
    std::vector<float> numbers(rows * (1 + tasks));
    std::memcpy(numbers.data(), answer.payload.data(), answer.payload.size());
    take(first, numbers, rows, tasks);
  }

  void take(std::size_t first, std::span<const float> numbers, std::size_t rows,
            std::size_t tasks) {
    const auto place = static_cast<std::size_t>(result_.scores.offsets[first]);
    requireFinite(numbers.first(rows), first, "a score");
    std::copy_n(numbers.begin(), rows,
                result_.scores.probabilities.begin() + static_cast<std::ptrdiff_t>(place));
    if (tasks == 0) return;
    requireTasks(tasks);
    const std::size_t total = result_.scores.probabilities.size();
    Predictions& p = result_.probabilities;
    if (p.tasks == 0) {
      p = {result_.scores.slates, result_.scores.offsets, tasks, std::vector<float>(total * tasks)};
    }
    for (std::size_t i = 0; i < rows * tasks; ++i) {
      const float value = numbers[rows + i];
      if (!(value >= 0 && value <= 1)) {
        throw Error(fmt::format(
            "{}: the model gives item \"{}\" of slate \"{}\" a probability of {}.", file_.string(),
            itemAt(first, i / tasks), slateAt(first, i / tasks), value));
      }
      p.probabilities[i % tasks * total + place + i / tasks] = value;
    }
  }

  void requireTasks(std::size_t tasks) const {
    if (tasks != table_.taskCount()) {
      throw Error(fmt::format("{}: the model's p has {} tasks; the dataset has {}.", file_.string(),
                              tasks, table_.taskCount()));
    }
  }

  void requireFinite(std::span<const float> numbers, std::size_t first, const char* what) const {
    const auto wrong = std::find_if_not(numbers.begin(), numbers.end(),
                                        [](float value) { return std::isfinite(value); });
    if (wrong == numbers.end()) return;
    const auto row = static_cast<std::size_t>(wrong - numbers.begin());
    throw Error(
        fmt::format("{}: the model gives item \"{}\" of slate \"{}\" {} of {}; scores must be "
                    "finite. Do missing features (NaN) go through it?",
                    file_.string(), itemAt(first, row), slateAt(first, row), what, *wrong));
  }

  /// The local slate of a row of the block that begins with the slate `first`.
  std::size_t slateOf(std::size_t first, std::size_t row) const {
    const auto& offsets = result_.scores.offsets;
    const auto after = std::upper_bound(offsets.begin(), offsets.end(),
                                        offsets[first] + static_cast<std::int64_t>(row));
    return static_cast<std::size_t>(after - offsets.begin()) - 1;
  }
  std::string_view slateAt(std::size_t first, std::size_t row) const {
    return table_.slateKey(slates_[slateOf(first, row)]);
  }
  std::string_view itemAt(std::size_t first, std::size_t row) const {
    const std::size_t local = slateOf(first, row);
    const auto& offsets = result_.scores.offsets;
    return table_.catalogue().keys[table_.item(
        slates_[local], offsets[first] + static_cast<std::int64_t>(row) - offsets[local])];
  }

  [[noreturn]] void nonsense() const {
    throw Error(file_.string() + ": the model's process answers nonsense.");
  }

  const std::filesystem::path& file_;
  const SlateTable& table_;
  std::span<const std::uint32_t> slates_;
  const ForeignModelLimits& limits_;
  FeatureLayout layout_;
  ModelProcess process_;
  GatheredSlates gathered_;
  ForeignPolicy result_;
};

}  // namespace

ForeignPolicy runForeignModel(const std::filesystem::path& file, const SlateTable& table,
                              std::span<const std::uint32_t> slates,
                              const ForeignModelLimits& limits, const Progress& progress,
                              std::stop_token stop) {
  requireFile(file, limits.fileBytes);
  return Conversation(file, table, slates, limits).run(progress, stop);
}

}  // namespace luce
