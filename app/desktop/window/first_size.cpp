#include "app/desktop/window/first_size.h"

#include <QScreen>

namespace luce::desktop {

namespace {

constexpr double kShareOfScreen = 0.92;

}  // namespace

void resizeWithinScreen(QWidget& window, QSize wanted) {
  window.resize(wanted.boundedTo(kShareOfScreen * window.screen()->availableSize()));
}

}  // namespace luce::desktop
