// Loads LibTorch (see core/tensor_library/tensor_library.h) in a thread of its own, so that neither
// the window waits for it nor a file that is opened meanwhile.
#pragma once

#include <QObject>
#include <QString>
#include <thread>

namespace luce::desktop {

class TensorLoader : public QObject {
  Q_OBJECT

 public:
  /// Waits for the end of loading.
  ~TensorLoader() override;

  /// Answered by loaded or refused. Only once.
  void start();

 Q_SIGNALS:
  void loaded();
  void refused(QString reason);

 private:
  std::jthread thread_;
};

}  // namespace luce::desktop
