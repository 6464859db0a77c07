// Small logs as records, to be written into any sink.
#pragma once

#include "core/dataset/dataset_sink.h"

namespace luce {

/// Slates of uneven size with every kind of column and with missing values: two tasks, context and
/// candidate features of both kinds, time, position, propensity and examination.
void writeUnevenSlates(DatasetSink& sink, int slates);

/// A bandit log over five items with item features of both kinds and two pair features.
void writeSparseActions(DatasetSink& sink, int slates);

}  // namespace luce
