#include "app/desktop/opening/problem_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "app/desktop/window/first_size.h"

namespace luce::desktop {

ProblemDialog::ProblemDialog(const Failure& failure, bool canChange, bool canLeaveOut,
                             QWidget* parent)
    : QDialog(parent),
      table_(new ProblemTable),
      count_(new QLabel),
      copy_(new QPushButton(tr("Co&py all"))),
      total_(failure.problemCount) {
  setWindowTitle(failure.title);
  auto* heading = new QLabel(failure.title);
  QFont bold = heading->font();
  bold.setBold(true);
  bold.setPointSizeF(bold.pointSizeF() * 1.15);
  heading->setFont(bold);
  const auto shown = static_cast<std::int64_t>(failure.problems.size());
  QString count = total_ == 1 ? tr("One thing is wrong; nothing was imported.")
                              : tr("%L1 things are wrong; nothing was imported.").arg(total_);
  if (total_ > shown) count += ' ' + tr("The first %1 are listed.").arg(shown);
  count_->setText(count);
  table_->show(failure.problems);
  auto* meaning = new QLabel(
      tr("The sound slates can be imported without the rest: a slate with a faulty line is left "
         "out as a whole, since a slate that lacks a candidate would be another slate."));
  meaning->setWordWrap(true);
  meaning->setForegroundRole(QPalette::PlaceholderText);
  meaning->setVisible(canLeaveOut);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->addButton(copy_, QDialogButtonBox::ActionRole);
  if (canLeaveOut) {
    leaveOut_ = buttons->addButton(tr("Import the &sound slates"), QDialogButtonBox::ActionRole);
    connect(leaveOut_, &QPushButton::clicked, this, [this] {
      accept();
      Q_EMIT leaveOutAsked();
    });
  }
  if (canChange) {
    change_ = buttons->addButton(tr("Change the &mapping…"), QDialogButtonBox::ActionRole);
    connect(change_, &QPushButton::clicked, this, [this] {
      accept();
      Q_EMIT changeAsked();
    });
  }
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(heading);
  layout->addWidget(count_);
  layout->addWidget(table_, 1);
  layout->addWidget(meaning);
  layout->addWidget(buttons);
  resizeWithinScreen(*this, {980, 420});
  for (auto* button : buttons->findChildren<QPushButton*>()) button->setAutoDefault(false);
  QPushButton* usual = change_ != nullptr ? change_ : buttons->button(QDialogButtonBox::Close);
  usual->setDefault(true);
  usual->setFocus();
  connect(copy_, &QPushButton::clicked, this, &ProblemDialog::copy);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ProblemDialog::copy() const {
  QString text = table_->text();
  const auto further = total_ - static_cast<std::int64_t>(table_->problemModel().problems().size());
  if (further > 0) text += '\n' + tr("… and %L1 more").arg(further);
  QApplication::clipboard()->setText(text);
}

}  // namespace luce::desktop
