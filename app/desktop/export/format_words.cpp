#include "app/desktop/export/format_words.h"

#include <QCoreApplication>

namespace luce::desktop {

namespace {

/// So that they are found for translation; a format without an entry is shown in English.
[[maybe_unused]] constexpr const char* kWords[] = {
    QT_TRANSLATE_NOOP("luce::desktop", "Model as TorchScript"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Features in, score and task probabilities out; normalisation, value weights "
                      "and the Plackett–Luce ranking are inside. Python opens it with "
                      "torch.jit.load."),
    QT_TRANSLATE_NOOP("luce::desktop", "Model as ONNX"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Features in, score and task probabilities out; normalisation and value "
                      "weights are inside. ONNX Runtime opens it, and most servers of models do."),
    QT_TRANSLATE_NOOP("luce::desktop", "Weights as safetensors"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "The trained numbers alone, with a JSON file beside them that tells how they "
                      "are put together. Nothing in it is ever executed."),
    QT_TRANSLATE_NOOP("luce::desktop", "Predictions as CSV"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "One line a candidate: task probabilities, score, policy, logging policy, "
                      "ratio, reward, under the value weights and the temperature as they are."),
};

}  // namespace

QString formatTitle(const ExportFormat& format) {
  return QCoreApplication::translate("luce::desktop", format.title);
}

QString formatMeaning(const ExportFormat& format) {
  return QCoreApplication::translate("luce::desktop", format.meaning);
}

}  // namespace luce::desktop
