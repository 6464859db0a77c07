// Schemas as files: what the columns of a log mean, for luce-cli import --schema and for later.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

#include "core/dataset/importers/log_mapping.h"

namespace luce::desktop {

/// Throws Error when the file cannot be written.
void writeSchema(const QString& file, const LogMapping& mapping);
/// Throws Error when the file cannot be read, or naming the member at fault.
LogMapping readSchema(const QString& file);

/// Ask for the file, and tell what went wrong. log: the file that is opened, beside which schemas
/// are kept. None when there is nothing to go on with.
void askToWriteSchema(QWidget* window, const QString& log, const LogMapping& mapping);
std::optional<LogMapping> askForSchema(QWidget* window, const QString& log);

/// Of "ratings.csv.gz" it is "ratings".
QString stemOf(const QString& file);

}  // namespace luce::desktop
