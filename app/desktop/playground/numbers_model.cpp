#include "app/desktop/playground/numbers_model.h"

#include <QLocale>
#include <cmath>

#include "app/desktop/playground/board_text.h"

namespace luce::desktop {

namespace {

QString exact(double value) {
  return std::isnan(value) ? QString()
                           : QString::number(value, 'g', QLocale::FloatingPointShortest);
}

}  // namespace

NumbersModel::NumbersModel(PlaygroundDocument& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document) {
  rebuild();
  connect(&document_, &PlaygroundDocument::changed, this, [this] {
    const BlackboardSlate& slate = document_.slate();
    const int columns = columnCount();
    const std::size_t candidates = candidates_;
    const auto tasks = static_cast<int>(slate.tasks.size());
    constexpr int kWithoutTasks = 11;
    if (candidates != slate.candidates.size() || columns != kWithoutTasks + 2 * tasks) {
      beginResetModel();
      rebuild();
      endResetModel();
    } else {
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
      Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    }
  });
}

void NumbersModel::rebuild() {
  candidates_ = document_.slate().candidates.size();
  const std::size_t tasks = document_.slate().tasks.size();
  columns_ = {{Kind::Name}, {Kind::Drawn}};
  for (const Kind kind : {Kind::Probability, Kind::Action}) {
    for (std::size_t task = 0; task < tasks; ++task) columns_.push_back({kind, task});
  }
  for (const Kind kind : {Kind::Propensity, Kind::Offset, Kind::Score, Kind::Gradient, Kind::Policy,
                          Kind::NextPolicy, Kind::Ratio, Kind::Reward, Kind::Advantage}) {
    columns_.push_back({kind});
  }
}

int NumbersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(candidates_);
}

int NumbersModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

double NumbersModel::numberAt(std::size_t candidate, const Column& column) const {
  const BoardCandidate& set = document_.slate().candidates[candidate];
  const BoardCandidateView& seen = document_.view().candidates[candidate];
  switch (column.kind) {
    case Kind::Probability:
      return set.probabilities[column.task];
    case Kind::Propensity:
      return set.propensity;
    case Kind::Offset:
      return set.offset;
    case Kind::Score:
      return seen.score;
    case Kind::Gradient:
      return -seen.gradient;
    case Kind::Policy:
      return seen.policy;
    case Kind::NextPolicy:
      return seen.nextPolicy;
    case Kind::Ratio:
      return seen.ratio;
    case Kind::Reward:
      return seen.reward;
    case Kind::Advantage:
      return seen.advantage;
    case Kind::Name:
    case Kind::Drawn:
    case Kind::Action:
      break;
  }
  return 0;
}

QVariant NumbersModel::data(const QModelIndex& index, int role) const {
  const auto candidate = static_cast<std::size_t>(index.row());
  const Column& column = columns_[static_cast<std::size_t>(index.column())];
  const BlackboardSlate& slate = document_.slate();
  const BoardCandidate& set = slate.candidates[candidate];
  const bool checks = column.kind == Kind::Drawn || column.kind == Kind::Action;
  switch (role) {
    case Qt::CheckStateRole:
      if (!checks) return {};
      return (column.kind == Kind::Drawn ? slate.drawn == candidate
                                         : static_cast<bool>(set.actions[column.task]))
                 ? Qt::Checked
                 : Qt::Unchecked;
    case Qt::DisplayRole:
      if (checks) return {};
      if (column.kind == Kind::Name) return QString::fromStdString(set.name);
      return shortNumber(numberAt(candidate, column));
    case Qt::EditRole:
      if (column.kind == Kind::Name) return QString::fromStdString(set.name);
      return exact(numberAt(candidate, column));
    case Qt::ToolTipRole:
      return checks || column.kind == Kind::Name ? helpOf(column.kind)
                                                 : exact(numberAt(candidate, column));
    case Qt::AccessibleTextRole:
      return QString("%1 %2: %3")
          .arg(QString::fromStdString(set.name), titleOf(column),
               checks ? (data(index, Qt::CheckStateRole) == Qt::Checked ? tr("yes") : tr("no"))
                      : data(index, Qt::DisplayRole).toString());
    case Qt::TextAlignmentRole:
      return column.kind == Kind::Name ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
      return {};
  }
}

bool NumbersModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const auto candidate = static_cast<std::size_t>(index.row());
  const Column& column = columns_[static_cast<std::size_t>(index.column())];
  if (role == Qt::CheckStateRole)
    return setChecked(candidate, column, value.toInt() == Qt::Checked);
  if (role != Qt::EditRole) return false;
  if (column.kind == Kind::Name) {
    BlackboardSlate slate = document_.slate();
    slate.candidates[candidate].name = value.toString().trimmed().toStdString();
    if (slate.candidates[candidate].name.empty()) return false;
    document_.change(slate, {.title = tr("Rename to %1").arg(value.toString().trimmed())});
    return true;
  }
  // A comma is what many write for a point.
  bool isNumber = false;
  const double number = value.toString().trimmed().replace(',', '.').toDouble(&isNumber);
  return isNumber && std::isfinite(number) && setNumber(candidate, column, number);
}

bool NumbersModel::setNumber(std::size_t candidate, const Column& column, double number) {
  BlackboardSlate slate = document_.slate();
  BoardCandidate& set = slate.candidates[candidate];
  const QString name = QString::fromStdString(set.name);
  QString title;
  if (column.kind == Kind::Probability) {
    set.probabilities[column.task] = std::clamp(number, 0.0, 1.0);
    title = probabilityTitle(QString::fromStdString(slate.tasks[column.task].name), name);
  } else if (column.kind == Kind::Propensity) {
    setPropensity(slate, candidate, number);
    title = tr("π_β of %1").arg(name);
  } else if (column.kind == Kind::Offset) {
    set.offset = std::clamp(number, -kGreatestOffset, kGreatestOffset);
    title = tr("δ of %1").arg(name);
  } else {
    return false;
  }
  document_.change(slate, {.title = QString("%1 = %2").arg(title, shortNumber(number))});
  return true;
}

bool NumbersModel::setChecked(std::size_t candidate, const Column& column, bool checked) {
  BlackboardSlate slate = document_.slate();
  const QString name = QString::fromStdString(slate.candidates[candidate].name);
  if (column.kind == Kind::Drawn) {
    if (!checked) return false;  // one is always drawn
    slate.drawn = candidate;
    document_.change(slate, {.title = tr("%1 is drawn").arg(name)});
  } else {
    slate.candidates[candidate].actions[column.task] = checked;
    document_.change(
        slate, {.title = (checked ? tr("%1 on %2") : tr("no %1 on %2"))
                             .arg(QString::fromStdString(slate.tasks[column.task].name), name)});
  }
  return true;
}

QString NumbersModel::titleOf(const Column& column) const {
  const auto task = [&] {
    return QString::fromStdString(document_.slate().tasks[column.task].name);
  };
  switch (column.kind) {
    case Kind::Name:
      return tr("Name");
    case Kind::Drawn:
      return tr("Drawn");
    case Kind::Probability:
      return QString("p(%1)").arg(task());
    case Kind::Action:
      return task();
    case Kind::Propensity:
      return QStringLiteral("π_β");
    case Kind::Offset:
      return QStringLiteral("δ");
    case Kind::Score:
      return QStringLiteral("s");
    case Kind::Gradient:
      return QStringLiteral("−∂L/∂s");
    case Kind::Policy:
      return QStringLiteral("π");
    case Kind::NextPolicy:
      return tr("π after");
    case Kind::Ratio:
      return QStringLiteral("ρ");
    case Kind::Reward:
      return QStringLiteral("r");
    case Kind::Advantage:
      break;
  }
  return QStringLiteral("A");
}

QString NumbersModel::helpOf(Kind kind) const {
  switch (kind) {
    case Kind::Name:
      return tr("The candidate's name.");
    case Kind::Drawn:
      return tr("The candidate that the logging policy drew for the first place.");
    case Kind::Probability:
      return tr("What the estimator says of the action's probability, from 0 to 1.");
    case Kind::Action:
      return tr("Whether the log has the action.");
    case Kind::Propensity:
      return tr("The logging policy's probability of the first place; the others share the rest.");
    case Kind::Offset:
      return tr("By how much steps have moved the score.");
    case Kind::Score:
      return tr("Value weights times p, and δ.");
    case Kind::Gradient:
      return tr("Where a step moves the score.");
    case Kind::Policy:
      return tr("The policy's probability of the first place.");
    case Kind::NextPolicy:
      return tr("The same after a step.");
    case Kind::Ratio:
      return tr("π over π_β; a dash where the candidate is no row.");
    case Kind::Reward:
      return tr("Reward weights times actions.");
    case Kind::Advantage:
      break;
  }
  return tr("The reward, as the scheme compares it.");
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical) {
    return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  }
  const Column& column = columns_[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole) return titleOf(column);
  if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole) return helpOf(column.kind);
  return {};
}

Qt::ItemFlags NumbersModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  switch (columns_[static_cast<std::size_t>(index.column())].kind) {
    case Kind::Drawn:
    case Kind::Action:
      return shown | Qt::ItemIsUserCheckable;
    case Kind::Name:
    case Kind::Probability:
    case Kind::Propensity:
    case Kind::Offset:
      return shown | Qt::ItemIsEditable;
    default:
      return shown;
  }
}

}  // namespace luce::desktop
