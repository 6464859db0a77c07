// Which policy is judged, or compared with: one line of text in reports, on the command line's
// output and in the choices of the window, read back from there.
#pragma once

#include <string>

namespace luce {

enum class JudgedKind {
  Uniform,
  Logging,
  Supervised,  ///< what a run began its alignment with
  Run,
  Kept,  ///< one from elsewhere that the workspace keeps
  File,  ///< one from elsewhere that it does not keep
};

struct PolicyReference {
  JudgedKind kind = JudgedKind::Uniform;
  /// Of the run or the kept policy, or the file's path. Supervised: empty = of the run that is
  /// spoken of.
  std::string name = {};

  bool operator==(const PolicyReference&) const = default;
};

/// "uniform", "logging", "supervised", "supervised NAME", "run NAME", "policy NAME" or "file PATH".
std::string toString(const PolicyReference& policy);

/// The way back. Throws Error for any other text.
PolicyReference policyReferenceFromString(const std::string& text);

}  // namespace luce
