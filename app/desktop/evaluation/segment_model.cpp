#include "app/desktop/evaluation/segment_model.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr std::int64_t kFewSlates = 30;
constexpr std::int64_t kFewRows = 100;
/// Of each class, for measures of how well classes are told apart.
constexpr double kFewOfAClass = 10;

bool isOfTask(int column) {
  return column >= SegmentModel::Rate && column < SegmentModel::ColumnCount;
}

double taskValue(const TaskFit& fit, int column) {
  switch (column) {
    case SegmentModel::Rate:
      return fit.rate;
    case SegmentModel::Predicted:
      return fit.meanPrediction;
    case SegmentModel::Auc:
      return fit.auc;
    case SegmentModel::LogLoss:
      return fit.logLoss;
    default:
      return fit.expectedCalibrationError;
  }
}

QString columnHelp(int column) {
  switch (column) {
    case SegmentModel::Name:
      return SegmentModel::tr("What the slates or rows have in common");
    case SegmentModel::Slates:
      return SegmentModel::tr("Predicted slates with a row in the segment");
    case SegmentModel::Rows:
      return SegmentModel::tr("Logged rows: candidates whose actions are known");
    case SegmentModel::MeanReward:
      return SegmentModel::tr("Mean reward a row, as logged");
    case SegmentModel::Ndcg:
      return SegmentModel::tr(
          "How well the scores order the rewards within slates, best 1; mean over slates with a "
          "positive reward. Not known for segments of rows, nor for bandit logs.");
    case SegmentModel::Rate:
      return SegmentModel::tr("Mean label: how often it happened");
    case SegmentModel::Predicted:
      return SegmentModel::tr("Mean prediction: how often it should have happened");
    case SegmentModel::Auc:
      return SegmentModel::tr(
          "Chance that a row where it happened is predicted higher than one where not; 0.5 = no "
          "better than chance");
    case SegmentModel::LogLoss:
      return SegmentModel::tr("Mean of −log of the probability given to what happened, nats");
    case SegmentModel::CalibrationError:
      return SegmentModel::tr(
          "Expected difference between predicted and seen shares, 15 bins of equal width");
    default:
      return {};
  }
}

}  // namespace

void SegmentModel::show(std::shared_ptr<const Segmentation> segmentation) {
  beginResetModel();
  segmentation_ = std::move(segmentation);
  estimates_ = {};
  if (segmentation_ && task_ >= segmentation_->all.tasks.size()) task_ = 0;
  arrange();
  endResetModel();
}

void SegmentModel::setTask(std::size_t task) {
  if (!segmentation_ || task >= segmentation_->all.tasks.size()) return;
  beginResetModel();
  task_ = task;
  arrange();
  endResetModel();
}

void SegmentModel::setEstimates(const SegmentEstimates& estimates) {
  if (!segmentation_ || estimates.segments.size() != segmentation_->segments.size()) return;
  beginResetModel();
  estimates_ = estimates;
  arrange();
  endResetModel();
}

std::size_t SegmentModel::numberAt(int row) const {
  return row == 0 ? kAll : shown_[static_cast<std::size_t>(row - 1)];
}

const Segment& SegmentModel::entry(std::size_t number) const {
  return number == kAll ? segmentation_->all : segmentation_->segments[number];
}

const Segment* SegmentModel::segmentAt(int row) const {
  if (row <= 0 || row >= rowCount()) return nullptr;
  return &entry(numberAt(row));
}

Interval SegmentModel::estimate(std::size_t number) const {
  return number == kAll ? estimates_.all : estimates_.segments[number];
}

double SegmentModel::value(std::size_t number, int column) const {
  const Segment& segment = entry(number);
  switch (column) {
    case Slates:
      return static_cast<double>(segment.slates);
    case Rows:
      return static_cast<double>(segment.rows);
    case MeanReward:
      return segment.meanReward;
    case Estimate:
      return hasEstimates() ? estimate(number).value : kMissing;
    case Ndcg:
      return segment.ndcg;
    default:
      return isOfTask(column) && task_ < segment.tasks.size()
                 ? taskValue(segment.tasks[task_], column)
                 : kMissing;
  }
}

QString SegmentModel::cell(std::size_t number, int column) const {
  switch (column) {
    case Name:
      return QString::fromStdString(entry(number).label);
    case Slates:
    case Rows:
      return QString("%L1").arg(static_cast<qint64>(value(number, column)));
    case Estimate: {
      if (!hasEstimates()) return theme::number(kMissing);
      const Interval interval = estimate(number);
      return std::isnan(interval.value)
                 ? theme::number(kMissing)
                 : theme::withInterval(interval.value, interval.low, interval.high);
    }
    default:
      return theme::number(value(number, column));
  }
}

QString SegmentModel::doubt(const Segment& segment, int column) const {
  if (column == Ndcg && segment.judgedSlates < kFewSlates) {
    return tr("Only %1 slates with a positive reward: chance decides much of this number.")
        .arg(segment.judgedSlates);
  }
  if (column == Estimate && segment.slates < kFewSlates) {
    return tr("Only %1 slates: the interval is too narrow.").arg(segment.slates);
  }
  if (column == MeanReward && segment.rows < kFewRows) {
    return tr("Only %1 rows: chance decides much of this number.").arg(segment.rows);
  }
  if (!isOfTask(column) || task_ >= segment.tasks.size()) return {};
  const TaskFit& fit = segment.tasks[task_];
  if (fit.rows < kFewRows) {
    return tr("Only %1 rows: chance decides much of this number.").arg(fit.rows);
  }
  const double positives = fit.rate * static_cast<double>(fit.rows);
  const double fewer = std::min(positives, static_cast<double>(fit.rows) - positives);
  if (column == Auc && fewer < kFewOfAClass) {
    return tr("Only %1 rows where it %2: chance decides much of this number.")
        .arg(std::lround(fewer))
        .arg(positives == fewer ? tr("happened") : tr("did not happen"));
  }
  return {};
}

QVariant SegmentModel::bar(std::size_t number, int column) const {
  if (column == Name || !segmentation_) return {};
  const double own = value(number, column);
  // An AUC of 0.5 is what knows nothing has.
  const double zero = column == Auc ? 0.5 : 0;
  double most = column == Slates || column == Rows ? 0 : value(kAll, column);
  for (std::size_t i = 0; i < segmentation_->segments.size(); ++i) {
    const double other = value(i, column);
    if (!std::isnan(other)) most = std::isnan(most) ? other : std::max(most, other);
  }
  if (std::isnan(own) || !(most > zero)) return {};
  return std::clamp((own - zero) / (most - zero), 0.0, 1.0);
}

QVariant SegmentModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const std::size_t number = numberAt(index.row());
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return cell(number, column);
    case Qt::ToolTipRole:
      return column == Name ? cell(number, column) : doubt(entry(number), column);
    case Qt::ForegroundRole:
      return doubt(entry(number), column).isEmpty()
                 ? QVariant()
                 : QVariant(QApplication::palette().color(QPalette::PlaceholderText));
    case Qt::FontRole: {
      QFont font = QApplication::font("QTableView");
      font.setBold(number == kAll);
      return font;
    }
    case Qt::TextAlignmentRole:
      return column == Name ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                            : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case kBarRole:
      return number == kAll ? QVariant() : bar(number, column);
    case kAllRole:
      return number == kAll || column == Slates || column == Rows ? QVariant() : bar(kAll, column);
    default:
      return {};
  }
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::ToolTipRole) return section == Estimate ? estimates_.help : columnHelp(section);
  if (role != Qt::DisplayRole) return {};
  const QString cut = segmentation_ ? QString::fromStdString(segmentation_->cut.name) : QString();
  const QStringList names{cut.isEmpty() ? tr("Segment") : cut,
                          tr("Slates"),
                          tr("Rows"),
                          tr("Mean reward"),
                          estimates_.title,
                          tr("NDCG@10"),
                          tr("Seen"),
                          tr("Predicted"),
                          tr("AUC"),
                          tr("Log loss"),
                          tr("Calibration error")};
  return names.value(section);
}

int SegmentModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !segmentation_ ? 0 : 1 + static_cast<int>(shown_.size());
}

int SegmentModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

void SegmentModel::arrange() {
  shown_.resize(segmentation_ ? segmentation_->segments.size() : 0);
  std::iota(shown_.begin(), shown_.end(), 0u);
  if (sortColumn_ < 0) return;
  const bool descending = sortOrder_ == Qt::DescendingOrder;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
    if (sortColumn_ == Name) {
      const int order = QString::localeAwareCompare(cell(a, Name), cell(b, Name));
      return descending ? order > 0 : order < 0;
    }
    const double first = value(a, sortColumn_), second = value(b, sortColumn_);
    if (std::isnan(first) || std::isnan(second)) return !std::isnan(first) && std::isnan(second);
    return descending ? second < first : first < second;
  });
}

void SegmentModel::sort(int column, Qt::SortOrder order) {
  beginResetModel();
  sortColumn_ = column;
  sortOrder_ = order;
  arrange();
  endResetModel();
}

QString SegmentModel::text() const {
  std::vector<int> columns;
  for (int column = 0; column < ColumnCount; ++column) {
    if (column != Estimate || hasEstimates()) columns.push_back(column);
  }
  QStringList lines, cells;
  for (const int column : columns) cells.append(headerData(column, Qt::Horizontal).toString());
  lines.append(cells.join('\t'));
  for (int row = 0; row < rowCount(); ++row) {
    cells.clear();
    for (const int column : columns) cells.append(cell(numberAt(row), column));
    lines.append(cells.join('\t'));
  }
  return lines.join('\n') + '\n';
}

}  // namespace luce::desktop
