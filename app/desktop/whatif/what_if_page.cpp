#include "app/desktop/whatif/what_if_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/row_table.h"
#include "app/desktop/scrub/kept_weights_note.h"
#include "app/desktop/theme.h"
#include "app/desktop/whatif/catalogue_dialog.h"

namespace luce::desktop {

WhatIfPage::WhatIfPage(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      session_(new WhatIfSession(study, this)),
      model_(new WhatIfModel(this)),
      sorted_(new QSortFilterProxyModel(this)),
      view_(new QTableView),
      chart_(new ContributionChart),
      editor_(new FeatureEditor(*session_)),
      meaning_(new QLabel),
      obstacle_(new QLabel),
      add_(new QToolButton),
      reset_(new QPushButton(tr("&Reset"))),
      asBefore_(new QPushButton(tr("Take as &before"))),
      page_(buildPage()),
      pages_(new QStackedLayout(this)) {
  obstacle_->setAlignment(Qt::AlignCenter);
  obstacle_->setWordWrap(true);
  obstacle_->setForegroundRole(QPalette::PlaceholderText);
  pages_->addWidget(obstacle_);
  pages_->addWidget(page_);
  connectSession();
  showObstacle();
}

WhatIfPage::~WhatIfPage() {
  reader_.cancel();
}

QWidget* WhatIfPage::buildPage() {
  sorted_->setSourceModel(model_);
  sorted_->setSortRole(Qt::UserRole);
  view_->setModel(sorted_);
  view_->setSortingEnabled(true);
  view_->horizontalHeader()->setSortIndicatorClearable(true);
  view_->sortByColumn(-1, Qt::AscendingOrder);
  showAsRows(*view_);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->horizontalHeader()->setStretchLastSection(true);
  view_->setAccessibleName(tr("Candidates before and after"));
  view_->setObjectName("what_if_table");
  editor_->setObjectName("what_if_features");
  view_->setWhatsThis(
      tr("The candidates of the slate before and after what you changed: score, policy, rank. "
         "Choose one to see and change its features."));
  add_->setWhatsThis(
      tr("Add a candidate to the slate: a copy of the chosen one, or an item of the catalogue."));

  auto* menu = new QMenu(add_);
  addCopy_ = menu->addAction(tr("A &copy of the chosen candidate"));
  addItem_ = menu->addAction(tr("An item of the cata&logue…"));
  add_->setText(tr("&Add a candidate"));
  add_->setMenu(menu);
  add_->setPopupMode(QToolButton::InstantPopup);
  reset_->setToolTip(tr("The slate as it is in the log, compared under the present weights"));
  asBefore_->setToolTip(tr("Compare with the slate and the weights as they are now"));
  meaning_->setWordWrap(true);
  meaning_->setTextInteractionFlags(Qt::TextSelectableByMouse);

  auto* line = new QHBoxLayout;
  line->setContentsMargins(6, 4, 6, 2);
  line->addWidget(meaning_, 1);
  line->addWidget(add_);
  line->addWidget(asBefore_);
  line->addWidget(reset_);
  auto* upper = new QSplitter(Qt::Horizontal);
  upper->addWidget(chart_);
  upper->addWidget(editor_);
  upper->setStretchFactor(0, 1);
  upper->setChildrenCollapsible(false);
  auto* both = new QSplitter(Qt::Vertical);
  both->addWidget(upper);
  both->addWidget(view_);
  both->setStretchFactor(0, 3);
  both->setStretchFactor(1, 2);
  both->setChildrenCollapsible(false);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new KeptWeightsNote(study_));
  column->addLayout(line);
  column->addWidget(both, 1);
  return page;
}

void WhatIfPage::connectSession() {
  connect(session_, &WhatIfSession::judged, this, &WhatIfPage::showJudgement);
  connect(session_, &WhatIfSession::obstacleChanged, this, &WhatIfPage::showObstacle);
  connect(session_, &WhatIfSession::told, this, &WhatIfPage::told);
  connect(session_, &WhatIfSession::slateChanged, this, [this] {
    if (session_->slate() != nullptr) editor_->choose(0);
  });
  connect(&study_, &Study::datasetChanged, this, &WhatIfPage::readValues);
  connect(&study_, &Study::workspaceMoved, this, &WhatIfPage::readValues);
  connect(&reader_, &LogValuesReader::ready, this,
          [this](const std::shared_ptr<const SlateTable>& table,
                 const std::shared_ptr<const LogValues>& values) {
            if (study_.dataset() == nullptr || study_.dataset()->table != table) return;
            values_ = values;
            editor_->setValues(values);
          });
  connect(&reader_, &LogValuesReader::refused, this, &WhatIfPage::told);
  connect(model_, &WhatIfModel::dropAsked, this, [this](int candidate, bool dropped) {
    session_->setDropped(static_cast<std::size_t>(candidate), dropped);
  });
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            const QModelIndex index = sorted_->mapToSource(current);
            if (!index.isValid()) return;
            editor_->choose(model_->rows()[static_cast<std::size_t>(index.row())].candidate);
          });
  connect(addCopy_, &QAction::triggered, this, [this] {
    if (session_->slate() == nullptr || !editor_->chosen()) return;
    selectCandidate(session_->addCopy(*editor_->chosen()));
  });
  connect(addItem_, &QAction::triggered, this, &WhatIfPage::chooseItem);
  connect(reset_, &QPushButton::clicked, session_, &WhatIfSession::reset);
  connect(asBefore_, &QPushButton::clicked, session_, &WhatIfSession::takeAsBefore);
}

std::vector<std::string> WhatIfPage::tasks() const {
  return session_->table() == nullptr ? std::vector<std::string>()
                                      : session_->table()->schema().tasks;
}

void WhatIfPage::readValues() {
  values_.reset();
  editor_->setValues(nullptr);
  if (study_.dataset() == nullptr || study_.workspace() == nullptr) return;
  // A bandit log's slates hold the whole catalogue already.
  addItem_->setVisible(study_.dataset()->table->shape() == LogShape::Slate);
  reader_.read(std::make_shared<const BrowseSource>(
                   BrowseSource{study_.workspace()->file.toStdString(), study_.dataset()->summary}),
               study_.dataset()->table);
}

bool WhatIfPage::filled() const {
  return pages_->currentWidget() == page_;
}

void WhatIfPage::showObstacle() {
  const QString reason = session_->obstacle();
  obstacle_->setText(reason);
  pages_->setCurrentWidget(reason.isEmpty() ? page_ : static_cast<QWidget*>(obstacle_));
}

void WhatIfPage::showJudgement() {
  const bool reset = static_cast<int>(session_->rows().size()) != model_->rowCount();
  const std::optional<std::size_t> chosen = editor_->chosen();
  const int columns = model_->columnCount();
  model_->show(session_->rows(), tasks());
  drawChart();
  if (columns != model_->columnCount()) fitColumns();
  // A table of another size forgets its selection.
  if (reset && chosen) selectCandidate(*chosen);
  showMeaning();
}

void WhatIfPage::drawChart() {
  // While no one looks, sliders have other charts to draw.
  chartStale_ = !isVisible();
  if (!chartStale_) chart_->show(session_->rows(), tasks());
}

void WhatIfPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (chartStale_) drawChart();
}

/// Wide enough for every number that can come, so that columns stand still while numbers change.
void WhatIfPage::fitColumns() {
  const QFontMetrics metrics = view_->fontMetrics();
  const auto fit = [&](int column, const char* widest, int margin) {
    view_->setColumnWidth(column, metrics.horizontalAdvance(QString::fromUtf8(widest)) + margin);
  };
  fit(WhatIfModel::kItem, "item-12345 *", 34);
  fit(WhatIfModel::kRank, "10 → 10 ▲10", 8);
  for (int column = WhatIfModel::kPolicy; column < model_->columnCount(); ++column) {
    fit(column, "0.00123 → 1.2e-05", 8);
  }
}

void WhatIfPage::selectCandidate(std::size_t candidate) {
  editor_->choose(candidate);
  if (candidate >= model_->rows().size()) return;
  const QModelIndex index = sorted_->mapFromSource(model_->index(static_cast<int>(candidate), 0));
  view_->setCurrentIndex(index);
  view_->scrollTo(index);
}

void WhatIfPage::showMeaning() {
  const PolicySettings& before = session_->settingsBefore();
  QStringList weights;
  const std::vector<std::string> names = tasks();
  for (std::size_t task = 0; task < std::min(names.size(), before.valueWeights.size()); ++task) {
    weights.append(QString("%1 = %2").arg(QString::fromStdString(names[task]),
                                          theme::number(before.valueWeights[task])));
  }
  const QString text =
      (session_->beforeIsLogged() ? tr("Before: the slate as in the log, weights %1, τ = %2")
                                  : tr("Before: the slate as you took it, weights %1, τ = %2"))
          .arg(weights.join(", "), theme::number(before.temperature));
  meaning_->setText(text);
  meaning_->setToolTip(text);
  reset_->setEnabled(session_->edited() || !session_->beforeIsLogged());
}

void WhatIfPage::chooseItem() {
  if (study_.dataset() == nullptr || session_->slate() == nullptr) return;
  CatalogueDialog dialog(study_.dataset()->table, this);
  if (dialog.exec() == QDialog::Accepted && dialog.item()) addItem(*dialog.item());
}

void WhatIfPage::addItem(std::uint32_t item) {
  const auto& first = values_ ? values_->firstAppearances : std::vector<std::int64_t>();
  const std::int64_t row = item < first.size() ? first[item] : -1;
  selectCandidate(session_->add(catalogueCandidate(*study_.dataset()->table, item, row)));
}

}  // namespace luce::desktop
