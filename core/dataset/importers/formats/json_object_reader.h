// Reads the objects of a JSON log one after another into the values of its columns.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/formats/json_shape.h"

namespace luce {

/// What is wrong with an object, and where in its text if that is known.
struct JsonFault {
  const char* place = nullptr;
  std::string found, expected, remedy;
};

/// It first learns which members there are, then, with the columns fixed, takes their values.
class JsonObjectReader {
 public:
  JsonObjectReader(JsonMembers& root, const std::vector<std::string>& ignored)
      : root_(root), ignored_(ignored) {}

  /// From now on the columns are fixed.
  void finishLearning(std::size_t ofObject, std::size_t ofCandidate);

  /// The views live until the next call. Throws JsonFault.
  void read(std::string_view text);

  std::size_t candidates() const { return candidateCount_; }
  void forgetCandidates() { candidateCount_ = 0; }
  bool hasCandidates() const { return hasCandidates_; }
  void append(std::size_t candidate, std::vector<std::string_view>& fields) const;
  const std::vector<std::string_view>& ofObject() const { return object_; }

 private:
  void readDocument(std::string_view text);

  /// Where reading is in the present text; null if that cannot be told.
  const char* place() const;
  [[noreturn]] void fail(std::string found, std::string expected, std::string remedy) const;
  void readMembers(simdjson::ondemand::object& object, JsonMembers& members, int depth,
                   bool inCandidate);
  std::size_t add(JsonMembers& members, std::string_view name);
  void requireFewColumns();
  std::string pathText() const;
  void readValue(simdjson::ondemand::value value, JsonMember& member, int depth, bool inCandidate);
  void readList(simdjson::ondemand::array list, JsonMember& member, int depth, bool inCandidate);
  void readCandidate(simdjson::ondemand::object object, JsonMembers& members, int depth);
  bool isIgnored() const;
  void become(JsonMember& member, JsonMember::Kind kind, simdjson::ondemand::json_type found);
  std::string_view scalar(simdjson::ondemand::value& value,
                          simdjson::ondemand::json_type type) const;
  void put(std::size_t column, bool inCandidate, std::string_view text);

  JsonMembers& root_;
  const std::vector<std::string>& ignored_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document* document_ = nullptr;
  const char* place_ = nullptr;  ///< where reading of the last text ended
  bool learning_ = true, hasCandidates_ = false;
  std::string candidatesPath_;
  std::size_t learntColumns_ = 0;
  std::uint64_t objects_ = 0;  ///< read so far, candidates among them
  std::uint64_t number_ = 0;   ///< of the object whose members are read
  std::vector<std::string_view> path_;
  std::vector<std::string_view> object_, candidates_;
  std::size_t ofCandidate_ = 0, candidateCount_ = 0;
};

}  // namespace luce
