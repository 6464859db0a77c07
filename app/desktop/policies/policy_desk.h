// The policies from elsewhere, as the window has them: keeps new ones, shows and changes those that
// are kept.
#pragma once

#include <QPointer>

#include "app/desktop/policies/policy_book.h"
#include "app/desktop/policies/policy_dialog.h"
#include "app/desktop/policies/policy_importer.h"

namespace luce::desktop {

class PolicyDesk : public QObject {
  Q_OBJECT

 public:
  /// window: what the dialog stands before.
  PolicyDesk(Study& study, QWidget& window);

  /// Reads the file for the open dataset and keeps it; ends with kept() or refused(), unless
  /// another one is asked for, or forgotten() comes. needed: as PolicyOrder's.
  void keep(const QString& file, std::function<std::vector<std::uint32_t>()> needed);
  void cancel() { importer_.cancel(); }
  /// Breaks off what is being read; nobody waits for it any more.
  void forget();
  /// Whether a policy is being read that somebody waits for.
  bool keeping() const { return keeping_; }
  void show();

  /// Null while it is closed.
  PolicyDialog* dialog() { return dialog_; }

 Q_SIGNALS:
  void keepingChanged();
  void progressed(double fraction, QString stage);
  /// The workspace will be told anew, with the policy.
  void kept(QString name);
  /// Nothing was kept, for that reason.
  void refused(QString reason);
  /// Another dataset or workspace was opened, or forget() was called.
  void forgotten();
  void fileAsked();

 private:
  void connectImporter();
  /// True, and keeping no more, if it is the newest order.
  bool end(int number);

  Study& study_;
  QWidget& window_;
  PolicyBook book_;
  QPointer<PolicyDialog> dialog_;
  int number_ = 0;  ///< of the newest order
  bool keeping_ = false;
  QString workspace_;        ///< the study's, as last heard of
  PolicyImporter importer_;  // the last member: its thread ends first
};

}  // namespace luce::desktop
