#include "core/dataset/importers/formats/json_shape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/common/error.h"

namespace luce {

namespace {

using Path = std::vector<std::string>;

bool groupsLabels(std::string_view name) {
  return name == "labels" || name == "label" || name == "actions";
}

bool onlyGroups(std::string_view name) {
  return name == "features" || groupsLabels(name);
}

/// Walks through the members twice: the object's own columns come first.
class Numbering {
 public:
  JsonColumns number(JsonMembers& root) {
    place(root, {}, false, false);
    columns_.ofObject = columns_.paths.size();
    place(root, {}, false, true);
    name();
    return std::move(columns_);
  }

 private:
  void place(JsonMembers& members, const Path& around, bool inCandidate, bool candidates) {
    for (JsonMember& member : members.list) {
      Path path = around;
      path.push_back(member.name);
      switch (member.kind) {
        case JsonMember::Kind::Object:
          place(*member.members, path, inCandidate, candidates);
          break;
        case JsonMember::Kind::Candidates:
          columns_.nested = true;
          candidatesDepth_ = path.size();
          if (candidates) place(*member.members, path, true, true);
          break;
        case JsonMember::Kind::Values:
          if (inCandidate != candidates) break;
          for (std::size_t i = 0; i < member.columns.size(); ++i) {
            path.back() = fmt::format("{}_{}", member.name, i);
            member.columns[i] = add(path, inCandidate);
          }
          break;
        default:
          if (inCandidate == candidates) member.columns.assign(1, add(path, inCandidate));
      }
    }
  }

  std::size_t add(const Path& path, bool inCandidate) {
    const std::size_t column = columns_.paths.size();
    columns_.paths.push_back(path);
    inCandidate_.push_back(inCandidate);
    if (std::any_of(path.begin(), path.end() - 1, groupsLabels)) columns_.labels.push_back(column);
    return column;
  }

  std::string shortName(std::size_t column) const {
    const Path& path = columns_.paths[column];
    Path kept;
    for (std::size_t i = inCandidate_[column] ? candidatesDepth_ : 0; i < path.size(); ++i) {
      if (i + 1 == path.size() || !onlyGroups(path[i])) kept.push_back(path[i]);
    }
    return fmt::format("{}", fmt::join(kept, "."));
  }

  void name() {
    std::map<std::string, int> uses;
    for (std::size_t i = 0; i < columns_.paths.size(); ++i) ++uses[shortName(i)];
    std::set<std::string> taken;
    for (std::size_t i = 0; i < columns_.paths.size(); ++i) {
      std::string wanted = shortName(i);
      // A member at the top keeps its name.
      if (uses[wanted] > 1) wanted = fmt::format("{}", fmt::join(columns_.paths[i], "."));
      if (wanted.empty()) throw Error("The log has a member without a name; name it.");
      if (!taken.insert(wanted).second) {
        throw Error(
            fmt::format("The log has two members that would both be the column \"{}\"; "
                        "rename one of them.",
                        wanted));
      }
      columns_.names.push_back(std::move(wanted));
    }
  }

  JsonColumns columns_;
  std::vector<bool> inCandidate_;
  std::size_t candidatesDepth_ = 0;
};

}  // namespace

std::size_t JsonMembers::find(std::string_view name) {
  for (std::size_t step = 0; step < list.size(); ++step) {
    const std::size_t member = (expected + step) % list.size();
    if (list[member].name != name) continue;
    expected = member + 1;
    return member;
  }
  return list.size();
}

JsonColumns numberColumns(JsonMembers& root) {
  return Numbering().number(root);
}

}  // namespace luce
