// Shows what a log's columns mean and how its lines become slates and labels, lets a person change
// it, and tries each change on the log's head.
#pragma once

#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QSplitter>
#include <functional>
#include <memory>
#include <vector>

#include "app/desktop/opening/clicks_box.h"
#include "app/desktop/opening/column_details.h"
#include "app/desktop/opening/import_foot.h"
#include "app/desktop/opening/inspection_worker.h"
#include "app/desktop/opening/label_list.h"
#include "app/desktop/opening/logging_model_box.h"
#include "app/desktop/opening/mapping_draft.h"
#include "app/desktop/opening/mapping_history.h"
#include "app/desktop/opening/preview_table.h"
#include "app/desktop/opening/problem_table.h"
#include "app/desktop/opening/side_file_box.h"
#include "app/desktop/opening/slate_rule_box.h"
#include "app/desktop/opening/source_bar.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

class OpenLogDialog : public QDialog {
  Q_OBJECT

 public:
  using Log = std::shared_ptr<const LogInspection>;

  /// guess: a look with nothing told. remembered: one with the mapping of last time, or null.
  /// takenNames: of datasets that are there already.
  OpenLogDialog(InspectionWorker& worker, const QStringList& files, Log guess, Log remembered,
                const QStringList& takenNames, QWidget* parent = nullptr);

  void done(int result) override;

  void resetToGuesses();
  void undo();
  void redo();
  void giveRole(const std::vector<std::size_t>& columns, ColumnRole role);

  /// Says that the log is there already, and offers to open that. words: rich text.
  void offerEarlier(const QString& words);
  QLabel& earlier() { return *earlier_; }

  /// Whether the newest change was tried.
  bool isTried() const { return !pending_; }
  const MappingDraft& draft() const { return draft_; }
  const LogInspection& log() const { return *log_; }
  /// Names of the log's own columns, by which a mapping is remembered.
  std::vector<std::string> ownHeader() const;

  PreviewTable& preview() { return *preview_; }
  ColumnDetails& details() { return *details_; }
  LabelList& labels() { return *labels_; }
  SlateRuleBox& slates() { return *slates_; }
  LoggingModelBox& loggingModel() { return *loggingModel_; }
  SideFileBox& itemFile() { return *itemFile_; }
  SideFileBox& userFile() { return *userFile_; }
  ProblemTable& problems() { return *problems_; }
  QComboBox& formatBox() { return source_->formatBox(); }
  QComboBox& delimiterBox() { return source_->delimiterBox(); }
  QLabel& verdict() { return foot_->verdict(); }
  QLabel& leftOut() { return foot_->leftOut(); }
  QLabel& advice() { return foot_->advice(); }
  QLineEdit& nameBox() { return foot_->nameBox(); }
  QPushButton& importButton() { return foot_->importButton(); }
  QPushButton& soundButton() { return foot_->soundButton(); }

 Q_SIGNALS:
  void importAsked(luce::desktop::LogImport log);
  void earlierAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildLeft();
  QWidget* buildSections();
  QGroupBox* addSection(const QString& title, QWidget* content);
  void connectParts();
  void connectFoot();

  /// One step for undo; steps of the same control that follow each other soon become one.
  void change(const MappingDraft& draft, int control);
  template <class Edit>
  void edit(int control, Edit&& edit);
  void ask();
  /// Looks anew with only this told: the columns may be others afterwards.
  void restart(const LogMapping& told);
  void takeLog(const Log& log);
  void takeRefusal(const InspectionRefusal& refusal);
  void begin(const Log& log, const char* why);
  void go(int step);
  void showDraft();
  /// Editors that came later take their place among the others.
  void orderTabs();
  void showVerdict();
  void showColumn();
  void updateButtons();
  void import(bool leaveOutFaulty);
  void goToProblem(const ImportProblem& problem);
  /// What a box says; "none" where the format would know a file by itself.
  std::optional<SideFile> sideOf(const SideFileBox& box, const std::optional<SideFile>& known);

  InspectionWorker& worker_;
  QStringList files_;
  Log guess_;
  Log log_;
  std::string chosenFormat_;
  MappingDraft draft_;
  MappingHistory history_;
  int request_ = -1;
  bool pending_ = false;
  bool fresh_ = false;  ///< whether the answer waited for begins anew
  std::optional<InspectionRefusal> refusal_;
  std::size_t orderedEditors_ = 0, orderedWeights_ = 0;

  SourceBar* source_;
  QLabel* earlier_;
  PreviewTable* preview_;
  QLabel* problemCount_;
  ProblemTable* problems_;
  QWidget* problemPart_;
  QVBoxLayout* sections_;
  ColumnDetails* details_;
  SlateRuleBox* slates_;
  LabelList* labels_;
  LoggingModelBox* loggingModel_;
  QGroupBox* loggingSection_;
  SideFileBox* itemFile_;
  SideFileBox* userFile_;
  ClicksBox* clicks_;
  QGroupBox* clicksSection_;
  ImportFoot* foot_;
};

}  // namespace luce::desktop
