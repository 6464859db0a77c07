// Colours of the charts: the same meaning has the same colour everywhere, and all can be told apart
// by colour-blind people (Okabe & Ito 2008).
#pragma once

#include <QColor>
#include <QString>
#include <cstdint>

namespace luce::desktop::theme {

inline const QColor kPolicy{0x00, 0x72, 0xb2};      ///< π_θ, the policy being trained
inline const QColor kLogging{0xe6, 0x9f, 0x00};     ///< π_β, the logging policy
inline const QColor kReward{0xd5, 0x5e, 0x00};      ///< observed reward
inline const QColor kDivergence{0xcc, 0x79, 0xa7};  ///< KL
inline const QColor kEntropy{0x00, 0x9e, 0x73};
inline const QColor kGain{0x00, 0x9e, 0x73};  ///< rows with A > 0, where no entropy is drawn
inline const QColor kLoss{0xcc, 0x79, 0xa7};  ///< rows with A < 0, where no KL is drawn
inline const QColor kNeutral{0x80, 0x80, 0x80};

/// Of the parts that tasks contribute; repeats after eight.
QColor task(std::size_t number);

/// How many colours run() has.
inline constexpr std::size_t kRunColours = 10;
/// Of the run with that number (RunRecord::id, from 1); repeats after kRunColours. The first nine
/// are the scheme "muted" of Tol (2021).
QColor run(std::int64_t number);

/// A colour as a shade behind lines.
inline QColor shade(QColor colour, int alpha = 50) {
  colour.setAlpha(alpha);
  return colour;
}

/// At most four significant digits; "–" for NaN.
QString number(double value);
/// "0.412 [0.398, 0.431]".
QString withInterval(double value, double low, double high);

}  // namespace luce::desktop::theme
