#include "app/desktop/playground/candidate_words.h"

#include <QCoreApplication>
#include <cmath>

#include "app/desktop/playground/board_text.h"

namespace luce::desktop {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(CandidateWords)
};

QString scoreLine(const BlackboardSlate& slate, const BoardCandidateView& seen, std::size_t i) {
  const BoardCandidate& candidate = slate.candidates[i];
  QStringList parts;
  for (std::size_t t = 0; t < slate.tasks.size(); ++t) {
    parts << QString("%1·%2").arg(shortNumber(slate.tasks[t].valueWeight),
                                  shortNumber(candidate.probabilities[t]));
  }
  QString sum = parts.join(" + ");
  if (candidate.offset != 0) sum += QString(" + δ %1").arg(shortNumber(candidate.offset));
  return Words::tr("s = %1 = %2, π = %3")
      .arg(sum, shortNumber(seen.score), shortNumber(seen.policy));
}

QString advantageFormula(const BlackboardSlate& slate) {
  const Scheme& scheme = findTrainableScheme(slate.objective.scheme);
  switch (slate.objective.advantage.value_or(scheme.description().advantage)) {
    case AdvantageKind::Raw:
      return QStringLiteral("A = r");
    case AdvantageKind::Mean:
      return Words::tr("A = r − mean");
    case AdvantageKind::Group:
      return Words::tr("A = (r − mean)/spread");
    case AdvantageKind::LeaveOneOut:
      break;
  }
  return Words::tr("A = r − mean of the others");
}

/// What the scheme makes of the row's ratio.
QString verdict(const BlackboardView& view, const BoardCandidateView& seen) {
  const bool over = seen.ratio > view.clip.high, under = seen.ratio < view.clip.low;
  const QString bound = shortNumber(over ? view.clip.high : view.clip.low);
  if (seen.coefficient == 0 && seen.advantage == 0) {
    return Words::tr("no advantage: no gradient of its own");
  }
  if (seen.coefficient == 0 && over)
    return Words::tr("clipped at %1: no gradient of its own").arg(bound);
  if (seen.coefficient == 0 && under)
    return Words::tr("under the clip at %1: no gradient of its own").arg(bound);
  if (seen.coefficient == 0) return Words::tr("no gradient of its own");
  const QString pull = seen.coefficient < 0 ? Words::tr("pulls up") : Words::tr("pushes down");
  if (over) {
    return Words::tr("beyond the clip at %1, and still %2 (g = %3)")
        .arg(bound, pull, signedNumber(seen.coefficient));
  }
  if (under) {
    return Words::tr("under the clip at %1, and still %2 (g = %3)")
        .arg(bound, pull, signedNumber(seen.coefficient));
  }
  return Words::tr("%1 (g = %2)").arg(pull, signedNumber(seen.coefficient));
}

QString rowLine(const BlackboardSlate& slate, const BlackboardView& view,
                const BoardCandidateView& seen) {
  const SchemeDescription& description = findTrainableScheme(slate.objective.scheme).description();
  if (!seen.isRow()) return Words::tr("No row: the log says nothing of what it would have earned.");
  const QString ratio =
      Words::tr("ρ = %1/%2 = %3")
          .arg(shortNumber(seen.policy), shortNumber(seen.behaviour), shortNumber(seen.ratio));
  if (description.pairs == PairSet::Candidates || description.pairs == PairSet::Stages) {
    return Words::tr("%1; %2 looks at the whole slate: %3")
        .arg(ratio, QString::fromStdString(description.title),
             QString::fromStdString(description.formula));
  }
  return Words::tr("%1, r = %2, %3 = %4: %5")
      .arg(ratio, shortNumber(seen.reward), advantageFormula(slate), signedNumber(seen.advantage),
           verdict(view, seen));
}

QString stepLine(const BlackboardSlate& slate, const BoardCandidateView& seen) {
  QString gradient = Words::tr("−∂L/∂s = %1").arg(signedNumber(-seen.gradient));
  QStringList parts;
  if (slate.objective.klWeight > 0) {
    parts << Words::tr("scheme %1").arg(signedNumber(-seen.schemeGradient))
          << Words::tr("KL %1").arg(signedNumber(-seen.klGradient));
  }
  if (slate.objective.entropyWeight > 0) {
    if (parts.isEmpty()) parts << Words::tr("scheme %1").arg(signedNumber(-seen.schemeGradient));
    parts << Words::tr("entropy %1").arg(signedNumber(-seen.entropyGradient));
  }
  if (!parts.isEmpty()) gradient += QString(" (%1)").arg(parts.join(", "));
  return Words::tr("%1; a step of η = %2 leads π from %3 to %4")
      .arg(gradient, shortNumber(slate.stepSize), shortNumber(seen.policy),
           shortNumber(seen.nextPolicy));
}

}  // namespace

QStringList candidateWords(const BlackboardSlate& slate, const BlackboardView& view,
                           std::size_t candidate) {
  const BoardCandidateView& seen = view.candidates[candidate];
  const QString name = QString::fromStdString(slate.candidates[candidate].name);
  return {Words::tr("%1: %2").arg(name, scoreLine(slate, seen, candidate)),
          rowLine(slate, view, seen), stepLine(slate, seen)};
}

QString lossWords(const BlackboardSlate& slate, const BlackboardView& view) {
  QString loss = Words::tr("Loss %1").arg(shortNumber(view.loss.total));
  QStringList terms;
  if (slate.objective.klWeight > 0) {
    terms << Words::tr("KL %1").arg(shortNumber(view.loss.kl));
  }
  terms << Words::tr("entropy %1").arg(shortNumber(view.loss.entropy));
  return Words::tr("%1 (%2). The policy would earn %3.")
      .arg(loss, terms.join(", "), shortNumber(view.expectedReward));
}

}  // namespace luce::desktop
