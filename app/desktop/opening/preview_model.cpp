#include "app/desktop/opening/preview_model.h"

#include <QApplication>
#include <QPalette>
#include <algorithm>

#include "app/desktop/opening/column_reason.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kProblemAlpha = 90;
constexpr int kMostShown = 300;  // characters of a field

QString tipOf(const std::string& name, ColumnRole role, const std::string& why) {
  return QString("<p><b>%1</b><br>%2<br><i>%3</i></p>")
      .arg(QString::fromStdString(name).toHtmlEscaped(), roleTitle(role),
           reasonWords(why).toHtmlEscaped());
}

}  // namespace

QColor colourOf(ColumnRole role) {
  switch (role) {
    case ColumnRole::Slate:
    case ColumnRole::User:
    case ColumnRole::Item:
    case ColumnRole::Time:
      return theme::kPolicy;
    case ColumnRole::Position:
    case ColumnRole::Propensity:
    case ColumnRole::Examination:
    case ColumnRole::LoggingModel:
      return theme::kLogging;
    case ColumnRole::Task:
      return theme::kReward;
    case ColumnRole::ContextNumber:
    case ColumnRole::ContextCategory:
      return theme::kEntropy;
    case ColumnRole::CandidateNumber:
    case ColumnRole::CandidateCategory:
      return theme::kDivergence;
    case ColumnRole::Ignored:
      break;
  }
  return theme::kNeutral;
}

QString roleTitle(ColumnRole role) {
  return QString::fromUtf8(titleOf(role));
}

void PreviewModel::show(std::shared_ptr<const LogInspection> log, const MappingDraft& draft) {
  const bool same = log_ != nullptr && log_->rows == log->rows &&
                    log_->columns.header == log->columns.header && log_->files == log->files;
  if (same) {
    log_ = std::move(log);
    showDraft(draft);
    return;
  }
  beginResetModel();
  log_ = std::move(log);
  draft_ = draft;
  endResetModel();
}

void PreviewModel::showDraft(const MappingDraft& draft) {
  draft_ = draft;
  if (columnCount() == 0) return;
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PreviewModel::rowOfLine(std::int64_t line) const {
  if (log_ == nullptr) return -1;
  const auto found = std::find(log_->rowLines.begin(), log_->rowLines.end(), line);
  return found == log_->rowLines.end() ? -1 : static_cast<int>(found - log_->rowLines.begin());
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || log_ == nullptr ? 0 : static_cast<int>(log_->rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(draft_.columnCount());
}

const ImportProblem* PreviewModel::problemAt(const QModelIndex& index) const {
  const std::int64_t line = log_->rowLines[static_cast<std::size_t>(index.row())];
  for (const ImportProblem& problem : log_->problems) {
    if (problem.line == line && (problem.column == 0 || problem.column == index.column() + 1) &&
        problem.file == log_->files.front()) {
      return &problem;
    }
  }
  return nullptr;
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
  const auto column = static_cast<std::size_t>(index.column());
  const auto& row = log_->rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: {
      if (column >= row.size()) return {};
      QString text = QString::fromUtf8(
          row[column].data(),
          static_cast<qsizetype>(std::min(row[column].size(), std::size_t{kMostShown})));
      return text.replace('\n', QStringLiteral("⏎"));
    }
    case Qt::TextAlignmentRole: {
      const bool number =
          column < log_->columns.samples.size() && !log_->columns.samples[column].isText();
      return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
      if (draft_.role(column) == ColumnRole::Ignored) {
        return QApplication::palette().brush(QPalette::PlaceholderText);
      }
      return {};
    case Qt::BackgroundRole:
      return problemAt(index) ? QVariant(theme::shade(theme::kReward, kProblemAlpha)) : QVariant();
    case Qt::ToolTipRole:
      if (const ImportProblem* problem = problemAt(index)) {
        return QString("<p>%1</p>").arg(QString::fromStdString(problem->text()).toHtmlEscaped());
      }
      return {};
    default:
      return {};
  }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
  const auto place = static_cast<std::size_t>(section);
  if (orientation == Qt::Vertical) {
    if (role != Qt::DisplayRole || log_ == nullptr || place >= log_->rowLines.size()) return {};
    return QString::number(log_->rowLines[place]);
  }
  if (place >= draft_.columnCount()) return {};
  const std::string& name = draft_.header()[place];
  if (role == Qt::DisplayRole) return QString::fromStdString(name);
  if (role == Qt::ToolTipRole) return tipOf(name, draft_.role(place), draft_.why(place));
  if (role == Qt::AccessibleTextRole) {
    return QString("%1: %2").arg(QString::fromStdString(name), roleTitle(draft_.role(place)));
  }
  return {};
}

}  // namespace luce::desktop
