// Which policy the opened run is compared with: one that every log has, another run, a policy that
// the workspace keeps, or one of a file. References are those of
// core/evaluation/policy_reference.h; an empty one compares with none.
#pragma once

#include <QComboBox>
#include <QStringList>

#include "app/desktop/study/study.h"

namespace luce::desktop {

class PolicyChoice : public QComboBox {
  Q_OBJECT

 public:
  explicit PolicyChoice(Study& study, QWidget* parent = nullptr);

  /// The last one that was chosen; asking for a file leaves it as it was.
  const QString& reference() const { return reference_; }
  /// Lists a file until the window is closed, and chooses it; changed() comes in every case.
  void chooseFile(const QString& file);
  /// Chooses the kept policy of that name as soon as the workspace has it.
  void await(const QString& policy);
  void stopAwaiting() { awaited_.clear(); }
  bool awaits() const { return !awaited_.isEmpty(); }
  /// Shows reference() again, after a file was asked for.
  void showReference();

 Q_SIGNALS:
  /// By the person; changed() follows.
  void chosen();
  /// Another policy is compared with, or the one there was goes by another name.
  void changed();
  void fileWanted();

 private:
  void fill();
  void addOtherRuns();
  void addKeptPolicies();
  void addFiles();
  void takeChoice();
  QString chooseAgain(const QString& before, qlonglong policy);

  Study& study_;
  QString reference_;
  QString awaited_;
  QStringList files_;
};

}  // namespace luce::desktop
