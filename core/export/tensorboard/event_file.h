// An event file as TensorBoard reads it: records of TensorFlow's TFRecord format, each an Event
// message (tensorflow/core/util/event.proto, tensorboard/compat/proto/summary.proto).
#pragma once

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace luce {

/// CRC-32C (Castagnoli) of the bytes, rotated and shifted as in the TFRecord format, so that a
/// checksum of data that holds checksums is sound.
std::uint32_t maskedCrc32c(std::string_view bytes);

/// Every method writes one record. The stream is not checked.
class EventFile {
 public:
  /// wallTime: seconds since 1970 UTC, of every event unless others are told. out must outlive it.
  EventFile(std::ostream& out, double wallTime);

  void setWallTime(double wallTime) { wallTime_ = wallTime; }
  /// TensorBoard's scalars are single precision.
  void scalar(std::int64_t step, const std::string& tag, double value);
  /// Counts of 30 bins of equal width between the smallest and the largest value. Without values
  /// nothing is written.
  void histogram(std::int64_t step, const std::string& tag, std::span<const float> values);
  /// markdown: shown by the text plugin.
  void text(const std::string& tag, const std::string& markdown);
  /// Plugin data of the hparams plugin: see hparams in tensorboard.cpp.
  void hparams(const std::string& tag, const std::string& content);

 private:
  void write(std::string_view event);
  void summary(std::int64_t step, std::string_view value);

  std::ostream& out_;
  double wallTime_;
};

}  // namespace luce
