// What the desktop does as commands for a shell: pasted into one, they do the same.
#pragma once

#include <QString>
#include <string>

#include "core/evaluation/off_policy.h"
#include "core/policy/policy_view.h"
#include "core/training/experiment.h"

namespace luce::desktop {

/// In single quotes where the shell would take it for more than one word.
QString shellWord(const QString& text);

/// What ends a here-document: the word wished for, or a longer one if that is a line of it.
QString endMark(const QString& document, QString wish);

/// luce-cli train, with the experiment's document as a here-document.
QString trainCommand(const QString& workspace, const std::string& dataset, const QString& run,
                     const Experiment& experiment);

struct JudgedPolicy {
  QString workspace;
  std::string dataset;
  QString run;
  QString split = QStringLiteral("test");  ///< "test" or "validation"
  /// A PolicyReference as text, see core/evaluation/policy_reference.h; empty = none.
  QString compare = {};
  PolicySettings settings;
  IntervalKind interval = IntervalKind::Bootstrap;
  ParameterRule rule = ParameterRule::Slope;
};

/// luce-cli evaluate with these weights, rows and temperature. tasks: those of the dataset.
/// The supervised policy of the same run and a policy from a file are judged by a command of their
/// own, the latter on the standard split.
QString evaluateCommand(const JudgedPolicy& policy, const std::vector<std::string>& tasks);

}  // namespace luce::desktop
