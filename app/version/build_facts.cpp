#include "app/version/build_facts.h"

#include <sqlite3.h>

#include "core/estimator/device.h"
#include "source_revision.h"

namespace luce {

std::string programVersion() {
  return LUCE_VERSION;
}

std::string sourceRevision() {
  return kSourceRevision;
}

std::vector<BuildFact> buildFacts() {
  std::vector<BuildFact> facts;
  if (!sourceRevision().empty()) facts.push_back({"revision", sourceRevision()});
  facts.push_back({"build", LUCE_BUILD_TYPE});
  facts.push_back({"compiler", LUCE_COMPILER});
  facts.push_back({"LibTorch", libtorchVersion()});
  facts.push_back({"SQLite", sqlite3_libversion()});
  return facts;
}

std::string versionText(const std::string& program, const std::vector<BuildFact>& more) {
  std::string text = program + ' ' + programVersion();
  std::vector<BuildFact> facts = buildFacts();
  facts.insert(facts.end(), more.begin(), more.end());
  for (const BuildFact& fact : facts) text += '\n' + fact.name + ' ' + fact.value;
  return text;
}

}  // namespace luce
