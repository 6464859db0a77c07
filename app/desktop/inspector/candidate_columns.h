// The columns of the slate inspector, as a log's schema gives them.
#pragma once

#include <QString>
#include <cstddef>
#include <vector>

#include "core/dataset/schema.h"

namespace luce::desktop {

struct CandidateColumn {
  enum class Kind {
    Item,
    Shown,
    Rank,
    Move,
    Number,    ///< a numeric feature
    Category,  ///< a category feature
    Probability,
    Score,
    Policy,
    Logging,
    Ratio,
    Advantage,
    Reward,
    Actions,
  };
  Kind kind = Kind::Item;
  std::size_t index = 0;  ///< of the task, or among the candidate's features of the kind
  QString id;             ///< the same for the same column of every log with such a task or feature
  QString title;
  QString meaning;
  bool shownAtFirst = true;

  bool isFeature() const { return kind == Kind::Number || kind == Kind::Category; }
  bool isText() const {
    return kind == Kind::Item || kind == Kind::Category || kind == Kind::Actions;
  }
};

std::vector<CandidateColumn> candidateColumns(const Schema& schema);

}  // namespace luce::desktop
