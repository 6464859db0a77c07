// Locks the process that calls it in, for good.
#pragma once

#include <cstdint>

namespace luce {

/// From now on this process, and every thread it has, can take memory, read the time, read and
/// write the files and pipes it has open, and end. Every other system call fails with EPERM. It
/// also can take no more than so much further memory, and ends with its parent. Throws Error where
/// the system cannot do that. Linux, on processors that libseccomp knows.
void lockIn(std::uint64_t furtherMemory);

}  // namespace luce
