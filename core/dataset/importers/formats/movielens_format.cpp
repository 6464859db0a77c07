#include "core/dataset/importers/formats/movielens_format.h"

#include <algorithm>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/formats/movielens_movies.h"
#include "core/dataset/importers/formats/separated_records.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr double kFirstTime = 788'918'400;  // 1995: before it there was no MovieLens
constexpr double kLikedFrom = 4;
constexpr double kLargestRating = 5;
const std::vector<std::string> kColumns{"userId", "movieId", "rating", "timestamp"};

/// Ratings without a line of names, when the first line looks like one.
std::unique_ptr<LogRecords> openSeparated(const fs::path& file) {
  for (const char* separator : {"::", "\t"}) {
    SeparatedRecords records(file, separator, kColumns);
    if (!records.next()) return nullptr;
    const auto fields = records.fields();
    if (fields.size() != kColumns.size()) continue;
    const auto rating = parseNumber(fields[2]);
    const auto time = parseCount(fields[3]);
    if (parseCount(fields[0]) && parseCount(fields[1]) && rating && *rating >= 0 &&
        *rating <= kLargestRating && time && static_cast<double>(*time) >= kFirstTime) {
      return std::make_unique<SeparatedRecords>(file, separator, kColumns);
    }
  }
  return nullptr;
}

bool isTable(const fs::path& file) {
  CsvReader reader(file);
  return reader.next() && std::equal(reader.fields().begin(), reader.fields().end(),
                                     kColumns.begin(), kColumns.end());
}

std::optional<SideFile> beside(const fs::path& file, std::initializer_list<const char*> names,
                               const char* key) {
  for (const char* name : names) {
    const fs::path found = fileBeside(file, name);
    if (!found.empty()) return SideFile{found, key};
  }
  return std::nullopt;
}

}  // namespace

bool MovieLensFormat::recognises(const fs::path& file) const {
  try {
    return isTable(file) || openSeparated(file) != nullptr;
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> MovieLensFormat::open(const fs::path& file, const LogMapping&) const {
  if (isTable(file)) return std::make_unique<CsvRecords>(file);
  if (auto records = openSeparated(file)) return records;
  throw ImportError({{.file = file,
                      .line = 1,
                      .column = 0,
                      .columnName = {},
                      .found = "other columns",
                      .expected = "user, movie, rating and unix time, with tabs or \"::\" between, "
                                  "or the columns userId, movieId, rating, timestamp",
                      .remedy = "Choose the file of ratings, or open it as \"csv\"."}},
                    1);
}

LogMapping MovieLensFormat::known(const fs::path& file, const LogRecords&,
                                  const LogMapping&) const {
  LogMapping known;
  known.user = "userId";
  known.item = "movieId";
  known.time = "timestamp";
  known.tasks = {{.column = "rating",
                  .name = "liked",
                  .label = {.kind = LabelRule::Kind::AtLeast, .low = kLikedFrom}}};
  known.slates.emplace().kind = SlateRule::Kind::UserAndGap;
  known.items = beside(file, {"movies.csv", "movies.dat", "u.item"}, "movieId");
  known.users = beside(file, {"users.dat", "u.user"}, "userId");
  known.context.emplace();
  known.category = {"gender", "occupation", "zip_code"};
  return known;
}

std::unique_ptr<LogRecords> MovieLensFormat::openSide(const SideFile& side) const {
  if (side.key == "movieId") {
    if (auto movies = openMovies(side.file)) return movies;
  } else if (side.key == "userId") {
    SeparatedRecords first(side.file, "::", {});
    if (first.next() && first.fields().size() == 5) {
      return std::make_unique<SeparatedRecords>(
          side.file,
          "::", std::vector<std::string>{"userId", "gender", "age", "occupation", "zip_code"});
    }
    SeparatedRecords bars(side.file, "|", {});
    if (bars.next() && bars.fields().size() == 5) {
      return std::make_unique<SeparatedRecords>(
          side.file, "|",
          std::vector<std::string>{"userId", "age", "gender", "occupation", "zip_code"});
    }
  }
  return FlatFormat::openSide(side);
}

}  // namespace luce
