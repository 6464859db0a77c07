#include "app/desktop/queue/queue_model.h"

#include <QMimeData>
#include <algorithm>

#include "app/desktop/core_words.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr const char* kMimeType = "application/x-luce-queued-run";

QString timeLeft(double seconds) {
  if (seconds < 60) return QueueModel::tr("%1 s left").arg(static_cast<int>(seconds + 1));
  return QueueModel::tr("%1 min left").arg(static_cast<int>(seconds / 60 + 1));
}

QString stateOf(const QueuedRun& run, const QString& dataset) {
  switch (run.state) {
    case QueuedRun::State::Waiting:
      return run.dataset == dataset ? QueueModel::tr("waiting")
                                    : QueueModel::tr("waits for the dataset %1").arg(run.dataset);
    case QueuedRun::State::Running:
      return run.fraction > 0 ? QueueModel::tr("%1 % · %2")
                                    .arg(static_cast<int>(100 * run.fraction))
                                    .arg(timeLeft(run.secondsLeft))
                              : QueueModel::tr("starting");
    case QueuedRun::State::Finished:
      return QueueModel::tr("finished");
    case QueuedRun::State::Stopped:
      return QueueModel::tr("stopped");
    case QueuedRun::State::Failed:
      break;
  }
  return QueueModel::tr("failed: %1").arg(wordsOfCore(run.message));
}

QString explain(const QueuedRun& run) {
  const Experiment& experiment = run.experiment;
  QString text =
      QueueModel::tr("%1: %2 on %3, %4 supervised and %5 aligned epochs, seed %6")
          .arg(run.name, QString::fromStdString(experiment.objective.scheme), run.dataset)
          .arg(experiment.schedule.supervisedEpochs)
          .arg(experiment.schedule.alignmentEpochs)
          .arg(experiment.seed);
  if (experiment.start) {
    text += QueueModel::tr(", from the run %1").arg(QString::fromStdString(experiment.start->run));
  }
  return run.message.isEmpty() ? text : text + '\n' + wordsOfCore(run.message);
}

}  // namespace

int QueueModel::rowOf(int id) const {
  const auto found =
      std::find_if(runs_.begin(), runs_.end(), [&](const QueuedRun& run) { return run.id == id; });
  return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

int QueueModel::waiting() const {
  return static_cast<int>(std::count_if(runs_.begin(), runs_.end(), [](const QueuedRun& run) {
    return run.state == QueuedRun::State::Waiting;
  }));
}

void QueueModel::setDataset(const QString& dataset) {
  dataset_ = dataset;
  if (!runs_.empty()) Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

void QueueModel::append(const QueuedRun& run) {
  const int row = run.state == QueuedRun::State::Waiting ? rowCount() : firstWaiting();
  beginInsertRows({}, row, row);
  runs_.insert(runs_.begin() + row, run);
  endInsertRows();
}

void QueueModel::replace(const QueuedRun& run) {
  const int row = rowOf(run.id);
  if (row < 0) return;
  runs_[static_cast<std::size_t>(row)] = run;
  Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
}

void QueueModel::remove(int id) {
  const int row = rowOf(id);
  if (row < 0) return;
  beginRemoveRows({}, row, row);
  runs_.erase(runs_.begin() + row);
  endRemoveRows();
}

void QueueModel::clear() {
  beginResetModel();
  runs_.clear();
  endResetModel();
}

bool QueueModel::moveBefore(int id, int row) {
  const int from = rowOf(id);
  if (from < firstWaiting() || row < firstWaiting() || row > rowCount()) return false;
  if (row == from || row == from + 1) return false;
  beginMoveRows({}, from, from, {}, row);
  const auto first = runs_.begin();
  if (row > from) {
    std::rotate(first + from, first + from + 1, first + row);
  } else {
    std::rotate(first + row, first + from, first + from + 1);
  }
  endMoveRows();
  return true;
}

int QueueModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const QueuedRun& run = runs_[static_cast<std::size_t>(index.row())];
  if (role == Qt::ToolTipRole) return explain(run);
  if (role == kFractionRole && index.column() == State && run.state == QueuedRun::State::Running) {
    return run.fraction;
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case Run:
      return run.name;
    case State:
      return stateOf(run, dataset_);
    default:
      return run.heldOut
                 ? theme::withInterval(run.heldOut->value, run.heldOut->low, run.heldOut->high)
                 : QString();
  }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Run:
      return tr("Run");
    case State:
      return tr("State");
    default:
      return tr("Validation reward");
  }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
  // Dropping is between rows: onto the empty index.
  if (!index.isValid()) return Qt::ItemIsDropEnabled;
  Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
  if (index.row() >= firstWaiting()) flags |= Qt::ItemIsDragEnabled;
  return flags;
}

QStringList QueueModel::mimeTypes() const {
  return {kMimeType};
}

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const {
  if (indexes.isEmpty()) return nullptr;
  auto* data = new QMimeData;
  const QueuedRun& run = runs_[static_cast<std::size_t>(indexes.front().row())];
  data->setData(kMimeType, QByteArray::number(run.id));
  return data;
}

bool QueueModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                              const QModelIndex& parent) {
  if (action != Qt::MoveAction || data == nullptr || !data->hasFormat(kMimeType)) return false;
  if (row < 0) row = parent.isValid() ? parent.row() : rowCount();
  return moveBefore(data->data(kMimeType).toInt(), std::max(row, firstWaiting()));
}

}  // namespace luce::desktop
