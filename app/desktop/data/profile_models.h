// The tasks, their correlations and the features of a profile as tables.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/dataset/profile.h"

namespace luce::desktop {

class ProfileModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;
  /// Null = empty.
  void setProfile(std::shared_ptr<const DatasetProfile> profile);

 protected:
  const DatasetProfile* profile() const { return profile_.get(); }

 private:
  std::shared_ptr<const DatasetProfile> profile_;
};

class TaskModel : public ProfileModel {
  Q_OBJECT

 public:
  using ProfileModel::ProfileModel;
  enum Column { Name, Mean, Positives, NotBinary, ColumnCount };

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Tasks × tasks: numbers on a ground that is the bluer the more two go together, and the more
/// orange the more they exclude each other.
class CorrelationModel : public ProfileModel {
  Q_OBJECT

 public:
  using ProfileModel::ProfileModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

class FeatureModel : public ProfileModel {
  Q_OBJECT

 public:
  using ProfileModel::ProfileModel;
  enum Column {
    Name,
    Kind,
    Scope,
    Missing,
    Distribution,
    Correlation,
    Distinct,
    Smallest,
    Largest,
    Mean,
    Deviation,
    ColumnCount
  };
  /// The value to sort by.
  static constexpr int kSortRole = Qt::UserRole;
  /// QVariantList of numbers: the histogram's counts.
  static constexpr int kCountsRole = Qt::UserRole + 1;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const FeatureProfile& feature, int column) const;
  QString correlationText(const FeatureProfile& feature) const;
};

}  // namespace luce::desktop
