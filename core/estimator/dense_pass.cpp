#include "core/estimator/dense_pass.h"

#include <algorithm>
#include <bit>

#include "core/estimator/blas.h"
#include "core/estimator/checkpoint.h"
#include "core/estimator/dense_kernel.h"

namespace luce {

namespace {

/// Rows that go through the layers together. Of a narrow network their activations fit a
/// second-level cache; of a wide one they do not, and more rows pay for the weights' way there.
std::size_t blockOf(std::size_t widest) {
  constexpr std::size_t kNarrow = 128;
  return widest <= kNarrow ? 256 : 1024;
}

/// Multiplications that are worth a thread's waking.
constexpr std::size_t kWorthAThread = 500'000;

bool isFew(std::size_t outputs) {
  return outputs <= kernel::kFewOutputs;
}

blas::Matrix matrix(const float* values, std::size_t rows, std::size_t columns) {
  return {values, rows, columns, columns};
}

}  // namespace

DenseLayout::DenseLayout(const EstimatorShape& shape)
    : numeric(shape.features.numeric.size()),
      columns(embeddedColumns(shape)),
      buckets(static_cast<std::size_t>(shape.settings.hashBuckets)),
      dimension(static_cast<std::size_t>(shape.settings.embeddingDimension)),
      embedding(columns * buckets * dimension),
      parameters(embedding) {
  std::size_t in = numeric + embedded();
  const auto add = [&](std::size_t out) {
    layers.push_back({in, out, parameters, parameters + in * out});
    parameters += in * out + out;
    in = out;
  };
  for (const int width : shape.settings.hidden) add(static_cast<std::size_t>(width));
  add(shape.tasks.size());
}

DensePass::DensePass(const EstimatorShape& shape, Crew& crew)
    : layout_(shape),
      mean_(shape.moments.mean),
      deviation_(shape.moments.deviation),
      tasks_(shape.tasks.size()),
      categories_(shape.features.category.size()),
      widest_(0),
      block_(0),
      crew_(crew),
      activations_(layout_.layers.size()),
      members_(static_cast<std::size_t>(crew.size())) {
  blas::useCallingThreadAlone();
  for (const DenseLayout::Layer& layer : layout_.layers) {
    widest_ = std::max({widest_, layer.in, layer.out});
  }
  block_ = blockOf(widest_);
}

int DensePass::membersFor(std::size_t rows) const {
  const std::size_t work = rows * (layout_.parameters - layout_.embedding);
  return static_cast<int>(std::clamp<std::size_t>(work / kWorthAThread, 1, members_.size()));
}

void DensePass::findEmbeddingRows(const GatheredSlates& rows, std::size_t begin, std::size_t end) {
  const auto buckets = static_cast<std::uint32_t>(layout_.buckets);
  const bool isPower = std::has_single_bit(buckets);
  for (std::size_t row = begin; row < end; ++row) {
    const std::uint32_t* const keys = rows.category.data() + row * categories_;
    std::uint32_t* const to = embeddingRows_.data() + row * layout_.columns;
    for (std::size_t column = 0; column < layout_.columns; ++column) {
      const std::uint32_t bucket = isPower ? keys[column] & (buckets - 1) : keys[column] % buckets;
      to[column] = static_cast<std::uint32_t>(column) * buckets + bucket;
    }
  }
}

void DensePass::prepareInput(std::span<const float> parameters, const GatheredSlates& rows,
                             std::size_t begin, std::size_t end, float* input) {
  const std::size_t width = layout_.layers.front().in;
  kernel::normalise(rows.numeric.data() + begin * layout_.numeric, end - begin, layout_.numeric,
                    mean_.data(), deviation_.data(), static_cast<float>(kInputLimit), input, width);
  kernel::copyChosen(parameters.data(), embeddingRows_.data() + begin * layout_.columns,
                     end - begin, layout_.columns, layout_.dimension, input + layout_.numeric,
                     width);
}

void DensePass::throughLayers(std::span<const float> parameters,
                              std::span<float* const> activations, std::size_t rows,
                              float* out) const {
  for (std::size_t k = 0; k < layout_.layers.size(); ++k) {
    const DenseLayout::Layer& layer = layout_.layers[k];
    const float* const weight = parameters.data() + layer.weight;
    const float* const bias = parameters.data() + layer.bias;
    const bool last = k + 1 == layout_.layers.size();
    if (last && isFew(layer.out)) {
      kernel::fewOutputs(activations[k], rows, layer.in, weight, bias, layer.out, out);
      continue;
    }
    float* const z = last ? out : activations[k + 1];
    kernel::repeatRow(bias, rows, layer.out, z);
    blas::addProductWithTransposed(matrix(activations[k], rows, layer.in),
                                   matrix(weight, layer.out, layer.in), z);
    if (!last) kernel::rectify(z, rows * layer.out);
  }
}

std::span<const float> DensePass::forward(std::span<const float> parameters,
                                          const GatheredSlates& rows) {
  rows_ = static_cast<std::size_t>(rows.rows());
  embeddingRows_.resize(rows_ * layout_.columns);
  for (std::size_t k = 0; k < activations_.size(); ++k) {
    activations_[k].resize(rows_ * layout_.layers[k].in);
  }
  logits_.resize(rows_ * tasks_);
  for (Member& member : members_) member.places.resize(activations_.size());
  const int members = membersFor(rows_);
  crew_.run(members, [&](int member) {
    const Share own = shareOf(rows_, member, members, 16);
    std::vector<float*>& at = members_[static_cast<std::size_t>(member)].places;
    for (std::size_t begin = own.begin; begin < own.end; begin += block_) {
      const std::size_t end = std::min(own.end, begin + block_);
      for (std::size_t k = 0; k < at.size(); ++k) {
        at[k] = activations_[k].data() + begin * layout_.layers[k].in;
      }
      findEmbeddingRows(rows, begin, end);
      prepareInput(parameters, rows, begin, end, at.front());
      throughLayers(parameters, at, end - begin, logits_.data() + begin * tasks_);
    }
  });
  return logits_;
}

void DensePass::predict(std::span<const float> parameters, const GatheredSlates& rows,
                        std::span<float> logits) {
  rows_ = 0;
  const auto count = static_cast<std::size_t>(rows.rows());
  embeddingRows_.resize(count * layout_.columns);
  for (Member& member : members_) {
    member.activations.resize(layout_.layers.size());
    member.places.resize(layout_.layers.size());
    for (std::size_t k = 0; k < layout_.layers.size(); ++k) {
      member.activations[k].resize(std::min(count, block_) * layout_.layers[k].in);
      member.places[k] = member.activations[k].data();
    }
  }
  const int members = membersFor(count);
  crew_.run(members, [&](int member) {
    const Share own = shareOf(count, member, members, 16);
    const std::vector<float*>& at = members_[static_cast<std::size_t>(member)].places;
    for (std::size_t begin = own.begin; begin < own.end; begin += block_) {
      const std::size_t end = std::min(own.end, begin + block_);
      findEmbeddingRows(rows, begin, end);
      prepareInput(parameters, rows, begin, end, at.front());
      throughLayers(parameters, at, end - begin, logits.data() + begin * tasks_);
    }
  });
}

void DensePass::release() {
  rows_ = 0;
  embeddingRows_ = {};
  logits_ = {};
  inputGradient_ = {};
  gradient_ = {};
  touched_ = {};
  for (std::vector<float>& activation : activations_) activation = {};
  for (Member& member : members_) member = {};
}

void DensePass::clearGradient() {
  gradient_.resize(layout_.parameters);
  std::fill(gradient_.begin() + static_cast<std::ptrdiff_t>(layout_.embedding), gradient_.end(),
            0.0f);
  for (const std::uint32_t row : touched_) {
    std::fill_n(gradient_.data() + row * layout_.dimension, layout_.dimension, 0.0f);
  }
  touched_.clear();
}

void DensePass::backward(std::span<const float> parameters, std::span<const float> logitGradient) {
  clearGradient();
  inputGradient_.resize(rows_ * layout_.embedded());
  touchedAt_.resize(layout_.columns * layout_.buckets);
  for (Member& member : members_) {
    member.delta.resize(block_ * widest_);
    member.nextDelta.resize(block_ * widest_);
    member.sums.resize(layout_.parameters - layout_.embedding);
    member.touched.clear();
  }
  ++pass_;
  const int members = membersFor(rows_);
  // Room for all that a thread may touch: within the crew nothing may fail.
  const auto each = static_cast<std::size_t>(members);
  const std::size_t most = (layout_.columns + each - 1) / each * std::min(rows_, layout_.buckets);
  for (Member& member : members_) member.touched.reserve(most);
  touched_.reserve(most * each);
  crew_.run(members, [&](int member) {
    std::vector<float>& sums = members_[static_cast<std::size_t>(member)].sums;
    std::fill(sums.begin(), sums.end(), 0.0f);
    const Share own = shareOf(rows_, member, members, 16);
    for (std::size_t begin = own.begin; begin < own.end; begin += block_) {
      blockBackward(parameters, logitGradient, begin, std::min(own.end, begin + block_), member);
    }
  });
  crew_.run(members, [&](int member) {
    scatter(member, members);
    joinSums(member, members);
  });
  for (const Member& member : members_) {
    touched_.insert(touched_.end(), member.touched.begin(), member.touched.end());
  }
}

void DensePass::blockBackward(std::span<const float> parameters,
                              std::span<const float> logitGradient, std::size_t begin,
                              std::size_t end, int number) {
  Member& member = members_[static_cast<std::size_t>(number)];
  const std::size_t rows = end - begin;
  const float* delta = logitGradient.data() + begin * tasks_;
  float* target = member.delta.data();
  float* other = member.nextDelta.data();
  const auto sumsOf = [&](std::size_t parameter) {
    return member.sums.data() + (parameter - layout_.embedding);
  };
  for (std::size_t k = layout_.layers.size(); k-- > 0;) {
    const DenseLayout::Layer& layer = layout_.layers[k];
    const bool few = k + 1 == layout_.layers.size() && isFew(layer.out);
    const float* const input = activations_[k].data() + begin * layer.in;
    const float* const weight = parameters.data() + layer.weight;
    if (k + 1 == layout_.layers.size()) {
      kernel::addColumnSums(delta, rows, layer.out, sumsOf(layer.bias));
    }
    if (few) {
      kernel::fewOutputsWeightSums(delta, input, rows, layer.in, layer.out, sumsOf(layer.weight));
    } else {
      blas::addTransposedProduct(matrix(delta, rows, layer.out), matrix(input, rows, layer.in),
                                 sumsOf(layer.weight));
    }
    // Of the first layer's inputs only embeddings are parameters.
    const std::size_t skipped = k > 0 ? 0 : layout_.numeric;
    const std::size_t wanted = layer.in - skipped;
    if (wanted == 0) break;
    float* const to = k > 0 ? target : inputGradient_.data() + begin * layout_.embedded();
    if (few) {
      kernel::fewOutputsDelta(delta, weight + skipped, layer.in, rows, wanted, layer.out, to);
    } else {
      std::fill_n(to, rows * wanted, 0.0f);
      blas::addProduct(matrix(delta, rows, layer.out),
                       {weight + skipped, layer.out, wanted, layer.in}, to);
    }
    if (k == 0) break;
    kernel::maskAndSum(to, input, rows, layer.in, sumsOf(layout_.layers[k - 1].bias));
    delta = to;
    std::swap(target, other);
  }
}

/// A column's embeddings are all added by one thread, in the order of the rows.
void DensePass::scatter(int number, int members) {
  Member& member = members_[static_cast<std::size_t>(number)];
  const std::size_t dimension = layout_.dimension;
  for (auto column = static_cast<std::size_t>(number); column < layout_.columns;
       column += static_cast<std::size_t>(members)) {
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint32_t target = embeddingRows_[row * layout_.columns + column];
      const float* const from =
          inputGradient_.data() + row * layout_.embedded() + column * dimension;
      float* const to = gradient_.data() + target * dimension;
      if (touchedAt_[target] != pass_) {
        touchedAt_[target] = pass_;
        member.touched.push_back(target);
      }
      kernel::addRow(from, dimension, to);
    }
  }
}

void DensePass::joinSums(int number, int members) {
  const Share own = shareOf(layout_.parameters - layout_.embedding, number, members, 16);
  float* const to = gradient_.data() + layout_.embedding + own.begin;
  for (int member = 0; member < members; ++member) {
    kernel::add(members_[static_cast<std::size_t>(member)].sums.data() + own.begin,
                own.end - own.begin, to);
  }
}

}  // namespace luce
