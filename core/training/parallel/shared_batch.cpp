#include "core/training/parallel/shared_batch.h"

#include "core/training/parallel/bytes.h"

namespace luce {

namespace {

void write(const TrainingBatch& batch, const BatchOutputs& outputs, bool stop, ByteWriter& to) {
  to.add(static_cast<std::uint8_t>(stop));
  to.add(batch.inputs.offsets);
  to.add(batch.labelled.candidate);
  to.add(batch.labelled.labels);
  to.add(batch.labelled.examination);
  to.add(batch.rows.kind);
  to.add(batch.rows.rule);
  to.add(batch.rows.candidate);
  to.add(batch.rows.slate);
  to.add(batch.rows.behaviour);
  to.add(batch.rows.examination);
  to.add(batch.rewards);
  to.add(batch.group);
  to.add(batch.listOrder);
  to.add(batch.stated);
  to.add(outputs.logits);
  to.add(outputs.referenceLogPolicy);
  to.add(outputs.modelReward);
}

/// Appends values that count from the part's first candidate or slate.
template <class Value>
void appendMoved(ByteReader& from, Value by, std::vector<Value>& to) {
  for (const Value value : from.read<Value>()) to.push_back(value + by);
}

void append(ByteReader& from, SharedBatch& whole) {
  TrainingBatch& batch = whole.batch;
  const bool stop = from.one<std::uint8_t>() != 0;
  whole.stop = whole.stop || stop;
  const std::int64_t candidates = batch.inputs.offsets.back();
  const auto slates = static_cast<std::uint32_t>(batch.inputs.offsets.size() - 1);
  const std::vector<std::int64_t> offsets = from.read<std::int64_t>();
  for (std::size_t i = 1; i < offsets.size(); ++i) {
    batch.inputs.offsets.push_back(offsets[i] + candidates);
  }
  appendMoved(from, candidates, batch.labelled.candidate);
  from.append(batch.labelled.labels);
  from.append(batch.labelled.examination);
  batch.rows.kind = from.one<RowKind>();
  batch.rows.rule = from.one<PropensityRule>();
  appendMoved(from, candidates, batch.rows.candidate);
  appendMoved(from, slates, batch.rows.slate);
  from.append(batch.rows.behaviour);
  from.append(batch.rows.examination);
  from.append(batch.rewards);
  from.append(batch.group);
  appendMoved(from, candidates, batch.listOrder);
  from.append(batch.stated);
  from.append(whole.outputs.logits);
  from.append(whole.outputs.referenceLogPolicy);
  from.append(whole.outputs.modelReward);
}

}  // namespace

void gatherBatch(ProcessGroup& group, const TrainingBatch& own, const BatchOutputs& outputs,
                 bool stop, SharedBatch& whole) {
  ByteWriter writer;
  write(own, outputs, stop, writer);
  const std::vector<std::vector<std::byte>> parts = group.gather(writer.bytes());
  whole = {};
  whole.batch.inputs.offsets.assign(1, 0);
  for (int rank = 0; rank < group.size(); ++rank) {
    if (rank == group.rank()) {
      whole.firstCandidate = static_cast<std::size_t>(whole.batch.inputs.offsets.back());
    }
    ByteReader reader(parts[static_cast<std::size_t>(rank)]);
    append(reader, whole);
  }
}

}  // namespace luce
