// The foot of the dialog that opens a log: what came of trying the mapping, the dataset's name, and
// the buttons.
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>
#include <cstdint>

namespace luce::desktop {

/// What decides which buttons can be pressed.
struct ImportState {
  bool tried = false;            ///< the newest change was, and slates can be made
  std::int64_t problems = 0;     ///< found in the lines
  std::int64_t faultyLines = 0;  ///< those that can be left out
  bool canLeaveOut = false;      ///< there are faulty lines, and slates without them
  bool canUndo = false, canRedo = false;
};

class ImportFoot : public QWidget {
  Q_OBJECT

 public:
  /// takenNames: of datasets that are there already. wanted: the name suggested, as it is or with
  /// a number.
  ImportFoot(const QStringList& takenNames, const QString& wanted, QWidget* parent = nullptr);

  void setState(const ImportState& state);
  /// Of the dataset, without spaces around.
  QString name() const { return name_->text().trimmed(); }

  QLabel& verdict() { return *verdict_; }
  /// What would be left out, and advice; empty ones are hidden.
  void setLeftOut(const QString& words);
  void setAdvice(const QString& words);
  QLabel& leftOut() { return *leftOut_; }
  QLabel& advice() { return *advice_; }
  QLineEdit& nameBox() { return *name_; }
  QPushButton& importButton() { return *import_; }
  QPushButton& soundButton() { return *sound_; }

 Q_SIGNALS:
  void importAsked(bool leaveOutFaulty);
  void cancelAsked();
  void undoAsked();
  void redoAsked();
  void resetAsked();
  void saveAsked();
  void loadAsked();

 private:
  QLayout* buildButtons();
  void update();

  QStringList takenNames_;
  ImportState state_;
  QLabel* verdict_;
  QLabel* leftOut_;
  QLabel* advice_;
  QLineEdit* name_;
  QLabel* nameHint_;
  QPushButton* undo_;
  QPushButton* redo_;
  QPushButton* import_;
  QPushButton* sound_;
};

}  // namespace luce::desktop
