// Work handed from one thread to another through Qt's event loops.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <utility>

namespace luce::desktop {

/// Runs `work` in the receiver's thread, later. Dropped when the receiver is gone by then.
template <class Work>
void post(QObject* receiver, Work&& work) {
  QMetaObject::invokeMethod(receiver, std::forward<Work>(work), Qt::QueuedConnection);
}

}  // namespace luce::desktop
