// How a workspace is opened.
#pragma once

namespace luce {

enum class Access {
  /// Makes the file if there is none. One program at a time: throws InUseError if another one has
  /// it, Error if the file or its folder may only be read.
  Write,
  /// Beside any other program. Makes no workspace and changes nothing in one.
  Read,
  /// Write where that is possible, else Read; see Workspace::whyReadOnly().
  WriteIfFree,
};

}  // namespace luce
