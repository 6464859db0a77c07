// The shown slate with a person's changes, and what the policy makes of it before and after. Knows
// no widgets.
//
// Changes are steps of the study's undo stack, so that undo takes back whatever was done last, be
// it a feature or a weight. Each slate keeps its changes while the dataset is open; undoing one of
// another slate shows that slate.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/study/study.h"
#include "core/dataset/editable_slate.h"
#include "core/policy/what_if.h"

namespace luce::desktop {

class WhatIfSession : public QObject {
  Q_OBJECT

 public:
  explicit WhatIfSession(Study& study, QObject* parent = nullptr);

  /// Why nothing can be judged, for people, with what to do; empty when something can.
  QString obstacle() const;
  /// Null without a shown slate.
  const EditableSlate* slate() const;
  /// As it stands in the log.
  const EditableSlate& loggedSlate() const { return logged_; }
  const SlateTable* table() const;
  bool edited() const { return slate() != nullptr && !(*slate() == logged_); }
  /// What "before" means: the weights then, and whether the slate was as in the log.
  const PolicySettings& settingsBefore() const { return before_; }
  bool beforeIsLogged() const { return slateBefore_ == logged_; }

  void setContextNumber(std::size_t column, float value);
  void setContextCategory(std::size_t column, std::uint32_t hash);
  void setNumber(std::size_t candidate, std::size_t column, float value);
  void setCategory(std::size_t candidate, std::size_t column, std::uint32_t hash);
  void setDropped(std::size_t candidate, bool dropped);
  /// Returns the new candidate's index.
  std::size_t addCopy(std::size_t candidate);
  std::size_t add(EditableCandidate candidate);
  /// Back to the log's slate, compared under the present weights.
  void reset();
  /// What is now becomes the "before".
  void takeAsBefore();

  /// The newest answer; empty until there is one.
  const std::vector<WhatIfRow>& rows() const { return rows_; }
  /// Whether that answer is of the slate as it is now.
  bool upToDate() const { return answered_ && answered_->after == *slate(); }

 Q_SIGNALS:
  /// Another slate or dataset is shown, or none.
  void slateChanged();
  /// Features or candidates were changed, or taken back.
  void slateEdited();
  /// New rows, or none.
  void judged();
  void obstacleChanged();
  void told(QString message);

 private:
  using NumberOf = std::function<float(const EditableSlate&)>;
  /// number: of the value that is changed, for "from → to" in the step's title; none = title alone.
  void change(const QString& title, int control, const std::function<void(EditableSlate&)>& edit,
              const NumberOf& number = {});
  QString itemOf(std::size_t candidate) const;
  void setSlate(const EditableSlate& slate);
  void takeShownSlate();
  void request();
  void send();
  void take(int question, const std::vector<Predictions>& predictions);
  void judge();
  void clearJudgement();

  Study& study_;
  QTimer rest_;
  std::shared_ptr<const SlateTable> table_;
  std::optional<std::uint32_t> shown_;
  EditableSlate logged_;
  std::map<std::uint32_t, EditableSlate> edits_;  ///< by slate
  EditableSlate slateBefore_;
  PolicySettings before_;
  /// What an answer belongs to.
  struct Question {
    EditableSlate before, after;
  };
  int asked_ = 0;
  bool waiting_ = false;  ///< for the answer to asked_
  bool newer_ = false;    ///< something changed since
  Question question_;
  std::optional<Question> answered_;
  std::vector<Predictions> predictions_;  ///< of answered_: before, after
  std::vector<WhatIfRow> rows_;
};

}  // namespace luce::desktop
