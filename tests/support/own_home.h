// Settings and data of the program under test, in a folder that is gone afterwards.
#pragma once

#include <stdlib.h>

#include "tests/support/temporary_folder.h"

namespace luce {

/// To be made before QApplication: it changes this process's environment.
class OwnHome : public TemporaryFolder {
 public:
  OwnHome() {
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
      setenv(variable, (*this / "").c_str(), /*replace=*/1);
    }
  }
};

}  // namespace luce
