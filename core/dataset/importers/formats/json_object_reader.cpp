#include "core/dataset/importers/formats/json_object_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/formats/json_records.h"
#include "core/dataset/importers/formats/json_texts.h"

namespace luce {

namespace {

namespace ondemand = simdjson::ondemand;
static_assert(JsonTexts::kPadding >= simdjson::SIMDJSON_PADDING);

constexpr int kDeepest = 16;
constexpr std::size_t kMostColumns = 10'000;

/// The number at the start of a token, which may be followed by space.
std::string_view numberText(std::string_view token) {
  return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
}

/// As JSON writes numbers; what is too large is found where the value is used.
bool isNumber(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t from = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    return i - from;
  };
  if (i < text.size() && text[i] == '-') ++i;
  const std::size_t whole = i;
  if (digits() == 0 || (text[whole] == '0' && i > whole + 1)) return false;
  if (i < text.size() && text[i] == '.' && (++i, digits()) == 0) return false;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

JsonFault faultOf(simdjson::error_code error, const char* place) {
  const char* const mend = "Mend the object, or see whether the file was written to its end.";
  switch (error) {
    case simdjson::UTF8_ERROR:
      return {place, "bytes that are no text", "text in UTF-8", "Save the file as UTF-8 text."};
    case simdjson::UNCLOSED_STRING:
      return {place, "a text that does not end", "a closing quote", mend};
    case simdjson::UNESCAPED_CHARS:
      return {place, "a control character in a text", "JSON", "Write it as \\u and four digits."};
    case simdjson::STRING_ERROR:
      return {place, "a text with a backslash before a wrong letter", "JSON",
              "Double the backslash, or mend what follows it."};
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return {place, "an object or a list that does not end", "closing braces and brackets", mend};
    default:
      return {place, "commas, braces, names or values out of place", "JSON", mend};
  }
}

const char* nameOf(ondemand::json_type type) {
  switch (type) {
    case ondemand::json_type::array:
      return "a list";
    case ondemand::json_type::object:
      return "an object";
    case ondemand::json_type::null:
      return "null";
    default:
      return "a value";
  }
}

}  // namespace

void JsonObjectReader::finishLearning(std::size_t ofObject, std::size_t ofCandidate) {
  learning_ = false;
  candidateCount_ = 0;
  object_.resize(ofObject);
  ofCandidate_ = ofCandidate;
}

void JsonObjectReader::read(std::string_view text) {
  number_ = ++objects_;
  path_.clear();
  hasCandidates_ = false;
  candidates_.clear();
  candidateCount_ = 0;
  std::fill(object_.begin(), object_.end(), std::string_view());
  try {
    readDocument(text);
  } catch (const simdjson::simdjson_error& error) {
    throw faultOf(error.error(), place_);
  }
}

void JsonObjectReader::append(std::size_t candidate, std::vector<std::string_view>& fields) const {
  fields.insert(fields.end(), object_.begin(), object_.end());
  const auto first = candidates_.begin() + static_cast<std::ptrdiff_t>(candidate * ofCandidate_);
  fields.insert(fields.end(), first, first + static_cast<std::ptrdiff_t>(ofCandidate_));
}

void JsonObjectReader::readDocument(std::string_view text) {
  place_ = nullptr;
  ondemand::document document =
      parser_.iterate(text.data(), text.size(), text.size() + JsonTexts::kPadding);
  document_ = &document;
  struct Leave {
    JsonObjectReader& reader;
    ~Leave() {
      reader.place_ = reader.place();
      reader.document_ = nullptr;
    }
  } leave{*this};
  if (document.type() != ondemand::json_type::object) {
    fail("something else", "an object",
         "Write one object a line, as in {\"slate_id\": \"s1\", \"item_id\": \"i7\"}.");
  }
  ondemand::object object = document.get_object();
  readMembers(object, root_, 1, false);
  const char* rest = nullptr;
  if (document.current_location().get(rest) == simdjson::SUCCESS) {
    throw JsonFault{rest, "text after the object's end", "one object a line",
                    "Write each object on a line of its own, as `jq -c` does."};
  }
}

const char* JsonObjectReader::place() const {
  const char* found = nullptr;
  if (document_->current_location().get(found) != simdjson::SUCCESS) return nullptr;
  return found;
}

void JsonObjectReader::fail(std::string found, std::string expected, std::string remedy) const {
  throw JsonFault{place(), std::move(found), std::move(expected), std::move(remedy)};
}

void JsonObjectReader::readMembers(ondemand::object& object, JsonMembers& members, int depth,
                                   bool inCandidate) {
  members.expected = 0;
  if (depth > kDeepest) {
    fail(fmt::format("objects more than {} deep", kDeepest), "objects less deep",
         "Flatten the log, or leave the member out.");
  }
  for (auto field : object) {
    const std::string_view name = field.unescaped_key();
    std::size_t index = members.find(name);
    if (index == members.list.size()) index = add(members, name);
    JsonMember& member = members.list[index];
    if (std::exchange(member.seen, number_) == number_) {
      fail(fmt::format("the member \"{}\" twice", shown(name)), "each member once",
           "Rename or remove one of the two.");
    }
    path_.push_back(name);
    readValue(field.value(), member, depth, inCandidate);
    path_.pop_back();
  }
}

std::size_t JsonObjectReader::add(JsonMembers& members, std::string_view name) {
  if (!learning_) {
    path_.push_back(name);
    fail(fmt::format("the member \"{}\" for the first time", shown(pathText())),
         fmt::format("members that occur in the first {} objects", JsonRecords::kLearntObjects),
         "Move an object that has it up to the start, with null for it where it is missing.");
  }
  requireFewColumns();
  JsonMember member;
  member.name = name;
  members.list.push_back(std::move(member));
  members.expected = members.list.size();
  return members.list.size() - 1;
}

void JsonObjectReader::requireFewColumns() {
  if (++learntColumns_ > kMostColumns) {
    fail(fmt::format("more than {} members", kMostColumns), "fewer members",
         "Write features with many values, such as embeddings, into fewer members.");
  }
}

std::string JsonObjectReader::pathText() const {
  std::string text;
  for (const std::string_view part : path_) {
    if (!text.empty()) text += '.';
    text += part;
  }
  return text;
}

void JsonObjectReader::readValue(ondemand::value value, JsonMember& member, int depth,
                                 bool inCandidate) {
  const ondemand::json_type type = value.type();
  if (member.kind == JsonMember::Kind::Ignored) return;
  if (type == ondemand::json_type::null) {
    if (!value.is_null()) fail("a word that is no value", "null", "Write null.");
  } else if (type == ondemand::json_type::object) {
    become(member, JsonMember::Kind::Object, type);
    ondemand::object object = value.get_object();
    readMembers(object, *member.members, depth + 1, inCandidate);
  } else if (type == ondemand::json_type::array) {
    readList(value.get_array(), member, depth, inCandidate);
  } else {
    become(member, JsonMember::Kind::Value, type);
    if (!learning_) put(member.columns.front(), inCandidate, scalar(value, type));
    if (learning_) scalar(value, type);
  }
}

void JsonObjectReader::readList(ondemand::array list, JsonMember& member, int depth,
                                bool inCandidate) {
  std::size_t place = 0;
  for (auto found : list) {
    ondemand::value element = found.value();
    const ondemand::json_type type = element.type();
    if (type == ondemand::json_type::array) {
      fail(fmt::format("a list in the list \"{}\"", shown(pathText())), "a list of values",
           "Flatten the list.");
    }
    if (type == ondemand::json_type::object) {
      if (place == 0 && member.kind == JsonMember::Kind::Unknown && isIgnored()) {
        member.kind = JsonMember::Kind::Ignored;
        return;
      }
      const bool isFirst = candidatesPath_.empty() && place == 0;
      if (inCandidate || !(isFirst || pathText() == candidatesPath_)) {
        fail(fmt::format("objects in the list \"{}\"", shown(pathText())),
             "objects in the list of candidates only",
             "Leave that list out, or name it under \"ignore\" in a schema.");
      }
      become(member, JsonMember::Kind::Candidates, ondemand::json_type::array);
      if (isFirst) candidatesPath_ = pathText();
      hasCandidates_ = true;
      readCandidate(element.get_object(), *member.members, depth);
    } else {
      if (member.kind == JsonMember::Kind::Candidates) {
        fail(fmt::format("no object in the list \"{}\"", shown(pathText())),
             "one object a candidate", "Mend the list.");
      }
      become(member, JsonMember::Kind::Values, ondemand::json_type::array);
      if (place == member.columns.size()) {
        if (!learning_) {
          fail(fmt::format("{} or more elements in \"{}\"", place + 1, shown(pathText())),
               fmt::format("at most {}, as in the first objects", place),
               "Give all such lists one length, or move the longest up to the start.");
        }
        requireFewColumns();
        member.columns.push_back(0);
      }
      const std::string_view text = scalar(element, type);
      if (!learning_) put(member.columns[place], inCandidate, text);
    }
    ++place;
  }
}

void JsonObjectReader::readCandidate(ondemand::object object, JsonMembers& members, int depth) {
  ++candidateCount_;
  if (!learning_) candidates_.resize(candidates_.size() + ofCandidate_);
  // Members may occur once a candidate.
  const std::uint64_t around = std::exchange(number_, ++objects_);
  readMembers(object, members, depth + 1, true);
  number_ = around;
}

bool JsonObjectReader::isIgnored() const {
  return std::find(ignored_.begin(), ignored_.end(), pathText()) != ignored_.end();
}

void JsonObjectReader::become(JsonMember& member, JsonMember::Kind kind,
                              ondemand::json_type found) {
  if (member.kind == kind) return;
  if (member.kind != JsonMember::Kind::Unknown) {
    fail(fmt::format("{} in \"{}\"", nameOf(found), shown(pathText())),
         "the same kind of value as in the first objects",
         "Write the member alike in all objects, or null where it is missing.");
  }
  if (!learning_) {
    fail(fmt::format("{} in \"{}\" for the first time", nameOf(found), shown(pathText())),
         "null, as in the first objects", "Move an object that has it up to the start.");
  }
  member.kind = kind;
  if (kind == JsonMember::Kind::Object || kind == JsonMember::Kind::Candidates) {
    member.members = std::make_unique<JsonMembers>();
  }
}

std::string_view JsonObjectReader::scalar(ondemand::value& value, ondemand::json_type type) const {
  switch (type) {
    case ondemand::json_type::string:
      return value.get_string();
    case ondemand::json_type::boolean:
      return bool(value.get_bool()) ? "1" : "0";
    case ondemand::json_type::null:
      if (!value.is_null()) fail("a word that is no value", "null", "Write null.");
      return {};
    default:
      break;
  }
  const std::string_view number = numberText(value.raw_json_token());
  if (!isNumber(number)) {
    throw JsonFault{
        number.data(), shown(number), "a value as JSON writes it",
        "Write numbers without quotes, texts in double quotes, null where it is missing."};
  }
  return number;
}

void JsonObjectReader::put(std::size_t column, bool inCandidate, std::string_view text) {
  if (!inCandidate) {
    object_[column] = text;
  } else {
    candidates_[candidates_.size() - ofCandidate_ + column - object_.size()] = text;
  }
}

}  // namespace luce
