#include "app/desktop/policies/policy_book.h"

#include <algorithm>
#include <utility>

namespace luce::desktop {

PolicyBook::PolicyBook(Study& study, QObject* parent)
    : QObject(parent), study_(study), steps_(study.undoStack()) {
  connect(&study_, &Study::policiesChangeAnswered, this, [this](int number, const QString& error) {
    if (error.isEmpty()) return;
    steps_.withdraw(number);
    Q_EMIT failed({tr("The policies could not be changed"), error, {}});
  });
}

const PolicyRecord* PolicyBook::find(std::int64_t policy) const {
  if (study_.workspace() == nullptr) return nullptr;
  for (const auto* records :
       {&study_.workspace()->policies, &study_.workspace()->policiesPutAway}) {
    for (const PolicyRecord& record : *records) {
      if (record.id == policy) return &record;
    }
  }
  return nullptr;
}

QString PolicyBook::nameOf(const std::vector<std::int64_t>& policies) const {
  if (policies.size() != 1) return tr("%1 policies").arg(policies.size());
  return tr("the policy %1").arg(QString::fromStdString(find(policies.front())->name));
}

void PolicyBook::push(const QString& title, std::vector<PolicyChange> before,
                      std::vector<PolicyChange> after) {
  const auto asking = [this](std::vector<PolicyChange> changes) {
    return [this, changes = std::move(changes)](int number) {
      study_.changePolicies(changes, number);
    };
  };
  steps_.push(title, asking(std::move(before)), asking(std::move(after)));
}

void PolicyBook::rename(std::int64_t policy, const QString& name) {
  const PolicyRecord* const record = find(policy);
  if (record == nullptr || study_.refusesToWrite()) return;
  const QString before = QString::fromStdString(record->name);
  if (name == before) return;
  const auto& policies = study_.workspace()->policies;
  const bool taken = std::any_of(policies.begin(), policies.end(), [&](const PolicyRecord& other) {
    return other.name == name.toStdString();
  });
  if (name.isEmpty() || taken) {
    Q_EMIT told(name.isEmpty() ? tr("A policy needs a name.")
                               : tr("There is already a policy named %1.").arg(name));
    return;
  }
  push(tr("rename the policy %1 to %2").arg(before, name),
       {{.policy = policy, .name = before.toStdString()}},
       {{.policy = policy, .name = name.toStdString()}});
}

void PolicyBook::putAway(const std::vector<std::int64_t>& policies) {
  setPutAway(policies, true);
}

void PolicyBook::bringBack(const std::vector<std::int64_t>& policies) {
  setPutAway(policies, false);
}

void PolicyBook::setPutAway(const std::vector<std::int64_t>& policies, bool putAway) {
  if (study_.refusesToWrite()) return;
  std::vector<PolicyChange> before, after;
  std::vector<std::int64_t> changed;
  for (const std::int64_t policy : policies) {
    const PolicyRecord* const record = find(policy);
    if (record == nullptr || record->removed.empty() != putAway) continue;
    changed.push_back(policy);
    before.push_back({.policy = policy, .putAway = !putAway});
    after.push_back({.policy = policy, .putAway = putAway});
  }
  if (changed.empty()) return;
  const QString what = nameOf(changed);
  push(putAway ? tr("remove %1").arg(what) : tr("bring back %1").arg(what), std::move(before),
       std::move(after));
  if (!putAway) return;
  Q_EMIT told((changed.size() == 1 ? tr("Removed %1; Ctrl+Z brings it back.")
                                   : tr("Removed %1; Ctrl+Z brings them back."))
                  .arg(what));
}

}  // namespace luce::desktop
