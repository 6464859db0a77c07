// TensorBoard's own reader finds in the event files what the workspace holds.
#include "core/export/tensorboard/tensorboard.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/common/error.h"
#include "core/estimator/safetensors.h"
#include "core/export/tensorboard/event_file.h"
#include "core/export/tensorboard/protobuf_message.h"
#include "core/training/experiment.h"
#include "tests/support/peer_python.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

std::uint32_t unmasked(std::uint32_t masked) {
  const std::uint32_t rotated = masked - 0xa282ead8u;
  return rotated >> 17 | rotated << 15;
}

TEST(MaskedCrc32c, IsThatOfTheStandard) {
  // RFC 3720, B.4.
  EXPECT_EQ(unmasked(maskedCrc32c(std::string(32, '\0'))), 0x8a9136aau);
  EXPECT_EQ(unmasked(maskedCrc32c(std::string(32, '\xff'))), 0x62a8ab43u);
  EXPECT_EQ(unmasked(maskedCrc32c("123456789")), 0xe3069283u);
}

TEST(ProtobufMessage, FieldsAreThoseOfTheEncodingsDescription) {
  // protobuf.dev/programming-guides/encoding
  EXPECT_EQ(ProtobufMessage().integer(1, 150).bytes(), "\x08\x96\x01");
  EXPECT_EQ(ProtobufMessage().text(2, "testing").bytes(), "\x12\x07testing");
  EXPECT_EQ(ProtobufMessage().message(3, ProtobufMessage().integer(1, 150)).bytes(),
            "\x1a\x03\x08\x96\x01");
  EXPECT_EQ(ProtobufMessage().integer(1, -2).bytes(),
            "\x08\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01");
  EXPECT_EQ(ProtobufMessage().real(1, 1.5f).bytes(), std::string("\x0d\0\0\xc0\x3f", 5));
  EXPECT_EQ(ProtobufMessage().real(16, -2.0).bytes(),
            std::string("\x81\x01\0\0\0\0\0\0\0\xc0", 10));
}

TEST(FolderNames, AreSafeAndEachTheirOwn) {
  const std::vector<std::string> runs{"a/b", "a_b", "..", "Übung 中", "a_b_2", "a\nb"};
  EXPECT_THAT(folderNames(runs),
              ElementsAre("a_b", "a_b_2", "_..", "Übung 中", "a_b_2_2", "a_b_3"));
}

class TensorBoardFiles : public testing::Test {
 protected:
  void SetUp() override {
    const auto writer = workspace_.createDataset("log", "");
    writeUnevenSlates(*writer, 8);
    writer->commit();
    addRun("first", 0.25, RunStatus::Finished);
    addRun("second/of two", 0.5, RunStatus::Failed);
  }

  void addRun(const std::string& name, double klWeight, RunStatus status) {
    RunRecord record;
    record.name = name;
    record.dataset = "log";
    record.started = "2026-01-02T03:04:05Z";
    Experiment experiment;
    experiment.objective.scheme = "grpo";
    experiment.objective.klWeight = klWeight;
    record.experiment = experimentToJson(experiment);
    const std::int64_t run = workspace_.createRun(record);
    std::vector<MetricPoint> points;
    for (int step = 1; step <= 300; ++step) {
      // As an older Luce wrote them, up to half of the way.
      points.push_back({step, "loss/bce", klWeight / step});
      if (step > 150) points.back().seconds = 0.125 * step;
      if (step % 100 == 0) points.push_back({step, "held_out/snips", std::exp(step / 100.0)});
    }
    workspace_.appendMetrics(run, points);
    const TensorFile weights{{{"layer", {2, 2}, {-1, 0, 0.5, 3}}, {"same", {2}, {7, 7}}}, {}};
    workspace_.saveTrail(run, 100, writeSafetensors(weights));
    workspace_.finishRun(run, status, status == RunStatus::Failed ? "It failed." : "", 12.5);
  }

  TemporaryFolder folder_;
  Workspace workspace_ = Workspace::open(folder_ / "study.luce");
};

TEST_F(TensorBoardFiles, HoldWhatTheWorkspaceHolds) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const std::filesystem::path out = folder_ / "events";
  exportTensorBoard(workspace_, workspace_.runs(), out);
  exportTensorBoard(workspace_, workspace_.runs(), out);  // in place of the first
  const json found = json::parse(runPeer("tests/export/read_events.py", {out.string()}));
  ASSERT_EQ(found.size(), 2u);
  const std::vector<std::string> folders{"first", "second_of two"};
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const RunRecord run = workspace_.runs()[i];
    const json& events = found.at(folders[i]);
    std::map<std::string, std::vector<MetricPoint>> metrics;
    for (const MetricPoint& point : workspace_.metrics(run.id))
      metrics[point.name].push_back(point);
    ASSERT_EQ(events.at("scalars").size(), metrics.size());
    for (const auto& [name, points] : metrics) {
      const json& scalars = events.at("scalars").at(name);
      ASSERT_EQ(scalars.size(), points.size());
      for (std::size_t k = 0; k < points.size(); ++k) {
        EXPECT_EQ(scalars[k][0], points[k].step);
        EXPECT_EQ(scalars[k][1].get<float>(), static_cast<float>(points[k].value));
        const std::int64_t step = points[k].step;
        EXPECT_EQ(scalars[k][2], 1767323045 + (step > 150 ? 0.125 * step : 0.0))
            << "2026-01-02T03:04:05Z, and when the step was";
      }
    }
    EXPECT_EQ(events.at("plugin"), "text");
    EXPECT_THAT(events.at("experiment").get<std::string>(), HasSubstr("\"kl_weight\": "));
    EXPECT_EQ(events.at("hparams").at("objective.kl_weight"), i == 0 ? 0.25 : 0.5);
    EXPECT_EQ(events.at("hparams").at("objective.scheme"), "grpo");
    EXPECT_EQ(events.at("hparams").at("objective.parameters.eps"), 0.2);
    EXPECT_EQ(events.at("group"), run.name);
    EXPECT_EQ(events.at("start"), 1767323045);
    EXPECT_EQ(events.at("end"), 1767323057.5);
    constexpr int kSuccess = 1, kFailure = 2;
    EXPECT_EQ(events.at("status"), i == 0 ? kSuccess : kFailure);
  }
}

TEST_F(TensorBoardFiles, WeightsAlongTheTrailAreHistograms) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const std::filesystem::path out = folder_ / "events";
  const std::vector<RunRecord> first{workspace_.runs().front()};
  exportTensorBoard(workspace_, first, out);
  const json found = json::parse(runPeer("tests/export/read_events.py", {out.string()}));
  const json& layer = found.at("first").at("histograms").at("weights/layer")[0];
  EXPECT_EQ(layer.at("step"), 100);
  EXPECT_EQ(layer.at("min"), -1);
  EXPECT_EQ(layer.at("max"), 3);
  EXPECT_EQ(layer.at("num"), 4);
  EXPECT_EQ(layer.at("sum"), 2.5);
  EXPECT_EQ(layer.at("sum_squares"), 10.25);
  // By hand: 30 bins of width 4/30 from −1 on; 0 is in bin 7, 0.5 in bin 11.
  const std::vector<double> counts = layer.at("counts");
  ASSERT_EQ(counts.size(), 30u);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    EXPECT_EQ(counts[i], i == 0 || i == 7 || i == 11 || i == 29 ? 1 : 0) << i;
  }
  EXPECT_EQ(layer.at("limits").back(), 3);
  const json& same = found.at("first").at("histograms").at("weights/same")[0];
  EXPECT_EQ(same.at("num"), 2);
  EXPECT_EQ(same.at("counts").back(), 2);
}

TEST_F(TensorBoardFiles, AFolderThatCannotBeIsTold) {
  const auto file = folder_.write("file", "");
  EXPECT_THAT([&] { exportTensorBoard(workspace_, workspace_.runs(), file); },
              testing::ThrowsMessage<Error>(HasSubstr(file.string())));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(
      exportTensorBoard(workspace_, workspace_.runs(), folder_ / "out", {}, stop.get_token()),
      Cancelled);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out" / "first" / "events.out.tfevents.luce"));
}

}  // namespace
}  // namespace luce
