// The single-slate playground: a board, what can be set beside it, and the numbers in words below.
// Works without a study; one can lend it a slate.
#pragma once

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QTabWidget>
#include <QTableView>
#include <functional>

#include "app/desktop/playground/blackboard.h"
#include "app/desktop/playground/board_picture.h"
#include "app/desktop/playground/numbers_model.h"
#include "app/desktop/playground/playground_controls.h"
#include "app/desktop/playground/playground_document.h"
#include "app/desktop/playground/step_runner.h"
#include "app/desktop/playground/taken_slate.h"

namespace luce::desktop {

class PlaygroundWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// study: tells what the study shows now, when it is asked for.
  using AskStudy = std::function<StudySlate()>;
  explicit PlaygroundWindow(AskStudy study = {}, QWidget* parent = nullptr);

  /// Whether there is a slate to take.
  void setStudyOffered(bool offered);

  PlaygroundDocument& document() { return document_; }
  Blackboard& board() { return *board_; }
  PlaygroundControls& controls() { return *controls_; }
  NumbersModel& numbers() { return *numbers_; }
  StepRunner& runner() { return runner_; }
  QLabel& words() { return *words_; }
  QTabWidget& pages() { return *pages_; }
  BoardPicture picture() const;

  QAction* step;
  QAction* stepTen;
  QAction* play;  ///< checkable
  QAction* undo;
  QAction* redo;
  QAction* reset;
  QAction* add;
  QAction* remove;
  QAction* take;
  QAction* open;
  QAction* save;
  QAction* copy;
  QMenu* presets;

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class FileKind { Png, Svg, Pdf, Board };

  void buildActions();
  void buildMenus();
  void buildToolBar();
  void buildPages();
  void fillPresets();
  QAction* make(const QString& text, const QKeySequence& keys, const char* picture,
                const QString& help);
  void change(const QString& title, const std::function<void(BlackboardSlate&)>& edit);
  void takeFromStudy();
  void openBoard(const QString& file);
  void saveAs(FileKind kind);
  void write(FileKind kind, const QString& file);
  void chooseBoard();
  void tellFailure(const QString& title, const QString& text);
  void showWords();
  void showRunning();
  void updateActions();
  void fitWords();

  AskStudy study_;
  PlaygroundDocument document_;
  StepRunner runner_;
  Blackboard* board_;
  PlaygroundControls* controls_;
  NumbersModel* numbers_;
  QTableView* table_;
  QTabWidget* pages_;
  QLabel* words_;
  QLabel* lesson_;
};

}  // namespace luce::desktop
