#include "app/desktop/data/profile_models.h"

#include <QLocale>
#include <cmath>
#include <limits>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

QString percent(double share) {
  if (std::isnan(share)) return QStringLiteral("–");
  const double value = 100 * share;
  return value == 0 ? QStringLiteral("0 %")
                    : QString("%1 %").arg(QString::number(value, 'g', value < 10 ? 2 : 3));
}

QVariant right() {
  return QVariant(Qt::AlignRight | Qt::AlignVCenter);
}

QString scopeName(FeatureScope scope) {
  switch (scope) {
    case FeatureScope::Context:
      return FeatureModel::tr("slate");
    case FeatureScope::Candidate:
      return FeatureModel::tr("candidate");
    case FeatureScope::Item:
      return FeatureModel::tr("item");
    case FeatureScope::Pair:
      break;
  }
  return FeatureModel::tr("slate and item");
}

double orLast(double value) {
  return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

}  // namespace

void ProfileModel::setProfile(std::shared_ptr<const DatasetProfile> profile) {
  beginResetModel();
  profile_ = std::move(profile);
  endResetModel();
}

int TaskModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || profile() == nullptr ? 0 : static_cast<int>(profile()->tasks.size());
}

int TaskModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole) return index.column() == Name ? QVariant() : right();
  if (role != Qt::DisplayRole) return {};
  const TaskProfile& task = profile()->tasks[static_cast<std::size_t>(index.row())];
  switch (index.column()) {
    case Name:
      return QString::fromStdString(task.name);
    case Mean:
      return theme::number(task.mean);
    case Positives:
      return QLocale().toString(static_cast<qlonglong>(task.positives));
    default:
      return percent(task.notBinary);
  }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const QStringList names{tr("Task"), tr("Mean"), tr("Rows above 0"), tr("Between 0 and 1")};
  const QStringList meanings{tr("A user action that is predicted and valued"),
                             tr("Mean label over the logged rows: how often it happens"),
                             tr("Logged rows whose label is above 0"),
                             tr("Share of rows whose label is neither 0 nor 1")};
  if (role == Qt::DisplayRole) return names[section];
  return role == Qt::ToolTipRole ? QVariant(meanings[section]) : QVariant();
}

int CorrelationModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || profile() == nullptr ? 0 : static_cast<int>(profile()->tasks.size());
}

int CorrelationModel::columnCount(const QModelIndex& parent) const {
  return rowCount(parent);
}

QVariant CorrelationModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto place = static_cast<std::size_t>(index.row() * rowCount() + index.column());
  const double value =
      place < profile()->taskCorrelation.size() ? profile()->taskCorrelation[place] : std::nan("");
  switch (role) {
    case Qt::DisplayRole:
      return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'f', 2);
    case Qt::TextAlignmentRole:
      return QVariant(Qt::AlignCenter);
    case Qt::BackgroundRole:
      if (std::isnan(value)) return {};
      return theme::shade(value > 0 ? theme::kPolicy : theme::kLogging,
                          static_cast<int>(150 * std::min(1.0, std::abs(value))));
    case Qt::ToolTipRole: {
      const auto name = [&](int task) {
        return QString::fromStdString(profile()->tasks[static_cast<std::size_t>(task)].name);
      };
      return std::isnan(value)
                 ? tr("One of %1 and %2 never changes").arg(name(index.row()), name(index.column()))
                 : tr("Correlation of %1 and %2 over the logged rows: %3")
                       .arg(name(index.row()), name(index.column()), theme::number(value));
    }
    default:
      return {};
  }
}

QVariant CorrelationModel::headerData(int section, Qt::Orientation, int role) const {
  if (role != Qt::DisplayRole || profile() == nullptr) return {};
  return QString::fromStdString(profile()->tasks[static_cast<std::size_t>(section)].name);
}

int FeatureModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || profile() == nullptr ? 0
                                                  : static_cast<int>(profile()->features.size());
}

int FeatureModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString FeatureModel::correlationText(const FeatureProfile& feature) const {
  const FeatureScope scope = feature.feature.scope;
  const bool told = feature.feature.kind == FeatureKind::Numeric && scope != FeatureScope::Item &&
                    scope != FeatureScope::Pair && !std::isnan(feature.labelCorrelation);
  if (!told) return {};
  return tr("%1 with %2")
      .arg(QString::number(feature.labelCorrelation, 'f', 2),
           QString::fromStdString(profile()->tasks[feature.correlatedTask].name));
}

QString FeatureModel::text(const FeatureProfile& feature, int column) const {
  const bool numeric = feature.feature.kind == FeatureKind::Numeric;
  switch (column) {
    case Name:
      return QString::fromStdString(feature.feature.name);
    case Kind:
      return numeric ? tr("number") : tr("category");
    case Scope:
      return scopeName(feature.feature.scope);
    case Missing:
      return percent(feature.missing);
    case Distinct:
      if (numeric) return {};
      return (feature.distinct >= FeatureProfile::kMostDistinct ? QStringLiteral("≥ ")
                                                                : QString()) +
             QLocale().toString(static_cast<qlonglong>(feature.distinct));
    case Correlation:
      return correlationText(feature);
    case Distribution:
      if (numeric) return {};
      return std::isnan(feature.mostFrequent)
                 ? tr("very many values")
                 : tr("most frequent: %1").arg(percent(feature.mostFrequent));
    default:
      break;
  }
  if (!numeric) return {};
  const double numbers[] = {feature.smallest, feature.largest, feature.mean, feature.deviation};
  return theme::number(numbers[column - Smallest]);
}

QVariant FeatureModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const FeatureProfile& feature = profile()->features[static_cast<std::size_t>(index.row())];
  const bool numeric = feature.feature.kind == FeatureKind::Numeric;
  const int column = index.column();
  if (role == Qt::DisplayRole) return text(feature, column);
  if (role == Qt::TextAlignmentRole) {
    return column == Missing || column >= Distinct ? right() : QVariant();
  }
  if (role == Qt::ToolTipRole && column == Distribution && numeric) {
    return tr("From %1 to %2").arg(theme::number(feature.smallest), theme::number(feature.largest));
  }
  if (role == kCountsRole && column == Distribution && numeric) {
    QVariantList counts;
    for (const std::int64_t count : feature.histogram.counts) {
      counts.append(static_cast<double>(count));
    }
    return counts;
  }
  if (role != kSortRole) return {};
  const double none = -std::numeric_limits<double>::infinity();
  switch (column) {
    case Missing:
      return feature.missing;
    case Distinct:
      return numeric ? QVariant(none) : QVariant(static_cast<double>(feature.distinct));
    case Smallest:
      return numeric ? orLast(feature.smallest) : none;
    case Largest:
      return numeric ? orLast(feature.largest) : none;
    case Mean:
      return numeric ? orLast(feature.mean) : none;
    case Deviation:
      return numeric ? orLast(feature.deviation) : none;
    case Distribution:
      return numeric ? none : orLast(feature.mostFrequent);
    case Correlation:
      return correlationText(feature).isEmpty() ? none : std::abs(feature.labelCorrelation);
    default:
      return text(feature, column);
  }
}

QVariant FeatureModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const QStringList names{tr("Feature"),      tr("Kind"),        tr("Of the"),    tr("Missing"),
                          tr("Distribution"), tr("Correlation"), tr("Different"), tr("Smallest"),
                          tr("Largest"),      tr("Mean"),        tr("Deviation")};
  const QStringList meanings{
      {},
      tr("A number, or a text or id as a category"),
      tr("What has one value: the slate, the candidate, the item, or slate and item together"),
      tr("Share of values that are missing"),
      tr("Numbers: 32 bins from the smallest to the largest value"),
      tr("The largest correlation with a task's labels, and that task"),
      tr("How many different values a category has"),
      {},
      {},
      {},
      tr("Standard deviation")};
  if (role == Qt::DisplayRole) return names[section];
  return role == Qt::ToolTipRole ? QVariant(meanings[section]) : QVariant();
}

}  // namespace luce::desktop
