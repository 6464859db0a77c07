#include "app/desktop/opening/import_foot.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace luce::desktop {

namespace {

constexpr int kPadding = 20;
constexpr int kNameWidth = 180;
constexpr int kGap = 24;

QString freeName(const QStringList& taken, const QString& wanted) {
  const QString base = wanted.isEmpty() ? QStringLiteral("log") : wanted;
  QString name = base;
  for (int number = 2; taken.contains(name); ++number)
    name = QString("%1 %2").arg(base).arg(number);
  return name;
}

}  // namespace

ImportFoot::ImportFoot(const QStringList& takenNames, const QString& wanted, QWidget* parent)
    : QWidget(parent),
      takenNames_(takenNames),
      verdict_(new QLabel),
      leftOut_(new QLabel),
      advice_(new QLabel),
      name_(new QLineEdit(freeName(takenNames, wanted))),
      nameHint_(new QLabel),
      undo_(new QPushButton(tr("&Undo"))),
      redo_(new QPushButton(tr("&Redo"))),
      import_(new QPushButton(tr("&Import"))),
      sound_(new QPushButton(tr("Import the s&ound slates"))) {
  QFont bold = verdict_->font();
  bold.setBold(true);
  verdict_->setFont(bold);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  for (QLabel* words : {verdict_, leftOut_, advice_}) {
    words->setWordWrap(true);
    column->addWidget(words);
  }
  column->addLayout(buildButtons());
  connect(name_, &QLineEdit::textChanged, this, &ImportFoot::update);
}

QLayout* ImportFoot::buildButtons() {
  nameHint_->setForegroundRole(QPalette::PlaceholderText);
  name_->setMinimumWidth(kNameWidth);
  auto* nameLabel = new QLabel(tr("Dataset &name"));
  nameLabel->setBuddy(name_);
  auto* save = new QPushButton(tr("&Save schema…"));
  auto* load = new QPushButton(tr("&Load schema…"));
  auto* reset = new QPushButton(tr("Reset to &guesses"));
  auto* cancel = new QPushButton(tr("Cancel"));
  save->setToolTip(tr("Writes what the columns mean, for luce-cli import --schema and for later"));
  sound_->setToolTip(tr("Faulty lines are left out together with the whole slate they belong to."));
  for (QPushButton* button : {save, load, reset, undo_, redo_, cancel, sound_}) {
    button->setAutoDefault(false);
  }
  for (QPushButton* button : {undo_, redo_}) {
    button->setMaximumWidth(button->fontMetrics().horizontalAdvance(button->text()) + kPadding);
  }
  import_->setDefault(true);
  auto* line = new QHBoxLayout;
  line->addWidget(nameLabel);
  line->addWidget(name_);
  line->addWidget(nameHint_);
  line->addStretch();
  for (QPushButton* button : {undo_, redo_, reset, load, save}) line->addWidget(button);
  line->addSpacing(kGap);
  for (QPushButton* button : {cancel, sound_, import_}) line->addWidget(button);
  connect(save, &QPushButton::clicked, this, &ImportFoot::saveAsked);
  connect(load, &QPushButton::clicked, this, &ImportFoot::loadAsked);
  connect(reset, &QPushButton::clicked, this, &ImportFoot::resetAsked);
  connect(cancel, &QPushButton::clicked, this, &ImportFoot::cancelAsked);
  connect(import_, &QPushButton::clicked, this, [this] { Q_EMIT importAsked(false); });
  connect(sound_, &QPushButton::clicked, this, [this] { Q_EMIT importAsked(true); });
  connect(undo_, &QPushButton::clicked, this, &ImportFoot::undoAsked);
  connect(redo_, &QPushButton::clicked, this, &ImportFoot::redoAsked);
  return line;
}

void ImportFoot::setLeftOut(const QString& words) {
  leftOut_->setText(words);
  leftOut_->setVisible(!words.isEmpty());
}

void ImportFoot::setAdvice(const QString& words) {
  advice_->setText(words);
  advice_->setVisible(!words.isEmpty());
}

void ImportFoot::setState(const ImportState& state) {
  state_ = state;
  update();
}

void ImportFoot::update() {
  const bool named = !name().isEmpty() && !takenNames_.contains(name());
  nameHint_->setText(named              ? QString()
                     : name().isEmpty() ? tr("needs a name")
                                        : tr("is there already"));
  import_->setEnabled(state_.tried && state_.problems == 0 && named);
  sound_->setVisible(state_.canLeaveOut);
  sound_->setEnabled(state_.canLeaveOut && state_.tried && named);
  if (state_.canLeaveOut) {
    sound_->setText(
        state_.faultyLines == 1
            ? tr("Import the s&ound slates (leave out 1 faulty line…)")
            : tr("Import the s&ound slates (leave out %L1 faulty lines…)").arg(state_.faultyLines));
  }
  undo_->setEnabled(state_.canUndo);
  redo_->setEnabled(state_.canRedo);
}

}  // namespace luce::desktop
