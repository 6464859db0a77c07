// The feedback loop's document as a file and as a command: opens, saves, copies the command that
// plays it without the window, and takes changes back.
#pragma once

#include <QHBoxLayout>
#include <QPushButton>
#include <QWidget>

#include "app/desktop/loop/loop_document.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

class LoopFileBar : public QWidget {
  Q_OBJECT

 public:
  explicit LoopFileBar(LoopDocument& document, QWidget* parent = nullptr);

  /// A document of luce-cli simulate; tells why it cannot be read or written.
  void openFile(const QString& file);
  void saveFile(const QString& file);

  QPushButton& commandButton() { return *command_; }

 Q_SIGNALS:
  void failed(luce::desktop::Failure failure);
  void told(QString message);

 private:
  void addHistory(QHBoxLayout& line);
  void chooseFile(bool save);
  QString command() const;

  LoopDocument& document_;
  QPushButton* open_;
  QPushButton* save_;
  QPushButton* command_;
  QString file_;          ///< of the document as it was last opened or saved
  LoopSettings asFiled_;  ///< what stands in that file
};

}  // namespace luce::desktop
