// The JSON schema (draft 2020-12) of an experiment document, made of the same list of members that
// reads and writes it: what it accepts and what experimentFromJson() accepts is the same, apart
// from whole numbers written with a point (1.0), which only the schema accepts.
#pragma once

#include <string>

namespace luce {

/// Indented JSON: every member with meaning, range and default; of every scheme its parameters with
/// theirs, and its source. resources/experiment.schema.json is this text.
std::string experimentSchema();

}  // namespace luce
