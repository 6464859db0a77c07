#include "app/desktop/loop/ranker_list.h"

#include <QSignalBlocker>

#include "app/desktop/loop/ranker_look.h"

namespace luce::desktop {

namespace {

constexpr int kKind = Qt::UserRole;
constexpr int kRanker = Qt::UserRole + 1;  ///< −1 = not in the loop
constexpr int kRows = 9;

QString helpOf(const RankerSettings& ranker) {
  switch (ranker.type()) {
    case RankerKind::Random:
      return RankerList::tr("Every order is equally likely.");
    case RankerKind::Logging:
      return RankerList::tr("The policy of the first log goes on as it was.");
    case RankerKind::Popularity:
      return RankerList::tr(
          "By what items earned in this ranker's own logs, the same for all users.");
    case RankerKind::Oracle:
      return RankerList::tr(
          "Knows what every candidate would earn at once, though not what comes of it later: no "
          "ranker has less regret, but one may earn more in the end.");
    case RankerKind::Estimator:
      break;
  }
  return ranker.kind == "supervised"
             ? RankerList::tr("An estimator that predicts actions, weighed by the value weights.")
             : RankerList::tr(
                   "The same estimator, then aligned with the reward by the scheme “%1”.")
                   .arg(QString::fromStdString(rankerTitle(ranker.kind)));
}

}  // namespace

RankerList::RankerList(QWidget* parent) : QListWidget(parent) {
  setAccessibleName(tr("Rankers"));
  setWhatsThis(
      tr("Rankers that play side by side on the same users, with the same chance: tick those that "
         "you want to see. In the first round all of them are the logging policy."));
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setIconSize({34, 16});
  connect(this, &QListWidget::itemChanged, this, &RankerList::take);
}

QSize RankerList::sizeHint() const {
  const int row = count() > 0 ? sizeHintForRow(0) : fontMetrics().height();
  return {240, kRows * row + 2 * frameWidth()};
}

void RankerList::showRankers(const std::vector<RankerSettings>& rankers) {
  std::vector<std::pair<std::string, std::string>> shown;
  for (const RankerSettings& ranker : rankers) shown.emplace_back(ranker.kind, ranker.name);
  if (shown == shown_ && count() > 0) return;
  shown_ = shown;
  const QSignalBlocker quiet(this);
  const int current = currentRow();
  clear();
  for (const std::string& kind : rankerKinds()) {
    int again = 0;
    const auto add = [&](const RankerSettings& ranker, int number) {
      auto* item = new QListWidgetItem(rankerLook(kind, again).icon(devicePixelRatioF()),
                                       QString::fromStdString(ranker.name), this);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
      item->setCheckState(number < 0 ? Qt::Unchecked : Qt::Checked);
      item->setData(kKind, QString::fromStdString(kind));
      item->setData(kRanker, number);
      item->setToolTip(helpOf(ranker));
    };
    for (std::size_t i = 0; i < rankers.size(); ++i) {
      if (rankers[i].kind != kind) continue;
      add(rankers[i], static_cast<int>(i));
      ++again;
    }
    if (again > 0) continue;
    RankerSettings absent;
    absent.kind = kind;
    absent.name = rankerTitle(kind);
    add(absent, -1);
  }
  setCurrentRow(current);
}

QListWidgetItem* RankerList::itemOf(const std::string& kind) const {
  for (int row = 0; row < count(); ++row) {
    if (item(row)->data(kKind).toString().toStdString() == kind) return item(row);
  }
  return nullptr;
}

void RankerList::take(QListWidgetItem* item) {
  const int ranker = item->data(kRanker).toInt();
  const QString kind = item->data(kKind).toString();
  const bool wanted = item->checkState() == Qt::Checked;
  if (wanted == (ranker >= 0)) return;
  // The list is made anew by what follows, while the item still tells of its change.
  QMetaObject::invokeMethod(
      this,
      [this, wanted, ranker, kind] {
        if (wanted) {
          Q_EMIT added(kind);
        } else {
          Q_EMIT removed(ranker);
        }
      },
      Qt::QueuedConnection);
}

}  // namespace luce::desktop
