// A pinned slate as a small card: its key, the policy's first-place probabilities beside those of
// the log, and the reward of the candidate that the policy places first.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QToolButton>
#include <vector>

#include "app/desktop/study/values.h"

namespace luce::desktop {

/// Bars of π, candidates likeliest first, with a mark where π_β is.
class MiniPolicyChart : public QWidget {
  Q_OBJECT

 public:
  struct Bar {
    double policy = 0;   ///< NaN = not predicted
    double logging = 0;  ///< NaN = not stated
    bool rewarded = false;
  };

  explicit MiniPolicyChart(QWidget* parent = nullptr);
  void show(std::vector<Bar> bars);
  const std::vector<Bar>& bars() const { return bars_; }
  QSize sizeHint() const override { return {150, 44}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<Bar> bars_;
};

class PinCard : public QFrame {
  Q_OBJECT

 public:
  PinCard(std::uint32_t slate, const QString& key, QWidget* parent = nullptr);

  std::uint32_t slate() const { return slate_; }
  void show(const SlateView& view);
  /// Whether it is the slate that the window shows.
  void setCurrent(bool current);
  MiniPolicyChart& chart() { return *chart_; }
  QLabel& reward() { return *reward_; }
  QToolButton& unpinButton() { return *unpin_; }

 Q_SIGNALS:
  void chosen();
  void unpinAsked();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::uint32_t slate_;
  QString key_;
  QLabel* title_;
  QToolButton* unpin_;
  MiniPolicyChart* chart_;
  QLabel* reward_;
};

}  // namespace luce::desktop
