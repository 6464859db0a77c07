#include "app/desktop/comparison/comparison_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/core_words.h"
#include "app/desktop/count_text.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

QString withHalfWidth(const SeedMean& mean) {
  if (std::isnan(mean.halfWidth)) return theme::number(mean.mean);
  return QString("%1 ± %2").arg(theme::number(mean.mean), theme::number(mean.halfWidth));
}

QString runsText(const ComparedScheme& scheme) {
  const QString finished = QString::number(scheme.finished);
  return scheme.failed == 0 ? finished
                            : ComparisonModel::tr("%1, %2 failed").arg(finished).arg(scheme.failed);
}

/// Why runs failed or stopped, one line each.
QString messagesOf(const ComparedScheme& scheme) {
  QStringList lines;
  for (const ComparedRun& run : scheme.runs) {
    if (run.finished()) continue;
    lines.append(ComparisonModel::tr("seed %1 %2: %3")
                     .arg(run.seed)
                     .arg(wordsOfCore(QString::fromStdString(toString(run.phase))),
                          wordsOfCore(QString::fromStdString(run.message))));
  }
  return lines.join('\n');
}

double sortKey(const ComparedScheme& scheme, int column) {
  switch (column) {
    case ComparisonModel::Reward:
      return scheme.value.mean;
    case ComparisonModel::Difference:
      return scheme.difference.mean;
    case ComparisonModel::LogInterval:
      return scheme.estimate.low;
    case ComparisonModel::EffectiveRows:
      return scheme.effectiveSampleSize;
    case ComparisonModel::Seconds:
      return scheme.seconds;
    default:
      return scheme.finished;
  }
}

QString columnHelp(int column) {
  switch (column) {
    case ComparisonModel::Reward:
      return ComparisonModel::tr(
          "SNIPS on the test slates: mean over the seeds ± half its 95 % interval (Student's t). "
          "The interval is what chance in training does.");
    case ComparisonModel::Difference:
      return ComparisonModel::tr(
          "Each seed's run against the first scheme's run of the same seed: mean ± half its 95 % "
          "interval.");
    case ComparisonModel::LogInterval:
      return ComparisonModel::tr(
          "How far another log of this size might have moved the estimate: 95 % bootstrap over the "
          "test slates, mean of the runs.");
    case ComparisonModel::EffectiveRows:
      return ComparisonModel::tr("Effective sample size of the estimate, mean of the runs.");
    case ComparisonModel::Seconds:
      return ComparisonModel::tr("Training time, mean of the runs.");
    case ComparisonModel::Runs:
      return ComparisonModel::tr("Runs that finished; those that failed say why in their row.");
    default:
      return {};
  }
}

}  // namespace

void ComparisonModel::show(std::shared_ptr<const std::vector<ComparedScheme>> schemes) {
  beginResetModel();
  schemes_ = std::move(schemes);
  arrange();
  endResetModel();
}

void ComparisonModel::arrange() {
  shown_.resize(schemes_ ? schemes_->size() : 0);
  std::iota(shown_.begin(), shown_.end(), 0u);
  if (sortColumn_ < 0) return;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
    return comesBefore((*schemes_)[a], (*schemes_)[b]);
  });
}

bool ComparisonModel::comesBefore(const ComparedScheme& a, const ComparedScheme& b) const {
  const bool descending = sortOrder_ == Qt::DescendingOrder;
  if (sortColumn_ == Scheme) return descending ? b.title < a.title : a.title < b.title;
  const double first = sortKey(a, sortColumn_), second = sortKey(b, sortColumn_);
  if (std::isnan(first) || std::isnan(second)) return !std::isnan(first) && std::isnan(second);
  return descending ? second < first : first < second;
}

void ComparisonModel::sort(int column, Qt::SortOrder order) {
  beginResetModel();
  sortColumn_ = column;
  sortOrder_ = order;
  arrange();
  endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::cell(const ComparedScheme& scheme, int column) const {
  switch (column) {
    case Scheme:
      return QString::fromStdString(scheme.title);
    case Reward:
      return withHalfWidth(scheme.value);
    case Difference:
      return withHalfWidth(scheme.difference);
    case LogInterval:
      return std::isnan(scheme.estimate.low) ? theme::number(scheme.estimate.low)
                                             : QString("[%1, %2]")
                                                   .arg(theme::number(scheme.estimate.low),
                                                        theme::number(scheme.estimate.high));
    case EffectiveRows:
      return countText(scheme.effectiveSampleSize);
    case Seconds:
      return theme::number(scheme.seconds);
    case Runs:
      return runsText(scheme);
    default:
      return {};
  }
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const ComparedScheme& scheme = (*schemes_)[shown_[static_cast<std::size_t>(index.row())]];
  switch (role) {
    case Qt::DisplayRole:
      return cell(scheme, index.column());
    case Qt::ToolTipRole:
      return messagesOf(scheme);
    case Qt::TextAlignmentRole:
      return index.column() == Scheme ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      return scheme.failed > 0 && index.column() == Runs ? QVariant(theme::kReward) : QVariant();
    default:
      return {};
  }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::ToolTipRole) return columnHelp(section);
  if (role != Qt::DisplayRole) return {};
  const QString first = schemes_ && !schemes_->empty()
                            ? QString::fromStdString(schemes_->front().title)
                            : tr("the first");
  const QStringList names{tr("Scheme"),
                          tr("Test reward"),
                          tr("Difference to %1").arg(first),
                          tr("Interval of the log"),
                          tr("Effective rows"),
                          tr("Seconds a run"),
                          tr("Runs")};
  return names.value(section);
}

QString ComparisonModel::text() const {
  QStringList lines, heading;
  for (int column = 0; column < ColumnCount; ++column) {
    heading.append(headerData(column, Qt::Horizontal).toString());
  }
  lines.append(heading.join('\t'));
  for (const std::size_t row : shown_) {
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
      cells.append(cell((*schemes_)[row], column));
    }
    lines.append(cells.join('\t'));
  }
  return lines.join('\n') + '\n';
}

}  // namespace luce::desktop
