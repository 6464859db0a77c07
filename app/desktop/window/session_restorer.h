// Brings back a kept session step by step: the workspace, then its dataset, its run, the settings
// and the slate. What is no longer there is left out.
#pragma once

#include <QObject>
#include <optional>

#include "app/desktop/study/study.h"
#include "app/desktop/window/session_keeper.h"

namespace luce::desktop {

class SessionRestorer : public QObject {
  Q_OBJECT

 public:
  explicit SessionRestorer(Study& study, QObject* parent = nullptr);

  void restore(const KeptSession& session);

 Q_SIGNALS:
  /// Everything that is still there has been brought back.
  void restored(luce::desktop::KeptSession session);

 private:
  enum class Stage { Workspace, Dataset, Run, Settings };
  /// Called whenever the study has become idle.
  void goOn();
  void restoreSettings();

  Study& study_;
  std::optional<KeptSession> session_;
  Stage stage_ = Stage::Workspace;
};

}  // namespace luce::desktop
