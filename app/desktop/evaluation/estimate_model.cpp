#include "app/desktop/evaluation/estimate_model.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/desktop/core_words.h"
#include "app/desktop/evaluation/evaluation_words.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

QString bounds(const Interval& interval) {
  if (!std::isfinite(interval.low)) return {};
  return QString("[%1, %2]").arg(theme::number(interval.low), theme::number(interval.high));
}

}  // namespace

void EstimateModel::show(std::shared_ptr<const EvaluationView> view) {
  beginResetModel();
  view_ = std::move(view);
  shown_.clear();
  if (view_) {
    for (const bool available : {true, false}) {
      for (const ValueEstimatorDescription& description : valueEstimators()) {
        if (view_->report.estimate.of(description.estimator).available() == available) {
          shown_.push_back(description.estimator);
        }
      }
    }
  }
  endResetModel();
}

const ValueEstimatorDescription* EstimateModel::estimatorAt(int row) const {
  const auto index = static_cast<std::size_t>(row);
  return index < shown_.size() ? &describe(shown_[index]) : nullptr;
}

const PairedDifference* EstimateModel::differenceAt(int row) const {
  const ValueEstimatorDescription* description = estimatorAt(row);
  if (description == nullptr) return nullptr;
  const auto& differences = view_->differences;
  const auto found = std::find_if(
      differences.begin(), differences.end(),
      [&](const PairedDifference& d) { return d.estimator == description->estimator; });
  return found == differences.end() ? nullptr : &*found;
}

int EstimateModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !view_ ? 0 : static_cast<int>(shown_.size()) + 1;
}

QString EstimateModel::wordsOfChoice(const std::string& choice) {
  if (choice == "given") return tr("as given");
  if (choice == "slope") return tr("chosen by SLOPE");
  if (choice == "mse_bound") return tr("chosen by the error bound");
  return tr("no choice was needed");
}

int EstimateModel::columnCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return view_ && view_->compared ? ColumnCount : static_cast<int>(Other);
}

QString EstimateModel::cell(int row, int column) const {
  const ValueEstimatorDescription* description = estimatorAt(row);
  const OffPolicyEstimate& estimate = view_->report.estimate;
  const EstimatedValue& value =
      description ? estimate.of(description->estimator) : estimate.logging;
  const PairedDifference* paired = differenceAt(row);
  switch (column) {
    case Estimator:
      return description ? QString::fromUtf8(description->title) : tr("logging policy");
    case Value:
      return theme::number(value.value);
    case IntervalText:
      return bounds(value);
    case Parameter:
      if (description == nullptr) return {};
      if (description->estimator == ValueEstimator::Mips) {
        return QString::fromStdString(view_->report.category);
      }
      if (std::isnan(value.parameter)) return {};
      return QString("%1 = %2").arg(
          QString::fromUtf8(description->parameter),
          std::isinf(value.parameter) ? QStringLiteral("∞") : theme::number(value.parameter));
    case Other: {
      const OffPolicyEstimate& other = view_->compared->estimate;
      return theme::number((description ? other.of(description->estimator) : other.logging).value);
    }
    case Difference:
      return paired ? theme::number(paired->difference.value) : QString();
    case DifferenceInterval:
      return paired ? bounds(paired->difference) : QString();
    default:
      return {};
  }
}

QString EstimateModel::tip(int row) const {
  const ValueEstimatorDescription* description = estimatorAt(row);
  if (description == nullptr) {
    return tr("What the logging policy itself earned on the same slates.");
  }
  const EstimatedValue& value = view_->report.estimate.of(description->estimator);
  QString text = QString("<p><b>%1</b>: mean of %2</p><p>%3</p><p>%4</p>")
                     .arg(QString::fromUtf8(description->title).toHtmlEscaped(),
                          QString::fromUtf8(description->formula).toHtmlEscaped(),
                          wordsOfCore(QString::fromUtf8(description->meaning)).toHtmlEscaped(),
                          QString::fromUtf8(description->source).toHtmlEscaped());
  if (!value.available()) {
    return text + tr("<p>Not available: %1</p>")
                      .arg(wordsOfCore(QString::fromStdString(value.unavailable)).toHtmlEscaped());
  }
  if (!description->claimsCoverage) {
    text += tr("<p>Trades bias for variance: its interval does not tell of the bias.</p>");
  }
  const auto line = [&](const QString& name, IntervalKind kind) {
    return QString("<div>%1: %2</div>")
        .arg(name, bounds(value.intervals[static_cast<std::size_t>(kind)]));
  };
  text += line(tr("bootstrap"), IntervalKind::Bootstrap) +
          line(tr("normal"), IntervalKind::Normal) +
          line(tr("empirical Bernstein"), IntervalKind::Bernstein);
  if (!value.parameterChoice.empty()) {
    text +=
        QString("<p>%1 (%2)</p>").arg(cell(row, Parameter), wordsOfChoice(value.parameterChoice));
  }
  if (const PairedDifference* paired = differenceAt(row)) {
    text +=
        tr("<p>Better in %1 % of the resamples</p>").arg(theme::number(100 * paired->shareBetter));
  }
  return text;
}

QVariant EstimateModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !view_) return {};
  const ValueEstimatorDescription* description = estimatorAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return cell(index.row(), index.column());
    case Qt::ToolTipRole:
      return tip(index.row());
    case Qt::TextAlignmentRole:
      return index.column() == Estimator || index.column() == Parameter
                 ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                 : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      if (description && !view_->report.estimate.of(description->estimator).available()) {
        return QApplication::palette().brush(QPalette::Disabled, QPalette::Text);
      }
      return {};
    case Qt::FontRole: {
      QFont font = QApplication::font();
      font.setItalic(description == nullptr || !description->claimsCoverage);
      return font;
    }
    default:
      return {};
  }
}

QVariant EstimateModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || !view_) return {};
  if (role == Qt::ToolTipRole && section == Estimator) {
    return tr(
        "In italics: estimators that trade bias for variance, whose intervals do not tell of "
        "the bias");
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Estimator:
      return tr("Estimator");
    case Value:
      return tr("Reward");
    case IntervalText:
      return tr("95 %, %1").arg(QString::fromStdString(toString(view_->interval)));
    case Parameter:
      return tr("Parameter");
    case Other:
      return view_->compared ? titleOfPolicy(*view_->compared) : QString();
    case Difference:
      return tr("Difference");
    case DifferenceInterval:
      return tr("95 %, paired");
    default:
      return {};
  }
}

QString EstimateModel::text() const {
  QString lines;
  const auto append = [&](auto&& cellOf) {
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) cells << cellOf(column);
    lines += cells.join('\t') + '\n';
  };
  append([&](int column) { return headerData(column, Qt::Horizontal).toString(); });
  for (int row = 0; row < rowCount(); ++row) append([&](int column) { return cell(row, column); });
  return lines;
}

}  // namespace luce::desktop
