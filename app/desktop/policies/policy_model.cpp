#include "app/desktop/policies/policy_model.h"

#include <QFont>
#include <QLocale>

#include "app/desktop/theme.h"

namespace luce::desktop {

void PolicyModel::show(std::shared_ptr<const WorkspaceView> workspace) {
  beginResetModel();
  workspace_ = std::move(workspace);
  fill();
  endResetModel();
}

void PolicyModel::showRemoved(bool shown) {
  beginResetModel();
  removedShown_ = shown;
  fill();
  endResetModel();
}

void PolicyModel::fill() {
  rows_.clear();
  if (!workspace_) return;
  for (const PolicyRecord& policy : workspace_->policies) rows_.push_back(&policy);
  if (!removedShown_) return;
  for (const PolicyRecord& policy : workspace_->policiesPutAway) rows_.push_back(&policy);
}

int PolicyModel::rowOf(std::int64_t policy) const {
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (rows_[row]->id == policy) return static_cast<int>(row);
  }
  return -1;
}

int PolicyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PolicyModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString PolicyModel::text(const PolicyRecord& policy, int column) const {
  switch (column) {
    case kName:
      return policy.removed.empty() ? QString::fromStdString(policy.name)
                                    : tr("%1 (removed)").arg(QString::fromStdString(policy.name));
    case kDataset:
      return QString::fromStdString(policy.dataset);
    case kFile:
      return QString::fromStdString(policy.file);
    case kSize:
      return QLocale().formattedDataSize(policy.bytes);
    case kScored:
      return QLocale().toString(static_cast<qlonglong>(policy.slates));
    case kTemperature:
      return policy.temperature ? theme::number(*policy.temperature) : tr("as the sliders");
    case kImported:
      return QString::fromStdString(policy.imported);
    default:
      return QString::fromStdString(policy.sha256);
  }
}

QVariant PolicyModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const PolicyRecord& policy = this->policy(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return text(policy, index.column());
    case Qt::EditRole:
      return index.column() == kName ? QString::fromStdString(policy.name)
                                     : text(policy, index.column());
    case Qt::ToolTipRole:
      return policy.source == PolicySource::Model
                 ? tr("A TorchScript model's scores of %L1 candidates")
                       .arg(static_cast<qlonglong>(policy.candidates))
                 : tr("Another program's scores of %L1 candidates")
                       .arg(static_cast<qlonglong>(policy.candidates));
    case Qt::FontRole: {
      QFont font;
      font.setItalic(true);
      return policy.removed.empty() ? QVariant() : font;
    }
    case Qt::TextAlignmentRole:
      return index.column() == kSize || index.column() == kScored
                 ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                 : QVariant();
    default:
      return {};
  }
}

QVariant PolicyModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kName:
      return tr("Policy");
    case kDataset:
      return tr("Dataset");
    case kFile:
      return tr("From the file");
    case kSize:
      return tr("Size");
    case kScored:
      return tr("Slates scored");
    case kTemperature:
      return tr("Temperature");
    case kImported:
      return tr("Kept since");
    default:
      return tr("SHA-256 of the file");
  }
}

Qt::ItemFlags PolicyModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  const bool named = index.isValid() && index.column() == kName &&
                     workspace_->whyReadOnly.isEmpty() && policy(index.row()).removed.empty();
  return named ? flags | Qt::ItemIsEditable : flags;
}

bool PolicyModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) return false;
  Q_EMIT renameAsked(policy(index.row()).id, value.toString().trimmed());
  // The workspace answers with the new name, or has its reasons.
  return false;
}

}  // namespace luce::desktop
