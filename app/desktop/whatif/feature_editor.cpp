#include "app/desktop/whatif/feature_editor.h"

#include <QLabel>

namespace luce::desktop {

namespace {

template <class Rows>
void deleteRows(Rows& rows) {
  for (auto* row : rows) delete row;
  rows.clear();
}

const std::vector<NamedCategory>& valuesOf(const std::vector<std::vector<NamedCategory>>* columns,
                                           std::size_t column) {
  static const std::vector<NamedCategory> none;
  return columns != nullptr && column < columns->size() ? (*columns)[column] : none;
}

}  // namespace

FeatureEditor::FeatureEditor(WhatIfSession& session, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      context_(new QGroupBox(tr("Slate"))),
      own_(new QGroupBox),
      contextLayout_(new QVBoxLayout(context_)),
      ownLayout_(new QVBoxLayout(own_)) {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(4, 4, 4, 4);
  column->addWidget(own_);
  column->addWidget(context_);
  column->addStretch();
  setWidget(content);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMinimumWidth(350);
  connect(&session_, &WhatIfSession::slateChanged, this, &FeatureEditor::rebuild);
  connect(&session_, &WhatIfSession::slateEdited, this, &FeatureEditor::update);
  rebuild();
}

void FeatureEditor::setValues(std::shared_ptr<const LogValues> values) {
  values_ = std::move(values);
  rebuild();
}

void FeatureEditor::choose(std::optional<std::size_t> candidate) {
  if (candidate == candidate_) return;
  candidate_ = candidate;
  if (stale_) return;
  if (session_.slate() != nullptr) showCandidate(*session_.slate());
  update();
}

ValueRange FeatureEditor::rangeOf(const std::vector<ValueRange>& ranges, std::size_t column) const {
  return column < ranges.size() ? ranges[column] : ValueRange();
}

void FeatureEditor::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  if (stale_) rebuild();
}

void FeatureEditor::rebuild() {
  const EditableSlate* slate = session_.slate();
  stale_ = slate != nullptr && !isVisible();
  if (stale_) return;
  if (slate == nullptr) {
    deleteAllRows();
    rowsOf_ = {};
    context_->hide();
    own_->hide();
    return;
  }
  keepRowsOf({session_.table()->schema().features, values_});
  showContext(session_.loggedSlate());
  showCandidate(*slate);
  update();
}

void FeatureEditor::deleteAllRows() {
  deleteRows(contextNumbers_);
  deleteRows(contextCategories_);
  deleteRows(numbers_);
  deleteRows(categories_);
}

void FeatureEditor::keepRowsOf(RowsOf now) {
  if (now == rowsOf_) return;
  deleteAllRows();
  rowsOf_ = std::move(now);
}

void FeatureEditor::showContext(const EditableSlate& logged) {
  const Schema& schema = session_.table()->schema();
  const auto numeric = schema.select(FeatureScope::Context, FeatureKind::Numeric);
  for (std::size_t i = 0; i < numeric.size(); ++i) {
    const ValueRange range = values_ ? rangeOf(values_->ranges.context, i) : ValueRange();
    if (i < contextNumbers_.size()) {
      contextNumbers_[i]->setLogged(logged.contextNumeric[i], range);
      continue;
    }
    auto* row = new NumberFeatureRow(QString::fromStdString(numeric[i].name),
                                     logged.contextNumeric[i], range);
    connect(row, &NumberFeatureRow::changed, this,
            [this, i](float value) { session_.setContextNumber(i, value); });
    contextLayout_->addWidget(row);
    contextNumbers_.push_back(row);
  }
  const auto category = schema.select(FeatureScope::Context, FeatureKind::Category);
  for (std::size_t i = 0; i < category.size(); ++i) {
    if (i < contextCategories_.size()) {
      contextCategories_[i]->setLogged(logged.contextCategory[i]);
      continue;
    }
    auto* row =
        new CategoryFeatureRow(QString::fromStdString(category[i].name), logged.contextCategory[i],
                               valuesOf(values_ ? &values_->contextCategories : nullptr, i));
    connect(row, &CategoryFeatureRow::changed, this,
            [this, i](quint32 hash) { session_.setContextCategory(i, hash); });
    contextLayout_->addWidget(row);
    contextCategories_.push_back(row);
  }
  context_->setVisible(!numeric.empty() || !category.empty());
}

void FeatureEditor::showCandidate(const EditableSlate& slate) {
  const bool any = candidate_ && *candidate_ < slate.candidates.size();
  // Rows that go may commit what was typed: to no candidate.
  if (!any) candidate_.reset();
  own_->setVisible(any);
  if (!any) return;
  const EditableCandidate& shown = slate.candidates[*candidate_];
  // What an added candidate came with is not kept; the marks are where it is now.
  const EditableCandidate& logged =
      shown.logged == kAdded
          ? shown
          : session_.loggedSlate().candidates[static_cast<std::size_t>(shown.logged)];
  own_->setTitle(tr("Candidate %1")
                     .arg(QString::fromStdString(
                         std::string(session_.table()->catalogue().keys[shown.item]))));
  const Schema& schema = session_.table()->schema();
  const auto numeric = candidateFeatures(schema, FeatureKind::Numeric);
  for (std::size_t i = 0; i < numeric.size(); ++i) {
    const ValueRange range = values_ ? rangeOf(values_->ranges.candidate, i) : ValueRange();
    if (i < numbers_.size()) {
      numbers_[i]->setLogged(logged.numeric[i], range);
      continue;
    }
    auto* row =
        new NumberFeatureRow(QString::fromStdString(numeric[i].name), logged.numeric[i], range);
    connect(row, &NumberFeatureRow::changed, this, [this, i](float value) {
      if (candidate_) session_.setNumber(*candidate_, i, value);
    });
    ownLayout_->addWidget(row);
    numbers_.push_back(row);
  }
  const auto category = candidateFeatures(schema, FeatureKind::Category);
  for (std::size_t i = 0; i < category.size(); ++i) {
    if (i < categories_.size()) {
      categories_[i]->setLogged(logged.category[i]);
      continue;
    }
    auto* row =
        new CategoryFeatureRow(QString::fromStdString(category[i].name), logged.category[i],
                               valuesOf(values_ ? &values_->candidateCategories : nullptr, i));
    connect(row, &CategoryFeatureRow::changed, this, [this, i](quint32 hash) {
      if (candidate_) session_.setCategory(*candidate_, i, hash);
    });
    ownLayout_->addWidget(row);
    categories_.push_back(row);
  }
}

void FeatureEditor::update() {
  if (stale_) return;
  const EditableSlate* slate = session_.slate();
  if (slate == nullptr) return;
  for (std::size_t i = 0; i < contextNumbers_.size(); ++i) {
    contextNumbers_[i]->setValue(slate->contextNumeric[i]);
  }
  for (std::size_t i = 0; i < contextCategories_.size(); ++i) {
    contextCategories_[i]->setValue(slate->contextCategory[i]);
  }
  if (!candidate_ || *candidate_ >= slate->candidates.size()) {
    if (candidate_) choose(std::nullopt);
    return;
  }
  const EditableCandidate& candidate = slate->candidates[*candidate_];
  own_->setEnabled(!candidate.dropped);
  for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i]->setValue(candidate.numeric[i]);
  for (std::size_t i = 0; i < categories_.size(); ++i) {
    categories_[i]->setValue(candidate.category[i]);
  }
}

}  // namespace luce::desktop
