#include "tests/support/imported_log.h"

namespace luce {

namespace {

std::string withoutFolder(std::string text, const std::filesystem::path& file) {
  const std::string folder = file.parent_path().string() + "/";
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size());
  }
  return text;
}

}  // namespace

ImportedLog importedLog(const std::vector<std::filesystem::path>& files, const std::string& format,
                        const LogMapping& mapping, bool leaveOutFaulty) {
  const ImportRequest request{.files = files, .mapping = mapping, .leaveOutFaulty = leaveOutFaulty};
  SlateTableBuilder builder;
  ImportOutcome outcome = chooseImporter(format, request.files).import(request, builder, {}, {});
  return {builder.finish(), std::move(outcome)};
}

std::vector<std::string> problemsOf(const std::vector<std::filesystem::path>& files,
                                    const std::string& format, const LogMapping& mapping,
                                    bool leaveOutFaulty) {
  try {
    importedLog(files, format, mapping, leaveOutFaulty);
  } catch (const ImportError& error) {
    std::vector<std::string> texts;
    for (const ImportProblem& problem : error.problems()) {
      texts.push_back(withoutFolder(problem.text(), files.front()));
    }
    return texts;
  } catch (const Error& error) {
    return {withoutFolder(error.what(), files.front())};
  }
  return {"not refused"};
}

std::vector<std::string> describedFeatures(const SlateTable& table) {
  std::vector<std::string> texts;
  for (const Feature& feature : table.schema().features) {
    const char* scope = feature.scope == FeatureScope::Context     ? "context"
                        : feature.scope == FeatureScope::Candidate ? "candidate"
                        : feature.scope == FeatureScope::Item      ? "item"
                                                                   : "pair";
    const char* kind = feature.kind == FeatureKind::Numeric ? "number" : "category";
    texts.push_back(feature.name + " (" + scope + " " + kind + ")");
  }
  return texts;
}

}  // namespace luce
