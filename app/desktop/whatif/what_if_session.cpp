#include "app/desktop/whatif/what_if_session.h"

#include <chrono>
#include <utility>

#include "app/desktop/study/merging_command.h"
#include "app/desktop/theme.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// Far from the numbers of the experiment's controls, whose steps are on the same stack.
constexpr int kFirstControl = 1'000'000;
constexpr int kControlsACandidate = 10'000;
constexpr int kCategories = 5'000;

/// More candidates than these are judged once the sliders rest, so that a drag never waits.
constexpr std::size_t kQuickCandidates = 1000;
constexpr std::chrono::milliseconds kRest{100};

int controlOf(std::size_t candidatePlusOne, std::size_t column, bool category) {
  return kFirstControl + static_cast<int>(candidatePlusOne) * kControlsACandidate +
         (category ? kCategories : 0) + static_cast<int>(column);
}

QString nameOf(const std::vector<Feature>& features, std::size_t column) {
  return QString::fromStdString(features[column].name);
}

}  // namespace

WhatIfSession::WhatIfSession(Study& study, QObject* parent) : QObject(parent), study_(study) {
  connect(&study_, &Study::datasetChanged, this, [this] {
    edits_.clear();
    shown_.reset();
    table_ = study_.dataset() == nullptr ? nullptr : study_.dataset()->table;
    takeShownSlate();
    Q_EMIT obstacleChanged();
  });
  connect(&study_, &Study::slateChanged, this, &WhatIfSession::takeShownSlate);
  connect(&study_, &Study::runChanged, this, [this] {
    clearJudgement();
    // A run brings its own weights; a slate that nobody has changed begins with them.
    if (slate() != nullptr && *slate() == logged_ && slateBefore_ == logged_) {
      before_ = study_.policySettings();
    }
    request();
    Q_EMIT obstacleChanged();
  });
  connect(&study_, &Study::trainingChanged, this, &WhatIfSession::obstacleChanged);
  rest_.setSingleShot(true);
  rest_.setInterval(kRest);
  connect(&rest_, &QTimer::timeout, this, &WhatIfSession::judge);
  connect(&study_, &Study::experimentChanged, this, [this] {
    const bool large = slate() != nullptr && slate()->candidates.size() > kQuickCandidates;
    if (large) {
      rest_.start();
    } else {
      judge();
    }
  });
  connect(&study_, &Study::editedPredicted, this,
          [this](int question, const std::shared_ptr<const std::vector<Predictions>>& answer) {
            take(question, *answer);
          });
  connect(&study_, &Study::editedRefused, this, [this](int question, const QString& reason) {
    if (question != asked_) return;
    waiting_ = false;
    Q_EMIT told(reason);
    if (std::exchange(newer_, false)) send();
  });
}

const EditableSlate* WhatIfSession::slate() const {
  if (!shown_) return nullptr;
  const auto edited = edits_.find(*shown_);
  return edited == edits_.end() ? &logged_ : &edited->second;
}

const SlateTable* WhatIfSession::table() const {
  return table_.get();
}

QString WhatIfSession::obstacle() const {
  if (!table_) return tr("Open a log first.");
  if (study_.training()) {
    return tr(
        "Training goes on. When it has ended, its run is opened and slates can be changed "
        "here.");
  }
  if (study_.run() == nullptr) {
    return tr(
        "Train (Ctrl+T), or open a run in the list of runs: then you can change a slate and "
        "see what the run makes of it.");
  }
  if (!shown_) return tr("Choose a slate in the list of sessions.");
  return {};
}

void WhatIfSession::takeShownSlate() {
  if (shown_ == study_.slate() && table_ != nullptr && shown_) return;
  shown_ = table_ == nullptr ? std::nullopt : study_.slate();
  clearJudgement();
  if (shown_) {
    logged_ = editableSlate(*table_, *shown_);
    slateBefore_ = logged_;
    try {
      before_ = study_.policySettings();
    } catch (const Error& error) {
      Q_EMIT told(error.what());
    }
  }
  Q_EMIT slateChanged();
  Q_EMIT obstacleChanged();
  request();
}

void WhatIfSession::change(const QString& title, int control,
                           const std::function<void(EditableSlate&)>& edit,
                           const NumberOf& number) {
  if (slate() == nullptr) return;
  EditableSlate after = *slate();
  edit(after);
  if (after == *slate()) return;
  const auto describe = [title, number](const EditableSlate& from, const EditableSlate& to) {
    if (!number) return title;
    return QString("%1 %2 → %3").arg(title, theme::number(number(from)), theme::number(number(to)));
  };
  const auto sameSlate = [](const EditableSlate& earlier, const EditableSlate& later) {
    return earlier.slate == later.slate;
  };
  study_.undoStack().push(new MergingCommand<EditableSlate>(
      *slate(), std::move(after), control, [this](const EditableSlate& value) { setSlate(value); },
      describe, sameSlate));
}

QString WhatIfSession::itemOf(std::size_t candidate) const {
  return QString::fromStdString(
      std::string(table_->catalogue().keys[slate()->candidates[candidate].item]));
}

void WhatIfSession::setSlate(const EditableSlate& slate) {
  if (slate.slate != shown_) study_.showSlate(slate.slate);
  if (slate == logged_) {
    edits_.erase(slate.slate);
  } else {
    edits_[slate.slate] = slate;
  }
  Q_EMIT slateEdited();
  request();
}

void WhatIfSession::setContextNumber(std::size_t column, float value) {
  const auto features = table_->schema().select(FeatureScope::Context, FeatureKind::Numeric);
  change(
      nameOf(features, column), controlOf(0, column, false),
      [&](EditableSlate& slate) { slate.contextNumeric[column] = value; },
      [column](const EditableSlate& slate) { return slate.contextNumeric[column]; });
}

void WhatIfSession::setContextCategory(std::size_t column, std::uint32_t hash) {
  const auto features = table_->schema().select(FeatureScope::Context, FeatureKind::Category);
  change(nameOf(features, column), controlOf(0, column, true),
         [&](EditableSlate& slate) { slate.contextCategory[column] = hash; });
}

void WhatIfSession::setNumber(std::size_t candidate, std::size_t column, float value) {
  const auto features = candidateFeatures(table_->schema(), FeatureKind::Numeric);
  change(
      tr("%1 of %2").arg(nameOf(features, column), itemOf(candidate)),
      controlOf(candidate + 1, column, false),
      [&](EditableSlate& slate) { slate.candidates[candidate].numeric[column] = value; },
      [candidate, column](const EditableSlate& slate) {
        return slate.candidates[candidate].numeric[column];
      });
}

void WhatIfSession::setCategory(std::size_t candidate, std::size_t column, std::uint32_t hash) {
  const auto features = candidateFeatures(table_->schema(), FeatureKind::Category);
  change(tr("%1 of %2").arg(nameOf(features, column), itemOf(candidate)),
         controlOf(candidate + 1, column, true),
         [&](EditableSlate& slate) { slate.candidates[candidate].category[column] = hash; });
}

void WhatIfSession::setDropped(std::size_t candidate, bool dropped) {
  change((dropped ? tr("drop %1") : tr("restore %1")).arg(itemOf(candidate)), kOwnStep,
         [&](EditableSlate& slate) { slate.candidates[candidate].dropped = dropped; });
}

std::size_t WhatIfSession::addCopy(std::size_t candidate) {
  return add(slate()->candidates[candidate]);
}

std::size_t WhatIfSession::add(EditableCandidate candidate) {
  candidate.logged = kAdded;
  candidate.dropped = false;
  change(tr("add a candidate"), kOwnStep,
         [&](EditableSlate& slate) { slate.candidates.push_back(std::move(candidate)); });
  return slate()->candidates.size() - 1;
}

void WhatIfSession::reset() {
  if (slate() == nullptr) return;
  slateBefore_ = logged_;
  before_ = study_.policySettings();
  change(tr("reset the slate"), kOwnStep, [&](EditableSlate& slate) { slate = logged_; });
  request();
}

void WhatIfSession::takeAsBefore() {
  if (slate() == nullptr) return;
  slateBefore_ = *slate();
  before_ = study_.policySettings();
  request();
}

void WhatIfSession::request() {
  if (!shown_ || study_.run() == nullptr) return;
  newer_ = waiting_;
  if (!waiting_) send();
}

void WhatIfSession::send() {
  if (!shown_) return;
  question_ = {slateBefore_, *slate()};
  waiting_ = study_.predictEdited(++asked_, {question_.before, question_.after});
}

void WhatIfSession::take(int question, const std::vector<Predictions>& predictions) {
  if (question != asked_ || !waiting_) return;
  waiting_ = false;
  const bool ofShown = shown_ && question_.after.slate == *shown_ && study_.run() != nullptr;
  if (ofShown) {
    answered_ = question_;
    predictions_ = predictions;
  }
  if (std::exchange(newer_, false)) send();
  if (ofShown) judge();
}

void WhatIfSession::clearJudgement() {
  answered_.reset();
  predictions_.clear();
  if (rows_.empty()) return;
  rows_.clear();
  Q_EMIT judged();
}

void WhatIfSession::judge() {
  if (!answered_ || !shown_ || answered_->after.slate != *shown_) return;
  PolicySettings now;
  try {
    now = study_.policySettings();
  } catch (const Error& error) {
    Q_EMIT told(error.what());
    return;
  }
  rows_ = compareSlates(*table_, answered_->before, answered_->after,
                        judgeCandidates(predictions_[0], before_),
                        judgeCandidates(predictions_[1], now));
  Q_EMIT judged();
}

}  // namespace luce::desktop
