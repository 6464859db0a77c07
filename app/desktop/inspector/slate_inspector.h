// The candidates of the shown slate as a table: searched, sorted, copied, and linked with the
// slate's chart by the candidates' places in the log.
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/inspector/candidate_model.h"
#include "app/desktop/inspector/column_chooser.h"
#include "app/desktop/inspector/slate_categories.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

class SlateInspector : public QWidget {
  Q_OBJECT

 public:
  explicit SlateInspector(QWidget* parent = nullptr);

  void show(const QString& workspace, const DatasetView& dataset, std::uint32_t slate,
            std::shared_ptr<const std::vector<CandidateView>> candidates);
  /// Selects the candidate's row and scrolls to it, without a signal; none = no row.
  void select(std::optional<std::size_t> candidate);
  /// Sets the candidate's row off; none = no row.
  void hover(std::optional<std::size_t> candidate) { model_.setHovered(candidate); }
  QTableView& view() { return *view_; }
  CandidateModel& model() { return model_; }
  QLineEdit& search() { return *search_; }
  ColumnChooser& columns() { return *columns_; }
  /// Selected rows, or all if none is, with the titles of the columns, as lines of cells.
  QString copied() const;

 Q_SIGNALS:
  /// By the person; none = nothing is selected.
  void candidateSelected(std::optional<std::size_t> candidate);
  void candidateHovered(std::optional<std::size_t> candidate);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fitColumns();
  void tellSelection();
  void showCount();
  void readCategories(const QString& workspace, const DatasetView& dataset, std::uint32_t slate);

  CandidateModel model_;
  QLineEdit* search_;
  QLabel* count_;
  QTableView* view_;
  ColumnChooser* columns_;
  std::shared_ptr<const SlateTable> table_;
  std::shared_ptr<const BrowseSource> source_;
  std::optional<std::uint32_t> slate_;
  bool quiet_ = false;
  SlateCategoriesReader categories_;  // last, so that its thread ends before the others go
};

}  // namespace luce::desktop
