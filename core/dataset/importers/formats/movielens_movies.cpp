#include "core/dataset/importers/formats/movielens_movies.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/formats/separated_records.h"

namespace luce {

namespace {

constexpr std::array<const char*, 19> kFlagGenres{
    "unknown",     "Action", "Adventure", "Animation", "Children", "Comedy",  "Crime",
    "Documentary", "Drama",  "Fantasy",   "Film-Noir", "Horror",   "Musical", "Mystery",
    "Romance",     "Sci-Fi", "Thriller",  "War",       "Western"};
constexpr std::size_t kFirstFlag = 5;
constexpr std::string_view kNoGenre = "(no genres listed)";

/// "1995" of "Toy Story (1995)"; nothing if the title does not end so.
std::string_view yearOf(std::string_view title) {
  while (title.ends_with(' ')) title.remove_suffix(1);
  if (title.size() < 6 || !title.ends_with(')') || title[title.size() - 6] != '(') return {};
  const std::string_view year = title.substr(title.size() - 5, 4);
  return year.find_first_not_of("0123456789") == std::string_view::npos ? year : std::string_view();
}

template <class Use>
void forEachGenre(std::string_view genres, Use&& use) {
  while (!genres.empty()) {
    const std::size_t end = std::min(genres.find('|'), genres.size());
    const std::string_view genre = genres.substr(0, end);
    if (!genre.empty() && genre != kNoGenre) use(genre);
    genres.remove_prefix(std::min(end + 1, genres.size()));
  }
}

/// What all of the files have of a movie, for any of them.
class Movies final : public LogRecords {
 public:
  /// flags: as in u.item, one field a genre; otherwise the third field names the genres.
  Movies(std::unique_ptr<LogRecords> records, std::vector<std::string> genres, bool flags)
      : records_(std::move(records)), genres_(std::move(genres)), flags_(flags) {
    for (const std::string& genre : genres_) columns_.push_back("genre_" + genre);
  }

  bool next() override {
    if (!records_->next()) return false;
    const auto own = records_->fields();
    fields_.assign(own.begin(), own.end());
    // A line with too few or too many fields is left as it is, to be reported as such.
    if (own.size() != records_->columns().size()) {
      if (fields_.size() == columns_.size()) fields_.pop_back();
      return true;
    }
    fields_ = {own[0], own[1], yearOf(own[1])};
    for (std::size_t i = 0; flags_ && i < genres_.size(); ++i) {
      fields_.push_back(own[kFirstFlag + i]);
    }
    for (std::size_t i = 0; !flags_ && i < genres_.size(); ++i) {
      std::string_view flag = "0";
      forEachGenre(own[2], [&](std::string_view genre) {
        if (genre == genres_[i]) flag = "1";
      });
      fields_.push_back(flag);
    }
    return true;
  }
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return records_->line(); }
  const std::optional<ImportProblem>& problem() const override { return records_->problem(); }
  const std::filesystem::path& file() const override { return records_->file(); }
  std::int64_t bytesRead() const override { return records_->bytesRead(); }
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  std::unique_ptr<LogRecords> records_;
  std::vector<std::string> genres_;
  bool flags_;
  std::vector<std::string> columns_{"movieId", "title", "year"};
  std::vector<std::string_view> fields_;
};

std::vector<std::string> genresIn(LogRecords& records) {
  std::vector<std::string> genres;
  while (records.next()) {
    if (records.fields().size() != 3) continue;
    forEachGenre(records.fields()[2], [&](std::string_view genre) {
      if (std::find(genres.begin(), genres.end(), genre) == genres.end()) {
        genres.emplace_back(genre);
      }
    });
  }
  std::sort(genres.begin(), genres.end());
  return genres;
}

template <class Open>
std::unique_ptr<LogRecords> withGenres(Open&& open) {
  return std::make_unique<Movies>(open(), genresIn(*open()), false);
}

}  // namespace

std::unique_ptr<LogRecords> openMovies(const std::filesystem::path& file) {
  const auto separated = [&](const char* separator, std::vector<std::string> columns) {
    return std::make_unique<SeparatedRecords>(file, separator, std::move(columns));
  };
  const auto fieldsOfFirst = [&](const char* separator) {
    const auto records = separated(separator, {});
    return records->next() ? records->fields().size() : 0;
  };
  if (fieldsOfFirst("::") == 3) {
    return withGenres([&] { return separated("::", {"movieId", "title", "genres"}); });
  }
  if (fieldsOfFirst("|") == kFirstFlag + kFlagGenres.size()) {
    std::vector<std::string> columns{"movieId", "title", "released", "on video", "address"};
    columns.insert(columns.end(), kFlagGenres.begin(), kFlagGenres.end());
    return std::make_unique<Movies>(
        separated("|", columns), std::vector<std::string>(kFlagGenres.begin(), kFlagGenres.end()),
        true);
  }
  auto records = std::make_unique<CsvRecords>(file);
  if (records->columns() != std::vector<std::string>{"movieId", "title", "genres"}) return nullptr;
  return withGenres([&] { return std::make_unique<CsvRecords>(file); });
}

}  // namespace luce
