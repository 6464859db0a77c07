// The result of `luce-cli estimators` as a picture: bias and spread of every estimator against the
// size of the log.
#pragma once

#include <QSize>
#include <QString>
#include <string>

namespace luce::desktop {

/// json: what the command wrote with --out. Throws Error when it is something else, or the picture
/// cannot be written.
void drawEstimatorStudy(const std::string& json, const QString& picture, QSize size);

}  // namespace luce::desktop
