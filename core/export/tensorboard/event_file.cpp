#include "core/export/tensorboard/event_file.h"

#include <algorithm>
#include <boost/crc.hpp>
#include <vector>

#include "core/export/tensorboard/protobuf_message.h"

namespace luce {

namespace {

// Field numbers of the messages, by their .proto files.
namespace event {
constexpr int kWallTime = 1, kStep = 2, kFileVersion = 3, kSummary = 5;
}
namespace summary_value {
constexpr int kTag = 1, kSimpleValue = 2, kHistogram = 5, kTensor = 8, kMetadata = 9;
}
namespace histogram_message {
constexpr int kMinimum = 1, kMaximum = 2, kCount = 3, kSum = 4, kSumOfSquares = 5, kLimits = 6,
              kBuckets = 7;
}
namespace tensor_message {
constexpr int kType = 1, kShape = 2, kStrings = 8;
constexpr int kFloatType = 1, kStringType = 7;
}  // namespace tensor_message
constexpr int kSummaryValue = 1;
constexpr int kPluginData = 1, kPluginName = 1, kPluginContent = 2;
constexpr int kShapeDimension = 2, kDimensionSize = 1;

template <class Bits>
void writeLittleEndian(std::ostream& out, Bits bits) {
  for (std::size_t i = 0; i < sizeof(Bits); ++i) out.put(static_cast<char>(bits >> 8 * i));
}

ProtobufMessage metadata(const char* plugin, const std::string& content = "") {
  ProtobufMessage data;
  data.text(kPluginName, plugin);
  if (!content.empty()) data.text(kPluginContent, content);
  return ProtobufMessage().message(kPluginData, data);
}

ProtobufMessage shapeOf(std::int64_t size) {
  return ProtobufMessage().message(kShapeDimension,
                                   ProtobufMessage().integer(kDimensionSize, size));
}

}  // namespace

std::uint32_t maskedCrc32c(std::string_view bytes) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> checksum;
  checksum.process_bytes(bytes.data(), bytes.size());
  const std::uint32_t crc = checksum.checksum();
  return (crc >> 15 | crc << 17) + 0xa282ead8u;
}

EventFile::EventFile(std::ostream& out, double wallTime) : out_(out), wallTime_(wallTime) {
  write(ProtobufMessage()
            .real(event::kWallTime, wallTime_)
            .text(event::kFileVersion, "brain.Event:2")
            .bytes());
}

void EventFile::write(std::string_view event) {
  std::string length;
  for (std::size_t i = 0; i < 8; ++i) length += static_cast<char>(event.size() >> 8 * i);
  out_ << length;
  writeLittleEndian(out_, maskedCrc32c(length));
  out_ << event;
  writeLittleEndian(out_, maskedCrc32c(event));
}

void EventFile::summary(std::int64_t step, std::string_view value) {
  write(ProtobufMessage()
            .real(event::kWallTime, wallTime_)
            .integer(event::kStep, step)
            .message(event::kSummary, ProtobufMessage().text(kSummaryValue, value))
            .bytes());
}

void EventFile::scalar(std::int64_t step, const std::string& tag, double value) {
  summary(step, ProtobufMessage()
                    .text(summary_value::kTag, tag)
                    .real(summary_value::kSimpleValue, static_cast<float>(value))
                    .bytes());
}

void EventFile::histogram(std::int64_t step, const std::string& tag,
                          std::span<const float> values) {
  constexpr std::size_t kBins = 30;
  if (values.empty()) return;
  const auto [smallest, largest] = std::minmax_element(values.begin(), values.end());
  const double low = *smallest, width = (static_cast<double>(*largest) - low) / kBins;
  std::vector<double> limits(kBins), counts(kBins);
  for (std::size_t i = 0; i + 1 < kBins; ++i) limits[i] = low + width * static_cast<double>(i + 1);
  limits.back() = *largest;
  double sum = 0, squares = 0;
  for (const double value : values) {
    const auto bin = width > 0 ? static_cast<std::size_t>((value - low) / width) : kBins - 1;
    ++counts[std::min(bin, kBins - 1)];
    sum += value;
    squares += value * value;
  }
  const ProtobufMessage message =
      ProtobufMessage()
          .real(histogram_message::kMinimum, low)
          .real(histogram_message::kMaximum, double{*largest})
          .real(histogram_message::kCount, static_cast<double>(values.size()))
          .real(histogram_message::kSum, sum)
          .real(histogram_message::kSumOfSquares, squares)
          .reals(histogram_message::kLimits, limits)
          .reals(histogram_message::kBuckets, counts);
  summary(step, ProtobufMessage()
                    .text(summary_value::kTag, tag)
                    .message(summary_value::kHistogram, message)
                    .bytes());
}

void EventFile::text(const std::string& tag, const std::string& markdown) {
  const ProtobufMessage tensor = ProtobufMessage()
                                     .integer(tensor_message::kType, tensor_message::kStringType)
                                     .message(tensor_message::kShape, shapeOf(1))
                                     .text(tensor_message::kStrings, markdown);
  summary(0, ProtobufMessage()
                 .text(summary_value::kTag, tag)
                 .message(summary_value::kTensor, tensor)
                 .message(summary_value::kMetadata, metadata("text"))
                 .bytes());
}

void EventFile::hparams(const std::string& tag, const std::string& content) {
  const ProtobufMessage nothing = ProtobufMessage()
                                      .integer(tensor_message::kType, tensor_message::kFloatType)
                                      .message(tensor_message::kShape, shapeOf(0));
  summary(0, ProtobufMessage()
                 .text(summary_value::kTag, tag)
                 .message(summary_value::kTensor, nothing)
                 .message(summary_value::kMetadata, metadata("hparams", content))
                 .bytes());
}

}  // namespace luce
