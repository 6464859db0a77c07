#include "core/common/give_way.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace luce {

void giveWay() {
#ifdef __linux__
  constexpr int kNicer = 10;  // steps of 1.25
  setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + kNicer);
#endif
}

}  // namespace luce
