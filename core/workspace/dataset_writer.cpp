#include "core/workspace/dataset_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/workspace/dataset_names.h"
#include "core/workspace/good_name.h"

namespace luce {

namespace {

void requireCount(std::size_t found, std::size_t expected, const char* what) {
  if (found == expected) return;
  throw Error(fmt::format("A record has {} {}; the schema says {}.", found, what, expected));
}

int bindFeatures(RowStatement& statement, int parameter, std::span<const double> numeric,
                 std::span<const std::string_view> category) {
  for (const double value : numeric) statement.bind(parameter++, value);
  for (const std::string_view value : category) statement.bind(parameter++, value);
  return parameter;
}

void requireFeatures(std::span<const double> numeric, std::span<const std::string_view> category,
                     const FeatureColumns& columns) {
  requireCount(numeric.size(), columns.numeric.size(), "numeric features");
  requireCount(category.size(), columns.category.size(), "categories");
}

const std::vector<std::string> kSlate{"id", "key", "time"};
const std::vector<std::string> kLogged{"position", "propensity", "examination"};

std::string insertIntoSlate(const DatasetTables& tables, LogShape shape) {
  if (shape == LogShape::Slate) {
    return insertStatement(tables.slate, {kSlate, tables.context.numeric, tables.context.category});
  }
  return insertStatement(tables.slate, {kSlate,
                                        tables.context.numeric,
                                        tables.context.category,
                                        {"action"},
                                        kLogged,
                                        tables.labels});
}

}  // namespace

WorkspaceDatasetWriter::Statements::Statements(SQLite::Database& database,
                                               const DatasetTables& tables, LogShape shape)
    : item(database, insertStatement(tables.item,
                                     {{"id", "key"}, tables.items.numeric, tables.items.category})),
      slate(database, insertIntoSlate(tables, shape)) {
  if (shape == LogShape::Slate) {
    candidate = std::make_unique<RowStatement>(
        database, insertStatement(tables.candidate, {{"slate", "item"},
                                                     tables.candidates.numeric,
                                                     tables.candidates.category,
                                                     kLogged,
                                                     tables.labels}));
  } else {
    pair = std::make_unique<RowStatement>(
        database, insertStatement(tables.pair, {{"slate", "item"}, tables.pairs.numeric}));
  }
}

WorkspaceDatasetWriter::WorkspaceDatasetWriter(const std::filesystem::path& workspace,
                                               const std::string& name, const std::string& source)
    : file_(workspace),
      transaction_(file_.guarded([&] {
        return SQLite::Transaction(file_.database(), SQLite::TransactionBehavior::IMMEDIATE);
      })),
      name_(name),
      source_(source) {
  requireGoodName(name, kDatasetNeedsName);
  file_.guarded([&] {
    SQLite::Statement taken(file_.database(), "SELECT 1 FROM dataset WHERE name = ?");
    taken.bind(1, name);
    if (taken.executeStep()) {
      throw Error(fmt::format("\"{}\" already has a dataset named \"{}\"; choose another name.",
                              workspace.string(), name));
    }
  });
}

void WorkspaceDatasetWriter::begin(const Schema& schema) {
  requireConsistent(schema);
  if (tables_ != nullptr) throw Error("A dataset was begun twice.");
  schema_ = schema;
  labelSums_.assign(schema.tasks.size(), 0.0);
  file_.guarded([&] {
    SQLite::Statement insert(file_.database(),
                             "INSERT INTO dataset (name, source, created, schema) VALUES (?, ?, "
                             "strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)");
    insert.bind(1, name_);
    insert.bind(2, source_);
    insert.bind(3, schemaToJson(schema));
    insert.exec();
    dataset_ = file_.database().getLastInsertRowid();
    tables_ = std::make_unique<DatasetTables>(dataset_, schema);
    file_.database().exec(tables_->create());
    statements_ = std::make_unique<Statements>(file_.database(), *tables_, schema.shape);
  });
}

void WorkspaceDatasetWriter::addItem(const ItemRecord& item) {
  requireBegun();
  requireFeatures(item.numeric, item.category, tables_->items);
  if (items_.contains(item.key)) {
    throw Error(fmt::format("The item \"{}\" is in the catalogue twice.", item.key));
  }
  insertItem(item);
}

void WorkspaceDatasetWriter::addSlate(const SlateRecord& slate) {
  requireBegun();
  requireFeatures(slate.contextNumeric, slate.contextCategory, tables_->context);
  if (schema_.shape == LogShape::Bandit && slate.action == nullptr) {
    throw Error("A bandit log's slate has no action.");
  }
  file_.guarded([&] {
    RowStatement& statement = statements_->slate;
    statement.bind(0, slates_);
    statement.bind(1, slate.key);
    statement.bind(2, schema_.hasTime ? slate.time : kMissing);
    const int next = bindFeatures(statement, 3, slate.contextNumeric, slate.contextCategory);
    if (schema_.shape == LogShape::Bandit) {
      const BanditAction& action = *slate.action;
      if (action.item >= items_.size()) {
        throw Error(fmt::format("A record names item number {}; the catalogue has {}.", action.item,
                                items_.size()));
      }
      statement.bind(next, static_cast<std::int64_t>(action.item));
      bindLogged(statement, next + 1, action.position, action.propensity, action.examination,
                 action.labels);
    }
    statement.insert();
    if (schema_.shape == LogShape::Bandit) insertPairs(slate.pairs);
  });
  ++slates_;
}

void WorkspaceDatasetWriter::addCandidate(const CandidateRecord& candidate) {
  requireBegun();
  if (slates_ == 0) throw Error("A candidate came before its slate.");
  if (schema_.shape == LogShape::Bandit) throw Error("A bandit log has no candidate records.");
  requireFeatures(candidate.numeric, candidate.category, tables_->candidates);
  file_.guarded([&] {
    RowStatement& statement = *statements_->candidate;
    statement.bind(0, slates_ - 1);
    statement.bind(1, itemIndex(candidate.item));
    const int next = bindFeatures(statement, 2, candidate.numeric, candidate.category);
    bindLogged(statement, next, candidate.position, candidate.propensity, candidate.examination,
               candidate.labels);
    statement.insert();
  });
  ++candidates_;
}

std::int64_t WorkspaceDatasetWriter::itemIndex(std::string_view key) {
  const auto found = items_.find(key);
  if (found != items_.end()) return found->second;
  if (!tables_->items.numeric.empty() || !tables_->items.category.empty()) {
    throw Error(fmt::format("The item \"{}\" is not in the catalogue.", key));
  }
  return insertItem({.key = key, .numeric = {}, .category = {}});
}

std::int64_t WorkspaceDatasetWriter::insertItem(const ItemRecord& item) {
  const auto index = static_cast<std::int64_t>(items_.size());
  file_.guarded([&] {
    statements_->item.bind(0, index);
    statements_->item.bind(1, item.key);
    bindFeatures(statements_->item, 2, item.numeric, item.category);
    statements_->item.insert();
  });
  items_.emplace(item.key, index);
  return index;
}

void WorkspaceDatasetWriter::insertPairs(std::span<const PairValue> pairs) {
  const std::size_t features = tables_->pairs.numeric.size();
  RowStatement& statement = *statements_->pair;
  for (const PairValue& pair : pairs) {
    if (pair.item >= items_.size() || pair.feature >= features) {
      throw Error(fmt::format(
          "A pair value names item number {} and feature number {}; there are {} and {}.",
          pair.item, pair.feature, items_.size(), features));
    }
    statement.bind(0, slates_);
    statement.bind(1, static_cast<std::int64_t>(pair.item));
    for (std::size_t feature = 0; feature < features; ++feature) {
      statement.bind(static_cast<int>(feature) + 2,
                     feature == pair.feature ? pair.value : kMissing);
    }
    statement.insert();
  }
}

int WorkspaceDatasetWriter::bindLogged(RowStatement& statement, int parameter,
                                       std::uint16_t position, double propensity,
                                       double examination, std::span<const float> labels) {
  requireCount(labels.size(), labelSums_.size(), "labels");
  if (position == 0) {
    statement.bindNull(parameter++);
  } else {
    statement.bind(parameter++, static_cast<std::int64_t>(position));
  }
  statement.bind(parameter++, propensity);
  statement.bind(parameter++, schema_.hasExamination ? examination : kMissing);
  for (std::size_t task = 0; task < labels.size(); ++task) {
    statement.bind(parameter++, static_cast<double>(labels[task]));
    labelSums_[task] += labels[task];
  }
  ++rows_;
  if (!std::isnan(propensity)) ++rowsWithPropensity_;
  return parameter;
}

void WorkspaceDatasetWriter::requireBegun() const {
  if (statements_ == nullptr) throw Error("A record came while no dataset was being written.");
}

void WorkspaceDatasetWriter::describeImport(const std::string& json) {
  if (!nlohmann::json::accept(json)) {
    throw Error("How a log was imported is to be told as JSON: " + json);
  }
  import_ = json;
}

void WorkspaceDatasetWriter::commit() {
  requireBegun();
  // Nobody would find it where it is.
  file_.requireInPlace();
  statements_.reset();
  const auto items = static_cast<std::int64_t>(items_.size());
  nlohmann::json means = nlohmann::json::array();
  for (const double sum : labelSums_)
    means.push_back(rows_ > 0 ? sum / static_cast<double>(rows_) : 0);
  file_.guarded([&] {
    SQLite::Statement update(file_.database(),
                             "UPDATE dataset SET slates = ?, candidates = ?, items = ?, rows = ?, "
                             "rows_with_propensity = ?, task_means = ?, import = ? WHERE id = ?");
    update.bind(1, slates_);
    update.bind(2, schema_.shape == LogShape::Bandit ? slates_ * items : candidates_);
    update.bind(3, items);
    update.bind(4, rows_);
    update.bind(5, rowsWithPropensity_);
    update.bind(6, means.dump());
    update.bind(7, import_);
    update.bind(8, dataset_);
    update.exec();
    transaction_.commit();
  });
}

}  // namespace luce
