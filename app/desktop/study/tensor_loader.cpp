#include "app/desktop/study/tensor_loader.h"

#include "app/desktop/study/post.h"
#include "core/common/error.h"
#include "core/tensor_library/tensor_library.h"

namespace luce::desktop {

TensorLoader::~TensorLoader() = default;

void TensorLoader::start() {
  if (thread_.joinable()) return;
  thread_ = std::jthread([this] {
    try {
      loadTensors();
      post(this, [this] { Q_EMIT loaded(); });
    } catch (const Error& error) {
      post(this, [this, reason = QString::fromStdString(error.what())] { Q_EMIT refused(reason); });
    }
  });
}

}  // namespace luce::desktop
