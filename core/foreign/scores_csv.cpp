#include "core/foreign/scores_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

constexpr std::int64_t kLinesBetweenReports = 1 << 16;

/// The asked slates' candidates in order, with a place for each one's score.
class ScoreSheet {
 public:
  ScoreSheet(const SlateTable& table, std::span<const std::uint32_t> slates)
      : table_(table), place_(table.slateCount(), kNotAsked) {
    scores_.slates.assign(slates.begin(), slates.end());
    scores_.tasks = 1;
    scores_.offsets.push_back(0);
    for (std::size_t local = 0; local < slates.size(); ++local) {
      place_[slates[local]] = static_cast<std::int64_t>(local);
      scores_.offsets.push_back(scores_.offsets.back() + table.candidates(slates[local]).count);
    }
    scores_.probabilities.assign(static_cast<std::size_t>(scores_.candidates()), std::nanf(""));
    lines_.assign(scores_.probabilities.size(), 0);
    for (std::uint32_t item = 0; item < table.catalogue().size(); ++item) {
      items_.emplace(table.catalogue().keys[item], item);
    }
    for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
      slates_.emplace(table.slateKey(slate), static_cast<std::uint32_t>(slate));
    }
  }

  std::optional<std::uint32_t> slate(std::string_view key) const { return found(slates_, key); }
  std::optional<std::uint32_t> item(std::string_view key) const { return found(items_, key); }

  enum class Entry { Taken, NoCandidate, Twice };
  /// earlier: the line that had the candidate before, if it comes twice.
  Entry enter(std::uint32_t slate, std::uint32_t item, float score, std::int64_t line,
              std::int64_t& earlier) {
    const CandidateRange range = table_.candidates(slate);
    const std::int64_t local = place_[slate];
    bool isCandidate = false;
    // In a bandit log the candidates are the catalogue.
    for (std::int64_t i = table_.shape() == LogShape::Bandit ? item : 0; i < range.count; ++i) {
      if (table_.item(slate, i) != item) continue;
      isCandidate = true;
      if (local == kNotAsked) return Entry::Taken;
      const auto at =
          static_cast<std::size_t>(scores_.offsets[static_cast<std::size_t>(local)] + i);
      earlier = lines_[at];
      if (earlier != 0) continue;
      lines_[at] = line;
      scores_.probabilities[at] = score;
      return Entry::Taken;
    }
    return isCandidate ? Entry::Twice : Entry::NoCandidate;
  }

  /// The first asked candidate without a score, as "item X of slate Y", and how many there are.
  std::optional<std::string> missing(std::int64_t& count) const {
    std::optional<std::string> first;
    for (std::size_t local = 0; local < scores_.slates.size(); ++local) {
      const std::int64_t begin = scores_.offsets[local];
      for (std::int64_t i = 0; i < scores_.offsets[local + 1] - begin; ++i) {
        if (lines_[static_cast<std::size_t>(begin + i)] != 0) continue;
        ++count;
        if (first) continue;
        const std::uint32_t slate = scores_.slates[local];
        first = fmt::format("item \"{}\" of slate \"{}\"",
                            table_.catalogue().keys[table_.item(slate, i)], table_.slateKey(slate));
      }
    }
    return first;
  }

  Predictions finish() { return std::move(scores_); }

  /// Leaves out slates without any score, but those of `needed`, ascending.
  void leaveOutUnscored(std::span<const std::uint32_t> needed) {
    Predictions kept;
    kept.tasks = 1;
    kept.offsets.push_back(0);
    std::vector<std::int64_t> lines;
    for (std::size_t local = 0; local < scores_.slates.size(); ++local) {
      const std::uint32_t slate = scores_.slates[local];
      const std::int64_t begin = scores_.offsets[local], end = scores_.offsets[local + 1];
      const bool scored = std::any_of(lines_.begin() + begin, lines_.begin() + end,
                                      [](std::int64_t line) { return line != 0; });
      if (!scored && !std::binary_search(needed.begin(), needed.end(), slate)) continue;
      kept.slates.push_back(slate);
      kept.offsets.push_back(kept.offsets.back() + end - begin);
      const auto& values = scores_.probabilities;
      kept.probabilities.insert(kept.probabilities.end(), values.begin() + begin,
                                values.begin() + end);
      lines.insert(lines.end(), lines_.begin() + begin, lines_.begin() + end);
    }
    scores_ = std::move(kept);
    lines_ = std::move(lines);
  }

 private:
  static constexpr std::int64_t kNotAsked = -1;
  using Index = std::unordered_map<std::string_view, std::uint32_t>;

  static std::optional<std::uint32_t> found(const Index& index, std::string_view key) {
    const auto entry = index.find(key);
    return entry == index.end() ? std::nullopt : std::optional(entry->second);
  }

  const SlateTable& table_;
  std::vector<std::int64_t> place_;  ///< of a table's slate among the asked ones
  std::vector<std::int64_t> lines_;  ///< where a candidate's score stands; 0 = nowhere yet
  Index slates_, items_;
  Predictions scores_;
};

struct Columns {
  std::size_t slate = 0, item = 0, score = 0;
};

class ScoreReader {
 public:
  ScoreReader(const std::filesystem::path& file, const SlateTable& table,
              std::span<const std::uint32_t> slates)
      : records_(file), sheet_(table, slates) {
    columns_.slate = column({"slate_id", "slate"});
    columns_.item = column({"item_id", "item"});
    columns_.score = column({"score"});
    problems_.throwIfAny();
  }

  void read(const Progress& progress, const std::stop_token& stop) {
    const auto size = static_cast<double>(std::max<std::int64_t>(1, storedSize(records_.file())));
    for (std::int64_t count = 0; records_.next(); ++count) {
      readLine();
      if (count % kLinesBetweenReports != 0) continue;
      if (stop.stop_requested()) throw Cancelled();
      if (progress) progress(static_cast<double>(records_.bytesRead()) / size, "Reading scores");
    }
    if (records_.problem()) problems_.add(*records_.problem());
    problems_.throwIfAny();
  }

  void leaveOutUnscored(std::span<const std::uint32_t> needed) { sheet_.leaveOutUnscored(needed); }

  Predictions finish(const char* which, const char* remedy) {
    std::int64_t count = 0;
    if (const auto first = sheet_.missing(count)) {
      problem(0, 0,
              "no score for " + *first +
                  (count > 1 ? fmt::format(" and {} other candidates", count - 1) : ""),
              fmt::format("one line for each candidate of {}", which), remedy);
      problems_.throwIfAny();
    }
    return sheet_.finish();
  }

 private:
  std::size_t column(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const auto& all = records_.columns();
      const auto found = std::find(all.begin(), all.end(), name);
      if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    }
    problem(1, 0, "no column " + names.front(), "the columns slate_id, item_id and score",
            "Name the columns in the first line.");
    return 0;
  }

  void readLine() {
    const auto fields = records_.fields();
    if (fields.size() != records_.columns().size()) {
      problem(records_.line(), 0, fmt::format("{} fields", fields.size()),
              fmt::format("{}, as in the first line", records_.columns().size()), "Mend the line.");
      return;
    }
    const auto slate = sheet_.slate(fields[columns_.slate]);
    const auto item = sheet_.item(fields[columns_.item]);
    const auto score = parseNumber(fields[columns_.score]);
    if (!slate) {
      wrong(columns_.slate, "a slate of the dataset");
    } else if (!item) {
      wrong(columns_.item, "an item of the dataset");
    } else if (!score) {
      wrong(columns_.score, "a finite number between -3.4e38 and 3.4e38");
    } else {
      enter(*slate, *item, static_cast<float>(*score));
    }
  }

  void enter(std::uint32_t slate, std::uint32_t item, float score) {
    std::int64_t earlier = 0;
    switch (sheet_.enter(slate, item, score, records_.line(), earlier)) {
      case ScoreSheet::Entry::Taken:
        return;
      case ScoreSheet::Entry::NoCandidate:
        return wrong(columns_.item, "a candidate of this slate");
      case ScoreSheet::Entry::Twice:
        return wrong(columns_.item,
                     fmt::format("each candidate once; line {} has it already", earlier));
    }
  }

  void wrong(std::size_t column, const std::string& expected) {
    problem(records_.line(), static_cast<std::int64_t>(column) + 1,
            shown(records_.fields()[column]), expected,
            "Score the candidates of this dataset, each once.");
  }

  void problem(std::int64_t line, std::int64_t column, std::string found, std::string expected,
               std::string remedy) {
    const std::string name =
        column > 0 ? records_.columns()[static_cast<std::size_t>(column) - 1] : std::string();
    problems_.add({records_.file(), line, column, name, std::move(found), std::move(expected),
                   std::move(remedy)});
  }

  CsvRecords records_;
  ScoreSheet sheet_;
  Columns columns_;
  ProblemList problems_;
};

}  // namespace

bool namesScores(const std::filesystem::path& file) {
  std::filesystem::path name = file.filename();
  if (name.extension() == ".gz" || name.extension() == ".zst") name = name.stem();
  return name.extension() == ".csv" || name.extension() == ".tsv";
}

Predictions readScores(const std::filesystem::path& file, const SlateTable& table,
                       std::span<const std::uint32_t> slates, const Progress& progress,
                       std::stop_token stop) {
  ScoreReader reader(file, table, slates);
  reader.read(progress, stop);
  return reader.finish("the judged slates",
                       "Score all of them, or judge other slates with --split.");
}

Predictions readAllScores(const std::filesystem::path& file, const SlateTable& table,
                          std::span<const std::uint32_t> needed, const Progress& progress,
                          std::stop_token stop) {
  std::vector<std::uint32_t> all(table.slateCount());
  std::iota(all.begin(), all.end(), 0u);
  ScoreReader reader(file, table, all);
  reader.read(progress, stop);
  reader.leaveOutUnscored(needed);
  return reader.finish("the judged slates, and of every slate with a line",
                       "Score whole slates, or leave out all lines of a slate.");
}

}  // namespace luce
