#include "app/desktop/controls/control_group.h"
