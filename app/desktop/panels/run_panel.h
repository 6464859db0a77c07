// The runs of the workspace: open one to look at it, remove one.
#pragma once

#include <QPushButton>
#include <QTableWidget>
#include <QWidget>
#include <vector>

#include "app/desktop/study/values.h"

namespace luce::desktop {

class RunPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RunPanel(QWidget* parent = nullptr);

  /// dataset: whose runs can be opened now; others are shown greyed.
  void show(const std::vector<RunEntry>& runs, const QString& dataset);
  void setOpened(const QString& run);
  /// Runs cannot be removed then.
  void setReadOnly(bool readOnly);

  QTableWidget& table() { return *table_; }
  QPushButton& removeButton() { return *remove_; }

 Q_SIGNALS:
  void openAsked(QString run);
  void removeAsked(QString run);

 private:
  QString selected() const;
  void update();

  QTableWidget* table_;
  QPushButton* open_;
  QPushButton* remove_;
  QString opened_;
  bool readOnly_ = false;
};

}  // namespace luce::desktop
