#include "app/desktop/loop/loop_settings_panel.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/controls/wheel_guard.h"
#include "app/desktop/loop/loop_words.h"

namespace luce::desktop {

namespace {

constexpr int kFirstNumber = 10;
constexpr int kExploration = 40;
constexpr int kFirstWeight = 50;
constexpr int kOneLayer = 32;
constexpr int kMostUsers = 1'000'000;
constexpr int kLargestSeed = 1'000'000;
constexpr int kShortestChoice = 10;  // letters
constexpr const char* kOwnAudience = "own";
constexpr const char* kStandardAudience = "standard";
constexpr const char* kOwnEstimator = "own";

template <class Control>
Control* explained(Control* control, const QString& title, const QString& help) {
  control->setAccessibleName(title);
  control->setToolTip(help);
  control->setWhatsThis(help);
  guardFromWheel(*control);
  return control;
}

QComboBox* narrow(QComboBox* box) {
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(kShortestChoice);
  return box;
}

QFormLayout* formOf(QGroupBox* group) {
  auto* form = new QFormLayout(group);
  form->setContentsMargins(6, 4, 6, 4);
  form->setVerticalSpacing(3);
  return form;
}

SliderRange weightRange(double standard) {
  return {-2, 10, standard, false, -1e6, 1e6, 3};
}

const AudiencePreset* findPreset(const QString& id) {
  for (const AudiencePreset& preset : audiencePresets()) {
    if (id == QLatin1String(preset.id)) return &preset;
  }
  return nullptr;
}

QString explorationHelp() {
  return LoopSettingsPanel::tr(
      "How rankers deviate from their scores: not at all, by drawing orders with a temperature "
      "(Plackett–Luce on scores), or with probability ε by an order at random. The oracle never "
      "does.");
}

}  // namespace

LoopSettingsPanel::LoopSettingsPanel(LoopDocument& document, QWidget* parent)
    : QWidget(parent), document_(document) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  for (QWidget* group : {buildAudience(), buildLoop(), buildRankers(), buildWeights()}) {
    column->addWidget(group);
  }
  fold_ = new QToolButton;
  fold_->setText(tr("All numbers of the audience"));
  fold_->setCheckable(true);
  fold_->setAutoRaise(true);
  fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  fold_->setArrowType(Qt::RightArrow);
  fold_->setFocusPolicy(Qt::StrongFocus);
  fold_->setToolTip(tr("What users do and why, how they come back, what changes, what logs show."));
  fold_->setWhatsThis(fold_->toolTip());
  audience_ = new AudienceControls;
  audience_->hide();
  column->addWidget(fold_);
  column->addWidget(audience_);
  column->addStretch();
  connect(fold_, &QToolButton::toggled, this, [this](bool open) {
    fold_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    audience_->setVisible(open);
  });
  connect(audience_, &AudienceControls::edited, this,
          [this](const AudienceSettings& audience, const QString& title, int control) {
            document_.change(withAudience(document_.settings(), audience), title, control);
          });
  connect(&document_, &LoopDocument::changed, this, &LoopSettingsPanel::showSettings);
  showSettings();
}

QSpinBox* LoopSettingsPanel::number(const QString& title, const QString& help, int low, int high,
                                    const std::function<void(LoopSettings&, int)>& set) {
  auto* box = explained(new QSpinBox, title, help);
  box->setRange(low, high);
  box->setGroupSeparatorShown(true);
  box->setKeyboardTracking(false);
  connect(box, &QSpinBox::valueChanged, this,
          [this, title, set, control = kFirstNumber + controls_++](int value) {
            LoopSettings settings = document_.settings();
            set(settings, value);
            document_.change(settings, title, control);
          });
  return box;
}

QWidget* LoopSettingsPanel::buildAudience() {
  auto* group = new QGroupBox(tr("Audience"));
  QFormLayout* form = formOf(group);
  preset_ = narrow(explained(
      new QComboBox, tr("Audience"),
      tr("Users with tastes, satisfaction and habits, whose truth is known. Each preset shows "
         "something; its numbers stand below and can be changed.")));
  preset_->addItem(tr("Standard"), kStandardAudience);
  for (const AudiencePreset& preset : audiencePresets()) {
    preset_->addItem(titleOf(preset), QString::fromLatin1(preset.id));
    preset_->setItemData(preset_->count() - 1, helpOf(preset), Qt::ToolTipRole);
  }
  presetHelp_ = new QLabel;
  presetHelp_->setWordWrap(true);
  presetHelp_->setForegroundRole(QPalette::PlaceholderText);
  users_ = number(tr("Users"), tr("Users of the service, present or not."), 1, kMostUsers,
                  [](LoopSettings& settings, int value) { settings.audience.users = value; });
  form->addRow(tr("Preset"), preset_);
  form->addRow(presetHelp_);
  form->addRow(tr("Users"), users_);
  connect(preset_, &QComboBox::currentIndexChanged, this, [this] {
    const QString id = preset_->currentData().toString();
    if (id == QLatin1String(kOwnAudience)) return;
    document_.change(withPreset(document_.settings(), findPreset(id)),
                     tr("Audience: %1").arg(preset_->currentText()));
  });
  return group;
}

QWidget* LoopSettingsPanel::buildLoop() {
  auto* group = new QGroupBox(tr("Rounds"));
  QFormLayout* form = formOf(group);
  rounds_ =
      number(tr("Rounds"),
             tr("Days of log, train, deploy. The first is the logging policy's for all rankers."),
             1, 10'000, [](LoopSettings& settings, int value) { settings.rounds = value; });
  seeds_ = number(tr("Seeds"),
                  tr("Repetitions of the whole with other users and other chance: what intervals "
                     "are taken over. Time grows with them."),
                  1, 1000, [](LoopSettings& settings, int value) { settings.seeds = value; });
  first_ = number(
      tr("First seed"), tr("The same seeds give the same numbers again."), 0, kLargestSeed,
      [](LoopSettings& settings, int value) { settings.seed = static_cast<std::uint64_t>(value); });
  memory_ = number(tr("Memory"), tr("Rounds of its own logs that a ranker learns from."), 1, 10'000,
                   [](LoopSettings& settings, int value) { settings.memory = value; });
  form->addRow(tr("Rounds"), rounds_);
  form->addRow(tr("Seeds"), seeds_);
  form->addRow(tr("First seed"), first_);
  form->addRow(tr("Memory"), memory_);
  return group;
}

QWidget* LoopSettingsPanel::buildRankers() {
  auto* group = new QGroupBox(tr("Rankers"));
  QFormLayout* form = formOf(group);
  rankers_ = new RankerList;
  exploration_ = narrow(explained(new QComboBox, tr("Exploration"), explorationHelp()));
  exploration_->addItem(tr("None"), static_cast<int>(ExplorationKind::None));
  exploration_->addItem(tr("Temperature"), static_cast<int>(ExplorationKind::Temperature));
  exploration_->addItem(tr("Random share ε"), static_cast<int>(ExplorationKind::Epsilon));
  amount_ = explained(new QDoubleSpinBox, tr("Amount of exploration"),
                      tr("The temperature, or the share ε of orders at random."));
  amount_->setDecimals(3);
  amount_->setKeyboardTracking(false);
  amount_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  estimator_ = narrow(explained(
      new QComboBox, tr("Estimator"),
      tr("What learning rankers are: a linear model cannot express this audience, which leaves "
         "alignment something to gain; a hidden layer can.")));
  estimator_->addItem(tr("Linear"), QString());
  estimator_->addItem(tr("One hidden layer of %1").arg(kOneLayer), QString::number(kOneLayer));
  form->addRow(rankers_);
  form->addRow(tr("Exploration"), exploration_);
  form->addRow(tr("Amount"), amount_);
  form->addRow(tr("Estimator"), estimator_);
  connect(rankers_, &RankerList::added, this, [this](const QString& kind) {
    const std::string id = kind.toStdString();
    document_.change(withRanker(document_.settings(), id),
                     tr("Add %1").arg(QString::fromStdString(rankerTitle(id))));
  });
  connect(rankers_, &RankerList::removed, this, [this](int ranker) {
    const auto index = static_cast<std::size_t>(ranker);
    const auto& rankers = document_.settings().rankers;
    if (index >= rankers.size()) return;
    document_.change(withoutRanker(document_.settings(), index),
                     tr("Remove %1").arg(QString::fromStdString(rankers[index].name)));
  });
  connect(exploration_, &QComboBox::currentIndexChanged, this, &LoopSettingsPanel::takeExploration);
  connect(amount_, &QDoubleSpinBox::valueChanged, this, &LoopSettingsPanel::takeExploration);
  connect(estimator_, &QComboBox::currentIndexChanged, this, [this] {
    const QString width = estimator_->currentData().toString();
    if (width == QLatin1String(kOwnEstimator)) return;
    document_.change(withHidden(document_.settings(),
                                width.isEmpty() ? std::vector<int>{} : std::vector{width.toInt()}),
                     tr("Estimator: %1").arg(estimator_->currentText()));
  });
  return group;
}

void LoopSettingsPanel::takeExploration() {
  Exploration exploration;
  exploration.kind = static_cast<ExplorationKind>(exploration_->currentData().toInt());
  exploration.amount = amount_->value();
  const bool share = exploration.kind == ExplorationKind::Epsilon;
  exploration.amount =
      share ? std::min(exploration.amount, 1.0) : std::max(exploration.amount, amount_->minimum());
  document_.change(withExploration(document_.settings(), exploration), tr("Exploration"),
                   kExploration);
}

QWidget* LoopSettingsPanel::buildWeights() {
  auto* group = new QGroupBox(tr("Value weights of the rankers"));
  auto* column = new QVBoxLayout(group);
  column->setContentsMargins(6, 4, 6, 4);
  column->setSpacing(2);
  mixed_ = new QLabel(tr("The rankers differ in these; a change here holds for all of them."));
  mixed_->setWordWrap(true);
  mixed_->setForegroundRole(QPalette::PlaceholderText);
  column->addWidget(mixed_);
  const TaskWeights standard = AudienceSettings().valueWeights;
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    const QString name = QString::fromUtf8(kAudienceTasks[task].data());
    auto* row = new SliderRow(
        name, weightRange(standard[task]),
        tr("What one %1 is worth to all rankers, in ranking and in learning. While a loop is "
           "played it changes from the next round on; rewards stay measured by the audience's own "
           "weights.")
            .arg(name));
    connect(row, &SliderRow::changed, this, [this, task, name](double value) {
      TaskWeights weights = weightsOf(document_.settings());
      weights[task] = value;
      document_.change(withWeights(document_.settings(), weights), tr("%1 weight").arg(name),
                       kFirstWeight + static_cast<int>(task));
    });
    column->addWidget(row);
    weights_.push_back(row);
  }
  return group;
}

void LoopSettingsPanel::showSettings() {
  const LoopSettings& settings = document_.settings();
  const auto choose = [](QComboBox& box, const QVariant& value, const QString& own,
                         const char* ownId) {
    const QSignalBlocker quiet(box);
    int found = box.findData(value);
    if (found < 0) {
      box.addItem(own, QString::fromLatin1(ownId));
      found = box.count() - 1;
    } else if (const int other = box.findData(QString::fromLatin1(ownId)); other >= 0) {
      if (other != found) box.removeItem(other);
    }
    box.setCurrentIndex(found);
  };
  const AudiencePreset* preset = presetOf(settings.audience);
  const bool standard = audienceOf(nullptr, settings.audience) == settings.audience;
  choose(*preset_,
         preset != nullptr ? QVariant(QString::fromLatin1(preset->id))
         : standard        ? QVariant(QString::fromLatin1(kStandardAudience))
                           : QVariant(),
         tr("Of its own"), kOwnAudience);
  presetHelp_->setText(preset != nullptr ? helpOf(*preset)
                       : standard        ? tr("Looks tell a little of the truth.")
                                         : tr("With numbers of its own, see below."));
  const auto put = [](auto& box, auto value) {
    const QSignalBlocker quiet(box);
    box.setValue(value);
  };
  put(*users_, settings.audience.users);
  put(*rounds_, settings.rounds);
  put(*seeds_, settings.seeds);
  put(*first_, static_cast<int>(std::min<std::uint64_t>(settings.seed, kLargestSeed)));
  put(*memory_, settings.memory);
  rankers_->showRankers(settings.rankers);
  const Exploration exploration = explorationOf(settings);
  const QSignalBlocker quietAmount(amount_), quietKind(exploration_);
  exploration_->setCurrentIndex(exploration_->findData(static_cast<int>(exploration.kind)));
  const bool share = exploration.kind == ExplorationKind::Epsilon;
  amount_->setRange(share ? 0 : 1e-3, share ? 1 : 1e3);
  amount_->setValue(exploration.amount);
  amount_->setEnabled(exploration.kind != ExplorationKind::None);
  exploration_->setToolTip(agreeOnExploration(settings)
                               ? explorationHelp()
                               : tr("The rankers differ in this; a change holds for all of them."));
  const std::vector<int> hidden = hiddenOf(settings);
  choose(*estimator_,
         hidden.empty()                          ? QVariant(QString())
         : hidden == std::vector<int>{kOneLayer} ? QVariant(QString::number(kOneLayer))
                                                 : QVariant(-1),
         tr("As in the document"), kOwnEstimator);
  mixed_->setVisible(!agreeOnWeights(settings));
  const TaskWeights weights = weightsOf(settings);
  for (std::size_t task = 0; task < weights_.size(); ++task) {
    if (weights_[task]->value() != weights[task]) weights_[task]->setValue(weights[task]);
  }
  audience_->showAudience(settings.audience);
}

}  // namespace luce::desktop
