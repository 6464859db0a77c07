// Long work beside a person's.
#pragma once

namespace luce {

/// From now on the calling thread, and those that it starts, have a tenth of the share of another
/// thread that wants the same processor, and all of it while none does. For the thread's whole
/// life. Linux; elsewhere nothing happens, since it would slow down the whole program.
void giveWay();

}  // namespace luce
