// The slates that a person keeps in view, remembered by workspace and dataset. Knows no widgets.
#pragma once

#include <QObject>
#include <cstdint>
#include <vector>

#include "app/desktop/study/study.h"

namespace luce::desktop {

class PinnedSlates : public QObject {
  Q_OBJECT

 public:
  /// Each costs the training thread an estimate.
  static constexpr std::size_t kMost = 24;

  explicit PinnedSlates(Study& study, QObject* parent = nullptr);

  /// In the order they were pinned.
  const std::vector<std::uint32_t>& slates() const { return slates_; }
  bool contains(std::uint32_t slate) const;
  bool full() const { return slates_.size() >= kMost; }
  /// Nothing when it is pinned already, or when there is no room.
  void pin(std::uint32_t slate);
  void unpin(std::uint32_t slate);

 Q_SIGNALS:
  void changed();

 private:
  QString key() const;
  void load();
  void store() const;
  void tell();

  Study& study_;
  std::vector<std::uint32_t> slates_;
};

}  // namespace luce::desktop
