// Changes of a slate as they are typed.
#pragma once

#include <string>
#include <vector>

#include "core/dataset/editable_slate.h"

namespace luce {

/// Every candidate of the slate with that item; one that is dropped counts too. Throws Error that
/// lists the items there are.
std::vector<std::size_t> candidatesOf(const SlateTable& table, const EditableSlate& slate,
                                      const std::string& item);

/// "age=31" of the slate, "item-7:price=2.5" or "item-7:genre=jazz" of a candidate and its item;
/// an empty value is missing. Throws Error naming what is wrong and which features there are.
void setFeature(const SlateTable& table, EditableSlate& slate, const std::string& text);

void dropItem(const SlateTable& table, EditableSlate& slate, const std::string& item);
/// Adds the candidate once more, as it is now.
void copyItem(const SlateTable& table, EditableSlate& slate, const std::string& item);
/// Adds an item of a slate log's catalogue, as it is where it first stands in the log. Throws Error
/// when the catalogue lacks it.
void addItem(const SlateTable& table, EditableSlate& slate, const std::string& item);

}  // namespace luce
