// A table beside a log that describes its items or its users.
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "core/dataset/importers/log_mapping.h"

namespace luce::desktop {

class SideFileBox : public QWidget {
  Q_OBJECT

 public:
  /// title: what the file describes.
  explicit SideFileBox(const QString& title, QWidget* parent = nullptr);

  /// Without a signal.
  void show(const std::optional<SideFile>& shown);
  /// None while no file or no key is chosen.
  std::optional<SideFile> side() const;
  QString file() const { return path_; }
  void setFile(const QString& file);
  /// Columns of the file to choose the key from; prefers this one.
  void offerColumns(const QStringList& columns, const QString& preferred);
  QComboBox& keyBox() { return *key_; }

 Q_SIGNALS:
  void edited();
  /// A file was chosen, whose columns are wanted.
  void columnsAsked(QString file);

 private:
  void choose();

  QString title_;
  QString path_;
  QLineEdit* name_;
  QToolButton* choose_;
  QToolButton* remove_;
  QWidget* keyPart_;
  QComboBox* key_;
};

}  // namespace luce::desktop
