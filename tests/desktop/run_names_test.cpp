// Names that the window proposes for new runs.
#include <gmock/gmock.h>

#include "app/desktop/study/study.h"

namespace luce::desktop {
namespace {

TEST(RunNames, AreNoLongerThanAWorkspaceTakes) {
  const Study study;
  const QString letters(150, QChar(0xe4));  // two bytes each, of 200 that a name may have
  const QString first = study.freeRunName(letters);
  EXPECT_EQ(first, letters.left(100));
  EXPECT_EQ(study.freeRunName(letters, {first}), letters.left(99) + " 2");
  EXPECT_EQ(study.freeRunName("ips", {"ips", "ips 2"}), "ips 3");
}

}  // namespace
}  // namespace luce::desktop
