// What people do to the policies from elsewhere that a workspace keeps, each of it one step for
// undo: rename, remove, bring back.
#pragma once

#include <QObject>
#include <vector>

#include "app/desktop/study/asked_steps.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class PolicyBook : public QObject {
  Q_OBJECT

 public:
  explicit PolicyBook(Study& study, QObject* parent = nullptr);

  void rename(std::int64_t policy, const QString& name);
  void putAway(const std::vector<std::int64_t>& policies);
  void bringBack(const std::vector<std::int64_t>& policies);

  /// Null if there is none.
  const PolicyRecord* find(std::int64_t policy) const;

 Q_SIGNALS:
  void failed(luce::desktop::Failure failure);
  void told(QString message);

 private:
  void setPutAway(const std::vector<std::int64_t>& policies, bool putAway);
  void push(const QString& title, std::vector<PolicyChange> before,
            std::vector<PolicyChange> after);
  /// As a step is called: "the policy a", "3 policies".
  QString nameOf(const std::vector<std::int64_t>& policies) const;

  Study& study_;
  AskedSteps steps_;
};

}  // namespace luce::desktop
