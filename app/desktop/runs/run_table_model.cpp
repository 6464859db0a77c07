#include "app/desktop/runs/run_table_model.h"

#include <QApplication>
#include <QDateTime>
#include <QFont>
#include <QPalette>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/core_words.h"
#include "app/desktop/runs/run_colour.h"
#include "app/desktop/theme.h"
#include "app/desktop/visible_colour.h"

namespace luce::desktop {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kDigitsInFull = 9;
constexpr const char* kSchemeKey = "objective.scheme";
constexpr const char* kSeedKey = "seed";

QDateTime timeOf(const std::string& iso) {
  return QDateTime::fromString(QString::fromStdString(iso), Qt::ISODate);
}

QString localTime(const std::string& iso) {
  const QDateTime time = timeOf(iso);
  return time.isValid() ? time.toLocalTime().toString("yyyy-MM-dd HH:mm")
                        : QString::fromStdString(iso);
}

QString durationText(double seconds) {
  constexpr int kMinute = 60, kHour = 3600;
  if (seconds < kMinute) return RunTableModel::tr("%1 s").arg(seconds, 0, 'f', 1);
  const auto whole = static_cast<qint64>(std::llround(seconds));
  if (whole < kHour) {
    return RunTableModel::tr("%1 min %2 s").arg(whole / kMinute).arg(whole % kMinute);
  }
  return RunTableModel::tr("%1 h %2 min").arg(whole / kHour).arg(whole % kHour / kMinute);
}

QString lastPart(const QString& key) {
  return key.mid(key.lastIndexOf('.') + 1);
}

/// A line of a table cannot hold breaks and tabs.
QString inOneLine(QString text) {
  return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
}

QString inFull(double number) {
  return std::isnan(number) ? QString() : QString::number(number, 'g', kDigitsInFull);
}

}  // namespace

void RunTableModel::show(std::shared_ptr<const WorkspaceView> view) {
  std::vector<const RunEntry*> rows;
  if (view) {
    for (const auto* entries : {&view->runs, &view->runsPutAway}) {
      for (const RunEntry& entry : *entries) rows.push_back(&entry);
    }
    std::sort(rows.begin(), rows.end(),
              [](const RunEntry* a, const RunEntry* b) { return a->record.id < b->record.id; });
  }
  const bool sameFile = view_ && view && view_->file == view->file;
  const bool sameColumns =
      sameFile && std::equal(view_->parameters.begin(), view_->parameters.end(),
                             view->parameters.begin(), view->parameters.end(),
                             [](const auto& a, const auto& b) { return a.key == b.key; });
  // Until the end, so that rows that go can still be asked.
  const std::shared_ptr<const WorkspaceView> before = view_;
  if (sameColumns) {
    view_ = std::move(view);
    replaceRows(std::move(rows));
  } else {
    beginResetModel();
    view_ = std::move(view);
    rows_ = std::move(rows);
    arrangeColumns();
    if (!sameFile) {
      overlaid_.clear();
      putAwayOverlaid_.clear();
    }
    endResetModel();
  }
  followOverlaid();
}

void RunTableModel::followOverlaid() {
  const auto gone = [this](std::int64_t run) { return rowOf(run) < 0; };
  std::erase_if(overlaid_, gone);
  std::erase_if(putAwayOverlaid_, gone);
  std::vector<std::int64_t> moved;
  const auto move = [&](std::set<std::int64_t>& from, std::set<std::int64_t>& to, bool putAway) {
    std::erase_if(from, [&](std::int64_t run) {
      if (isPutAway(rowOf(run)) != putAway) return false;
      to.insert(run);
      moved.push_back(run);
      return true;
    });
  };
  move(overlaid_, putAwayOverlaid_, true);
  move(putAwayOverlaid_, overlaid_, false);
  // Whoever sorts by the ticks asks for them at once.
  for (const std::int64_t run : moved) {
    const QModelIndex cell = index(rowOf(run), kOverlay);
    Q_EMIT dataChanged(cell, cell, {Qt::CheckStateRole});
  }
}

void RunTableModel::arrangeColumns() {
  columns_.clear();
  scheme_.reset();
  seed_.reset();
  if (!view_) return;
  for (std::size_t i = 0; i < view_->parameters.size(); ++i) {
    if (view_->parameters[i].key == kSchemeKey) {
      scheme_ = i;
    } else if (view_->parameters[i].key == kSeedKey) {
      seed_ = i;
    } else {
      columns_.push_back(i);
    }
  }
  std::sort(columns_.begin(), columns_.end(), [this](std::size_t a, std::size_t b) {
    return view_->parameters[a].key < view_->parameters[b].key;
  });
}

void RunTableModel::replaceRows(std::vector<const RunEntry*> rows) {
  const auto idOf = [](const RunEntry* entry) { return entry->record.id; };
  const auto holds = [&](const std::vector<const RunEntry*>& list, std::int64_t run) {
    const auto found =
        std::lower_bound(list.begin(), list.end(), run,
                         [&](const RunEntry* entry, std::int64_t id) { return idOf(entry) < id; });
    return found != list.end() && idOf(*found) == run;
  };
  for (int last = static_cast<int>(rows_.size()) - 1; last >= 0; --last) {
    if (holds(rows, idOf(rows_[static_cast<std::size_t>(last)]))) continue;
    int first = last;
    while (first > 0 && !holds(rows, idOf(rows_[static_cast<std::size_t>(first - 1)]))) --first;
    beginRemoveRows({}, first, last);
    rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
    endRemoveRows();
    last = first;
  }
  for (std::size_t first = 0; first < rows.size(); ++first) {
    const auto isOld = [&](std::size_t row) {
      return first < rows_.size() && idOf(rows_[first]) == idOf(rows[row]);
    };
    if (isOld(first)) {
      rows_[first] = rows[first];
      continue;
    }
    std::size_t last = first;
    while (last + 1 < rows.size() && !isOld(last + 1)) ++last;
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(first),
                 rows.begin() + static_cast<std::ptrdiff_t>(first),
                 rows.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    endInsertRows();
    first = last;
  }
  tellChanged();
}

void RunTableModel::tellChanged() {
  if (rows_.empty()) return;
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RunTableModel::tellLooksChanged() {
  if (rows_.empty()) return;
  // So that nothing is sorted or filtered anew.
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                     {Qt::FontRole, Qt::BackgroundRole, Qt::ForegroundRole, Qt::ToolTipRole});
}

void RunTableModel::setDataset(const QString& dataset) {
  if (dataset.toStdString() == dataset_) return;
  dataset_ = dataset.toStdString();
  tellLooksChanged();
}

void RunTableModel::setOpened(std::int64_t run) {
  if (run == opened_) return;
  opened_ = run;
  tellLooksChanged();
}

void RunTableModel::setReference(std::int64_t run) {
  if (run == reference_) return;
  reference_ = run;
  tellLooksChanged();
}

int RunTableModel::rowOf(std::int64_t run) const {
  const auto found = std::lower_bound(
      rows_.begin(), rows_.end(), run,
      [](const RunEntry* entry, std::int64_t id) { return entry->record.id < id; });
  return found == rows_.end() || (*found)->record.id != run
             ? -1
             : static_cast<int>(found - rows_.begin());
}

bool RunTableModel::isOfDataset(int row) const {
  return entry(row).record.dataset == dataset_;
}

void RunTableModel::setOverlaid(const std::vector<int>& rows, bool overlaid) {
  bool changed = false;
  for (const int row : rows) {
    const std::int64_t run = entry(row).record.id;
    if (overlaid ? isPutAway(row) || !overlaid_.insert(run).second : overlaid_.erase(run) == 0) {
      continue;
    }
    changed = true;
    Q_EMIT dataChanged(index(row, kOverlay), index(row, kOverlay), {Qt::CheckStateRole});
  }
  if (changed) Q_EMIT overlaidChanged();
}

void RunTableModel::clearOverlaid() {
  putAwayOverlaid_.clear();
  std::vector<int> rows;
  for (const std::int64_t run : overlaid_) rows.push_back(rowOf(run));
  setOverlaid(rows, false);
}

const RunParameter* RunTableModel::parameterOf(int column) const {
  return column < kFirstParameter
             ? nullptr
             : &view_->parameters[columns_[static_cast<std::size_t>(column - kFirstParameter)]];
}

const RunParameter::Value* RunTableModel::value(const RunEntry& entry,
                                                std::size_t parameter) const {
  const int index = entry.parameters[parameter];
  return index < 0 ? nullptr
                   : &view_->parameters[parameter].values[static_cast<std::size_t>(index)];
}

int RunTableModel::valueIndex(const RunEntry& entry, int column) const {
  std::optional<std::size_t> parameter;
  if (column == kScheme) parameter = scheme_;
  if (column == kSeed) parameter = seed_;
  if (column >= kFirstParameter) {
    parameter = columns_[static_cast<std::size_t>(column - kFirstParameter)];
  }
  return parameter ? entry.parameters[*parameter] : -1;
}

bool RunTableModel::differs(int column, const std::vector<int>& rows) const {
  return std::any_of(rows.begin(), rows.end(), [&](int row) {
    return valueIndex(entry(row), column) != valueIndex(entry(rows.front()), column);
  });
}

bool RunTableModel::differsFromReference(int row, int column) const {
  const int reference = reference_ == 0 ? -1 : rowOf(reference_);
  return reference >= 0 && valueIndex(entry(row), column) != valueIndex(entry(reference), column);
}

RunCell RunTableModel::cell(int row, int column) const {
  const RunEntry& run = entry(row);
  const RunRecord& record = run.record;
  switch (column) {
    case kOverlay:
      return {QString(), overlaid_.contains(record.id) ? 1.0 : 0.0};
    case kName:
      return {QString::fromStdString(record.name), kNone};
    case kHeldOut:
      if (!run.heldOut) return {QStringLiteral("–"), kNone};
      return {theme::withInterval(run.heldOut->value, run.heldOut->low, run.heldOut->high),
              run.heldOut->value};
    case kKeptStep:
      if (run.keptStep < 0) return {QStringLiteral("–"), kNone};
      return {QString::number(run.keptStep), static_cast<double>(run.keptStep)};
    case kScheme:
      return {run.scheme, kNone};
    case kSeed: {
      const auto* const seed = seed_ ? value(run, *seed_) : nullptr;
      return seed == nullptr ? RunCell{QString(), kNone} : RunCell{seed->text, seed->number};
    }
    case kDataset:
      return {QString::fromStdString(record.dataset), kNone};
    case kStatus:
      return {isPutAway(row) ? tr("removed")
                             : wordsOfCore(QString::fromStdString(toString(record.status))),
              kNone};
    case kStarted:
      return {localTime(record.started), kNone};
    case kDuration:
      if (record.status == RunStatus::Running) return {QStringLiteral("–"), kNone};
      return {durationText(record.seconds), record.seconds};
    case kNote:
      return {QString::fromStdString(record.note), kNone};
    default:
      break;
  }
  const auto* const field =
      value(run, columns_[static_cast<std::size_t>(column - kFirstParameter)]);
  return field == nullptr ? RunCell{QString(), kNone} : RunCell{field->text, field->number};
}

QStringList RunTableModel::keys() const {
  QStringList keys{"",        "name",   "held_out", "kept_step", "scheme", "seed",
                   "dataset", "status", "started",  "seconds",   "note"};
  for (const std::size_t parameter : columns_) keys.append(view_->parameters[parameter].key);
  return keys;
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kFirstParameter + static_cast<int>(columns_.size());
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
  const bool isThere = !isPutAway(index.row());
  if (index.column() == kOverlay && isThere) flags |= Qt::ItemIsUserCheckable;
  const bool isText = index.column() == kName || index.column() == kNote;
  if (isText && isThere && !readOnly_) flags |= Qt::ItemIsEditable;
  return flags;
}

QString RunTableModel::toolTip(int row, int column) const {
  const RunEntry& run = entry(row);
  QStringList lines;
  if (column == kNote) lines.append(QString::fromStdString(run.record.note));
  if (column == kOverlay) lines.append(tr("Tick to lay this run over the charts"));
  if (differsFromReference(row, column)) {
    lines.append(tr("The opened or selected run has %1").arg(cell(rowOf(reference_), column).text));
  }
  if (isPutAway(row)) lines.append(tr("Removed on %1").arg(localTime(run.record.removed)));
  if (!run.record.message.empty())
    lines.append(wordsOfCore(QString::fromStdString(run.record.message)));
  if (run.scheme.isEmpty()) lines.append(tr("Its experiment is none that this Luce knows."));
  if (!isOfDataset(row) && !dataset_.empty()) {
    lines.append(tr("Made on the dataset %1; choose it to open the run.")
                     .arg(QString::fromStdString(run.record.dataset)));
  }
  return lines.join('\n');
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const int row = index.row(), column = index.column();
  const RunRecord& record = entry(row).record;
  switch (role) {
    case Qt::DisplayRole:
      if (column == kNote) return inOneLine(cell(row, column).text);
      return cell(row, column).text;
    case Qt::EditRole:
      return cell(row, column).text;
    case Qt::CheckStateRole:
      if (column != kOverlay) return {};
      return overlaid_.contains(record.id) ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
      if (column != kOverlay) return {};
      return visibleOn(QApplication::palette().color(QPalette::Base), colourOf(record));
    case Qt::TextAlignmentRole:
      if (column == kHeldOut || !std::isnan(cell(row, column).number)) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
      }
      return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole: {
      const bool marked = differsFromReference(row, column);
      if (!marked && record.id != opened_ && !isPutAway(row)) return {};
      QFont font;
      font.setBold(marked || record.id == opened_);
      font.setStrikeOut(isPutAway(row));
      return font;
    }
    case Qt::BackgroundRole:
      return differsFromReference(row, column) ? QVariant(theme::shade(theme::kLogging, 60))
                                               : QVariant();
    case Qt::ForegroundRole:
      return isOfDataset(row) && !isPutAway(row)
                 ? QVariant()
                 : QVariant(QApplication::palette().color(QPalette::Disabled, QPalette::Text));
    case Qt::ToolTipRole:
      return toolTip(row, column);
    case Qt::AccessibleTextRole:
      if (column != kOverlay) return {};
      return overlaid_.contains(record.id) ? tr("laid over the charts")
                                           : tr("not laid over the charts");
    default:
      return {};
  }
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid()) return false;
  const std::int64_t run = entry(index.row()).record.id;
  if (role == Qt::CheckStateRole && index.column() == kOverlay) {
    setOverlaid({index.row()}, value.toInt() == Qt::Checked);
    return true;
  }
  if (role != Qt::EditRole || (flags(index) & Qt::ItemIsEditable) == 0) return false;
  const QString text = value.toString().trimmed();
  if (text == cell(index.row(), index.column()).text) return false;
  // The workspace answers, and the cell changes then.
  if (index.column() == kName) {
    Q_EMIT renameAsked(run, text);
  } else {
    Q_EMIT noteAsked(run, text);
  }
  return true;
}

QString RunTableModel::title(int column) const {
  switch (column) {
    case kOverlay:
      return QString();
    case kName:
      return tr("Run");
    case kHeldOut:
      return tr("Validation reward");
    case kKeptStep:
      return tr("Kept step");
    case kScheme:
      return tr("Scheme");
    case kSeed:
      return tr("Seed");
    case kDataset:
      return tr("Dataset");
    case kStatus:
      return tr("Status");
    case kStarted:
      return tr("Started");
    case kDuration:
      return tr("Duration");
    case kNote:
      return tr("Note");
    default:
      break;
  }
  const QString& key = parameterOf(column)->key;
  const auto namesakes =
      std::count_if(view_->parameters.begin(), view_->parameters.end(),
                    [&](const auto& other) { return lastPart(other.key) == lastPart(key); });
  return namesakes == 1 ? lastPart(key) : key;
}

QString RunTableModel::help(int column) const {
  switch (column) {
    case kOverlay:
      return tr("Runs that are laid over the charts, and the colour of each run");
    case kHeldOut:
      return tr(
          "SNIPS on the validation slates at the kept step, with its 95 % interval. Training chose "
          "the "
          "step by them; Evaluation judges on the test slates.");
    case kKeptStep:
      return tr("The step whose weights the run keeps");
    default:
      return column < kFirstParameter ? title(column) : parameterOf(column)->key;
  }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  if (role == Qt::DisplayRole) return title(section);
  if (role == Qt::ToolTipRole) return help(section);
  if (role == Qt::AccessibleTextRole && section == kOverlay) return tr("Laid over the charts");
  return {};
}

QString RunTableModel::text(const std::vector<int>& rows, const std::vector<int>& columns) const {
  QStringList lines, heading;
  for (const int column : columns) {
    if (column == kOverlay) continue;
    heading.append(title(column));
    if (column != kHeldOut) continue;
    heading.append(tr("%1, low").arg(title(column)));
    heading.append(tr("%1, high").arg(title(column)));
  }
  lines.append(heading.join('\t'));
  for (const int row : rows) {
    const RunEntry& run = entry(row);
    QStringList cells;
    for (const int column : columns) {
      if (column == kOverlay) continue;
      if (column == kHeldOut) {
        const Interval interval = run.heldOut.value_or(Interval{kNone, kNone, kNone});
        for (const double number : {interval.value, interval.low, interval.high}) {
          cells.append(inFull(number));
        }
      } else if (column == kDuration) {
        cells.append(inFull(run.record.seconds));
      } else {
        cells.append(inOneLine(cell(row, column).text));
      }
    }
    lines.append(cells.join('\t'));
  }
  return lines.join('\n') + '\n';
}

}  // namespace luce::desktop
