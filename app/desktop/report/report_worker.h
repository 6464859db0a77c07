// Writes reports and event files beside the window: reads the workspace by a connection of its own,
// judges the runs, writes the file. One at a time.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>
#include <memory>
#include <stop_token>

namespace luce::desktop {

struct ReportOrder {
  enum class Kind { Html, Pdf, TensorBoard };
  Kind kind = Kind::Html;
  QString workspace;
  QStringList runs;  ///< at least one
  QString out;       ///< file; of TensorBoard a folder
};

class ReportWorker : public QObject {
  Q_OBJECT

 public:
  ReportWorker();
  /// Breaks off what is in progress and waits for its end.
  ~ReportWorker() override;

  /// Not while busy. Ends with written(), cancelled() or refused().
  void write(const ReportOrder& order);
  void cancel();
  bool busy() const { return busy_; }

 Q_SIGNALS:
  void progressed(double fraction, QString stage);
  void written(QString out);
  void cancelled();
  void refused(QString reason);

 private:
  bool busy_ = false;
  std::stop_source stop_;
  /// Qt's own: its text layout wants one.
  std::unique_ptr<QThread> thread_;
};

}  // namespace luce::desktop
