#include "app/desktop/evaluation/policy_choice.h"

#include <QFileInfo>
#include <QSignalBlocker>
#include <algorithm>
#include <utility>

#include "core/evaluation/policy_reference.h"

namespace luce::desktop {

namespace {

const QString kAskForFile = QStringLiteral("choose");  // in place of a reference
constexpr int kPolicyId = Qt::UserRole + 1;            // of a kept policy, whose name may change

QString referenceTo(JudgedKind kind, const QString& name = {}) {
  return QString::fromStdString(toString(PolicyReference{kind, name.toStdString()}));
}

}  // namespace

PolicyChoice::PolicyChoice(Study& study, QWidget* parent) : QComboBox(parent), study_(study) {
  setObjectName("evaluation_compare");
  setToolTip(
      tr("Another policy on the same slates: the difference is paired, which is far "
         "surer than two separate intervals."));
  connect(&study_, &Study::workspaceChanged, this, &PolicyChoice::fill);
  connect(&study_, &Study::runChanged, this, &PolicyChoice::fill);
  connect(this, &QComboBox::currentIndexChanged, this, &PolicyChoice::takeChoice);
}

void PolicyChoice::takeChoice() {
  if (currentData().toString() == kAskForFile) {
    // Once the box has closed its list.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT fileWanted(); }, Qt::QueuedConnection);
    return;
  }
  reference_ = currentData().toString();
  Q_EMIT chosen();
  Q_EMIT changed();
}

void PolicyChoice::showReference() {
  const QSignalBlocker blocker(this);
  setCurrentIndex(std::max(0, findData(reference_)));
}

void PolicyChoice::chooseFile(const QString& file) {
  if (!files_.contains(file)) files_.append(file);
  const QString reference = referenceTo(JudgedKind::File, file);
  {
    const QSignalBlocker blocker(this);
    reference_ = reference;
    fill();
  }
  Q_EMIT changed();
}

void PolicyChoice::await(const QString& policy) {
  awaited_ = referenceTo(JudgedKind::Kept, policy);
}

void PolicyChoice::fill() {
  const QString before = reference_;
  const qlonglong policy = itemData(findData(before), kPolicyId).toLongLong();
  const bool heard = awaits();
  {
    const QSignalBlocker blocker(this);
    clear();
    addItem(tr("no other policy"), QString());
    addItem(tr("uniform"), referenceTo(JudgedKind::Uniform));
    addItem(tr("logging policy"), referenceTo(JudgedKind::Logging));
    addItem(tr("its supervised start"), referenceTo(JudgedKind::Supervised));
    addOtherRuns();
    addKeptPolicies();
    addFiles();
    reference_ = chooseAgain(before, policy);
  }
  if (reference_ != before || heard != awaits()) Q_EMIT changed();
}

QString PolicyChoice::chooseAgain(const QString& before, qlonglong policy) {
  int index = findData(before);
  if (const int renamed = policy > 0 ? findData(policy, kPolicyId) : -1; renamed >= 0) {
    index = renamed;
  }
  if (const int kept = awaits() ? findData(awaited_) : -1; kept >= 0) {
    awaited_.clear();
    index = kept;
  }
  setCurrentIndex(std::max(0, index));
  return currentData().toString();
}

void PolicyChoice::addOtherRuns() {
  if (study_.workspace() == nullptr || study_.dataset() == nullptr || study_.run() == nullptr) {
    return;
  }
  for (const RunEntry& entry : study_.workspace()->runs) {
    if (entry.record.dataset != study_.dataset()->summary.name ||
        entry.record.name == study_.run()->record.name) {
      continue;
    }
    const QString name = QString::fromStdString(entry.record.name);
    addItem(tr("run %1").arg(name), referenceTo(JudgedKind::Run, name));
  }
}

void PolicyChoice::addKeptPolicies() {
  if (study_.workspace() == nullptr || study_.dataset() == nullptr) return;
  for (const PolicyRecord& policy : study_.workspace()->policies) {
    if (policy.dataset != study_.dataset()->summary.name) continue;
    const QString name = QString::fromStdString(policy.name);
    addItem(tr("policy %1").arg(name), referenceTo(JudgedKind::Kept, name));
    setItemData(count() - 1, static_cast<qlonglong>(policy.id), kPolicyId);
    setItemData(
        count() - 1,
        tr("Kept from the file %1 since %2; scores %L3 slates")
            .arg(QString::fromStdString(policy.file), QString::fromStdString(policy.imported))
            .arg(static_cast<qlonglong>(policy.slates)),
        Qt::ToolTipRole);
  }
}

void PolicyChoice::addFiles() {
  for (const QString& file : std::as_const(files_)) {
    addItem(tr("file %1").arg(QFileInfo(file).fileName()), referenceTo(JudgedKind::File, file));
    setItemData(count() - 1, file, Qt::ToolTipRole);
  }
  addItem(tr("a file…"), kAskForFile);
  setItemData(
      count() - 1,
      tr("Scores of another program as CSV (slate_id, item_id, score), or a TorchScript model. The "
         "temperature of the sliders makes a policy of its scores. The workspace keeps it."),
      Qt::ToolTipRole);
}

}  // namespace luce::desktop
