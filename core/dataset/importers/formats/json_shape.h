// Which members the objects of a JSON log have, and which column each of them is.
//
// {"slate_id": "s1", "user": {"age": 3}, "candidates": [{"item_id": "i7", "features": {"price": 1},
//  "tags": [4, 5], "labels": {"click": 1}}]}
//
// has the columns slate_id, user.age, item_id, price, tags_0, tags_1, click: a member's name, with
// the names of the objects around it and points between, and for elements of a list the place
// behind. The names of objects that only group (features, labels, label, actions) and of the list
// of candidates are left away where the rest is not taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace luce {

struct JsonMembers;

struct JsonMember {
  enum class Kind {
    Unknown,     ///< only null and [] were seen
    Value,       ///< one column
    Values,      ///< a list, one column an element
    Object,      ///< its members are columns
    Candidates,  ///< a list of objects, one a candidate
    Ignored,     ///< a list of objects that the schema ignores: a column without values
  };
  std::string name;
  Kind kind = Kind::Unknown;
  std::vector<std::size_t> columns;  ///< Value, Ignored: 1; Values: one an element
  std::unique_ptr<JsonMembers> members;
  std::uint64_t seen = 0;  ///< in which object last, to find what is there twice
};

/// The members of an object in the order in which they were met.
struct JsonMembers {
  std::vector<JsonMember> list;
  std::size_t expected = 0;  ///< the member that comes next, if objects are written alike
  /// Index, or list.size() if there is no such member.
  std::size_t find(std::string_view name);
};

/// The members' columns: those of the object itself, then those of a candidate.
struct JsonColumns {
  std::vector<std::string> names;
  std::size_t ofObject = 0;                     ///< how many belong to the object itself
  std::vector<std::size_t> labels;              ///< members of an object "labels" and the like
  bool nested = false;                          ///< there is a list of candidates
  std::vector<std::vector<std::string>> paths;  ///< by column
};

/// Gives each value its column. Throws Error when two members cannot be told apart by name.
JsonColumns numberColumns(JsonMembers& root);

}  // namespace luce
