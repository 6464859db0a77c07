#include "app/desktop/window/command_palette.h"

#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/window/first_size.h"

namespace luce::desktop {

namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 380;
constexpr int kWordBegins = 8;
constexpr int kFollows = 7;
constexpr int kUnfit = -1;

}  // namespace

int fitOf(const QString& typed, const QString& name) {
  QString letters = typed.toLower();
  letters.removeIf([](QChar letter) { return letter.isSpace(); });
  const QString text = name.toLower();
  const auto length = static_cast<std::size_t>(text.size());
  // best[j]: of the letters so far, the last of them standing at text[j].
  std::vector<int> best(length, 0);
  bool first = true;
  for (const QChar letter : letters) {
    std::vector<int> next(length, kUnfit);
    int before = first ? 0 : kUnfit;  // the best that ends anywhere before j
    for (std::size_t j = 0; j < length; ++j) {
      const auto place = static_cast<qsizetype>(j);
      const bool follows = !first && j > 0 && best[j - 1] != kUnfit;
      if (text[place] == letter && (before != kUnfit || follows)) {
        const bool begins = place == 0 || !text[place - 1].isLetterOrNumber();
        const int joined = follows ? best[j - 1] + kFollows : kUnfit;
        next[j] = 1 + (begins ? kWordBegins : 0) + std::max(before, joined);
      }
      if (!first) before = std::max(before, best[j]);
    }
    best = std::move(next);
    first = false;
  }
  if (letters.isEmpty()) return 0;
  return best.empty() ? kUnfit : *std::max_element(best.begin(), best.end());
}

void CommandModel::setCommands(std::vector<NamedCommand> commands) {
  commands_ = std::move(commands);
  filter({});
}

void CommandModel::filter(const QString& typed) {
  beginResetModel();
  struct Fit {
    std::size_t command;
    int fit;
    bool enabled;
  };
  std::vector<Fit> fits;
  for (std::size_t i = 0; i < commands_.size(); ++i) {
    const int fit = fitOf(typed, commands_[i].name);
    if (fit < 0 || !commands_[i].action) continue;
    fits.push_back({i, fit, commands_[i].action->isEnabled()});
  }
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
    return std::pair(a.enabled, a.fit) > std::pair(b.enabled, b.fit);
  });
  shown_.clear();
  for (const Fit& fit : fits) shown_.push_back(fit.command);
  endResetModel();
}

QAction* CommandModel::action(int row) const {
  return commands_[shown_[static_cast<std::size_t>(row)]].action;
}

int CommandModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const NamedCommand& command = commands_[shown_[static_cast<std::size_t>(index.row())]];
  if (!command.action) return {};
  switch (role) {
    case Qt::DisplayRole: {
      const QString keys = command.action->shortcut().toString(QKeySequence::NativeText);
      return keys.isEmpty() ? command.name : QString("%1   (%2)").arg(command.name, keys);
    }
    case Qt::DecorationRole:
      return command.action->icon();
    case Qt::ToolTipRole:
      // Says, of a grey one, why it is.
      return command.action->statusTip().isEmpty() ? command.action->toolTip()
                                                   : command.action->statusTip();
    default:
      return {};
  }
}

Qt::ItemFlags CommandModel::flags(const QModelIndex& index) const {
  const QAction* action = index.isValid() ? this->action(index.row()) : nullptr;
  if (action == nullptr || !action->isEnabled()) return Qt::NoItemFlags;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

CommandPalette::CommandPalette(std::vector<NamedCommand> commands, QWidget* window)
    : QDialog(window), box_(new QLineEdit), list_(new QListView) {
  setWindowTitle(tr("Commands"));
  model_.setCommands(std::move(commands));
  box_->setPlaceholderText(tr("Type the name of a command, or its initials"));
  box_->setAccessibleName(tr("Name of a command"));
  box_->setWhatsThis(
      tr("Finds every command of the window: type some of its letters in their "
         "order, choose with the arrows, and press Enter."));
  box_->installEventFilter(this);
  list_->setModel(&model_);
  list_->setAccessibleName(tr("Commands that fit"));
  list_->setWhatsThis(box_->whatsThis());
  list_->setUniformItemSizes(true);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(box_);
  layout->addWidget(list_);
  resizeWithinScreen(*this, {kWidth, kHeight});
  connect(box_, &QLineEdit::textChanged, this, &CommandPalette::filter);
  connect(list_, &QListView::clicked, this, &CommandPalette::run);
  connect(list_, &QListView::activated, this, &CommandPalette::run);
  filter();
}

void CommandPalette::filter() {
  model_.filter(box_->text());
  if (model_.rowCount() > 0) list_->setCurrentIndex(model_.index(0, 0));
}

void CommandPalette::run(const QModelIndex& index) {
  if (!index.isValid()) return;
  QAction* action = model_.action(index.row());
  if (action == nullptr || !action->isEnabled()) return;
  accept();
  // Once this dialog is gone, so that the command's own has the window.
  QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == box_ && event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
      case Qt::Key_Up:
      case Qt::Key_Down:
      case Qt::Key_PageUp:
      case Qt::Key_PageDown:
        QCoreApplication::sendEvent(list_, event);
        return true;
      case Qt::Key_Return:
      case Qt::Key_Enter:
        run(list_->currentIndex());
        return true;
      default:
        break;
    }
  }
  return QDialog::eventFilter(watched, event);
}

}  // namespace luce::desktop
