#include "app/desktop/runs/colour_menu.h"

#include <QColorDialog>
#include <QPixmap>

#include "app/desktop/theme.h"

namespace luce::desktop {

ColourMenu::ColourMenu(QWidget* parent) : QMenu(tr("&Colour"), parent) {
  addAction(tr("By &number"), this, [this] { Q_EMIT chosen(QString()); });
  addSeparator();
  constexpr int kSwatch = 16;
  for (std::size_t number = 1; number <= theme::kRunColours; ++number) {
    const QColor colour = theme::run(static_cast<std::int64_t>(number));
    QPixmap swatch(kSwatch, kSwatch);
    swatch.fill(colour);
    addAction(swatch, tr("Colour %1").arg(number), this,
              [this, colour] { Q_EMIT chosen(colour.name()); });
  }
  addSeparator();
  addAction(tr("&Other…"), this, [this] {
    const QColor colour =
        QColorDialog::getColor(current_, parentWidget(), tr("The colour of the run"));
    if (colour.isValid()) Q_EMIT chosen(colour.name());
  });
}

}  // namespace luce::desktop
