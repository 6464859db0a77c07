#include "core/policy/logged_rows.h"

#include <cmath>

#include "core/common/error.h"
#include "core/policy/value_model.h"

namespace luce {

std::string toString(RowKind kind) {
  switch (kind) {
    case RowKind::Drawn:
      return "drawn";
    case RowKind::Observed:
      return "observed";
    case RowKind::Article:
      break;
  }
  return "article";
}

std::string toString(PropensityRule rule) {
  switch (rule) {
    case PropensityRule::One:
      return "one";
    case PropensityRule::Self:
      return "self";
    case PropensityRule::Uniform:
      return "uniform";
    case PropensityRule::Drop:
      break;
  }
  return "drop";
}

RowKind rowKindFromString(const std::string& text) {
  for (const RowKind kind : {RowKind::Drawn, RowKind::Observed, RowKind::Article}) {
    if (toString(kind) == text) return kind;
  }
  throw Error("There is no row kind \"" + text + "\"; choose drawn, observed or article.");
}

PropensityRule propensityRuleFromString(const std::string& text) {
  for (const PropensityRule rule :
       {PropensityRule::One, PropensityRule::Self, PropensityRule::Uniform, PropensityRule::Drop}) {
    if (toString(rule) == text) return rule;
  }
  throw Error("There is no propensity rule \"" + text + "\"; choose one, self, uniform or drop.");
}

std::string describe(RowKind kind) {
  switch (kind) {
    case RowKind::Drawn:
      return "Only the item that the logging policy placed first (or the bandit's action), "
             "weighted by π_θ/π_β: unbiased where π_β is right and never zero.";
    case RowKind::Observed:
      return "Every shown item, weighted by π_θ: its actions are known whatever π_β was, so this "
             "is the exact expected reward; divided by the place's examination propensity where "
             "the log states one.";
    case RowKind::Article:
      break;
  }
  return "Every shown item, weighted by π_θ/π_β(first place), as the article writes it: biased "
         "towards items that the logging policy disliked. For comparison and teaching.";
}

std::string describe(PropensityRule rule) {
  switch (rule) {
    case PropensityRule::One:
      return "A missing propensity counts as 1 (the article's assumption): ρ = π_θ.";
    case PropensityRule::Self:
      return "A missing propensity counts as the policy's own probability: ρ = 1, only the "
             "gradient remains.";
    case PropensityRule::Uniform:
      return "A missing propensity counts as 1/N, as if the logging policy had drawn at random.";
    case PropensityRule::Drop:
      break;
  }
  return "Rows without a propensity are left out.";
}

RowKind naturalRowKind(const SlateTable& table) {
  return table.shape() == LogShape::Slate ? RowKind::Observed : RowKind::Drawn;
}

void requireRows(const SlateTable& table, RowKind kind) {
  if (table.shape() == LogShape::Bandit && kind == RowKind::Observed) {
    throw Error(
        "A bandit log shows the actions of one item only, so it has no observed rows; choose "
        "drawn rows.");
  }
  if (table.shape() == LogShape::Slate && kind == RowKind::Drawn && !table.schema().hasPosition) {
    throw Error(
        "This log does not state positions, so it is not known which item was placed first; "
        "choose observed rows.");
  }
}

namespace {

void resizeRows(LoggedRows& rows, std::size_t count) {
  rows.candidate.resize(count);
  rows.slate.resize(count);
  rows.loggedRow.resize(count);
  rows.behaviour.resize(count);
  rows.examination.resize(count);
}

}  // namespace

void selectRows(const SlateTable& table, std::span<const std::uint32_t> slates, RowKind kind,
                PropensityRule rule, LoggedRows& out) {
  requireRows(table, kind);
  out.kind = kind;
  out.rule = rule;
  std::size_t most = slates.size();
  if (table.shape() == LogShape::Slate && kind != RowKind::Drawn) {
    most = 0;
    for (const std::uint32_t slate : slates) {
      most += static_cast<std::size_t>(table.candidates(slate).count);
    }
  }
  resizeRows(out, most);
  const LoggedColumns& logged = table.logged();
  const bool observed = kind == RowKind::Observed;
  std::size_t count = 0;
  const auto add = [&](std::size_t local, std::int64_t candidate, std::int64_t row) {
    const auto index = static_cast<std::size_t>(row);
    const double behaviour = observed ? 1.0 : logged.propensity[index];
    if (rule == PropensityRule::Drop && std::isnan(behaviour)) return;
    // A log may state several items in the first place.
    if (count == out.candidate.size()) resizeRows(out, 2 * count + 1);
    out.candidate[count] = candidate;
    out.slate[count] = static_cast<std::uint32_t>(local);
    out.loggedRow[count] = row;
    out.behaviour[count] = behaviour;
    out.examination[count] =
        observed && !logged.examination.empty() ? logged.examination[index] : 1.0f;
    ++count;
  };
  std::int64_t first = 0;
  for (std::size_t local = 0; local < slates.size(); ++local) {
    const std::size_t slate = slates[local];
    const CandidateRange range = table.candidates(slate);
    if (table.shape() == LogShape::Bandit) {
      add(local, first + table.action(slate), static_cast<std::int64_t>(slate));
    } else {
      for (std::int64_t i = 0; i < range.count; ++i) {
        const std::int64_t row = range.first + i;
        if (kind == RowKind::Drawn && logged.position[static_cast<std::size_t>(row)] != 1) continue;
        add(local, first + i, row);
      }
    }
    first += range.count;
  }
  resizeRows(out, count);
}

void rowRewards(const SlateTable& table, const LoggedRows& rows, std::span<const double> weights,
                std::vector<double>& rewards) {
  rewards.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto labels = table.logged().labels.row(static_cast<std::size_t>(rows.loggedRow[i]));
    rewards[i] = reward(labels, weights) / rows.examination[i];
  }
}

}  // namespace luce
