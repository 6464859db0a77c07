// Keeps what a person was doing – the workspace, the dataset, the run, the slate and the settings
// of the experiment – in a small file beside the settings, so that a crash loses a second at most
// and the last study can be opened again.
//
// Each running program has a file of its own and a lock beside it. A file whose lock is free
// belongs to a program that died.
#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <cstdint>
#include <memory>
#include <optional>

namespace luce::desktop {

struct KeptSession {
  QString workspace;  ///< its file
  QString dataset;
  QString run;                         ///< opened; empty = none
  std::optional<std::uint32_t> slate;  ///< shown
  QString experiment;                  ///< the settings as they stood, JSON
  int page = 0;                        ///< of the window
  QDateTime saved;

  bool operator==(const KeptSession&) const = default;
};

class SessionKeeper : public QObject {
  Q_OBJECT

 public:
  /// Takes over what a program that died left in the folder (made if missing), unless another
  /// program has taken it. folder: empty = the one for Luce's data.
  explicit SessionKeeper(const QString& folder = {});
  /// As after a crash: call end() at a proper end.
  ~SessionKeeper() override;

  /// What a program that died was doing; none if none died or it had nothing open.
  const std::optional<KeptSession>& lost() const { return lost_; }
  /// What was open when the last program ended properly, if its workspace is still there.
  std::optional<KeptSession> last() const;

  /// Writes it within a second; a newer one replaces an older one that waits.
  void keep(const KeptSession& session);
  /// Has what waits written now.
  void flush();
  /// A proper end: the session becomes the last one.
  void end();

 private:
  void takeLost();

  QString folder_;
  QString file_;
  std::unique_ptr<QLockFile> lock_;
  std::optional<KeptSession> lost_;
  std::optional<KeptSession> waiting_;
  std::optional<KeptSession> kept_;
  bool ended_ = false;  ///< whatever the window still does as it closes is not kept
  QTimer delay_;
  QThreadPool writer_;
};

}  // namespace luce::desktop
