// The features of the slate and of one candidate, to be changed.
#pragma once

#include <QGroupBox>
#include <QScrollArea>
#include <QVBoxLayout>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/whatif/feature_rows.h"
#include "app/desktop/whatif/what_if_session.h"

namespace luce::desktop {

class FeatureEditor : public QScrollArea {
  Q_OBJECT

 public:
  explicit FeatureEditor(WhatIfSession& session, QWidget* parent = nullptr);

  /// Null until they are read: sliders then span the logged value alone.
  void setValues(std::shared_ptr<const LogValues> values);
  /// Which candidate's features are shown.
  void choose(std::optional<std::size_t> candidate);
  std::optional<std::size_t> chosen() const { return candidate_; }

  /// In schema order: of the context, and of the chosen candidate and its item.
  const std::vector<NumberFeatureRow*>& contextNumbers() const { return contextNumbers_; }
  const std::vector<CategoryFeatureRow*>& contextCategories() const { return contextCategories_; }
  const std::vector<NumberFeatureRow*>& numbers() const { return numbers_; }
  const std::vector<CategoryFeatureRow*>& categories() const { return categories_; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  /// What the rows were made for: they serve every slate of the log.
  struct RowsOf {
    std::vector<Feature> features;
    std::shared_ptr<const LogValues> values;
    bool operator==(const RowsOf&) const = default;
  };

  /// Puts it off while hidden.
  void rebuild();
  /// Deletes rows of other features or values.
  void keepRowsOf(RowsOf now);
  void deleteAllRows();
  void showContext(const EditableSlate& logged);
  void showCandidate(const EditableSlate& slate);
  void update();
  ValueRange rangeOf(const std::vector<ValueRange>& ranges, std::size_t column) const;

  WhatIfSession& session_;
  std::shared_ptr<const LogValues> values_;
  std::optional<std::size_t> candidate_;
  bool stale_ = false;  ///< there is something else to show
  RowsOf rowsOf_;
  QGroupBox* context_;
  QGroupBox* own_;
  QVBoxLayout* contextLayout_;
  QVBoxLayout* ownLayout_;
  std::vector<NumberFeatureRow*> contextNumbers_, numbers_;
  std::vector<CategoryFeatureRow*> contextCategories_, categories_;
};

}  // namespace luce::desktop
