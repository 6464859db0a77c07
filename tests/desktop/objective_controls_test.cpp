#include "app/desktop/controls/objective_controls.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <set>

namespace luce::desktop {
namespace {

QStandardItem* itemOf(QComboBox& box, int index) {
  return qobject_cast<QStandardItemModel*>(box.model())->item(index);
}

TEST(SchemeBox, ListsEverySchemeUnderTheHeadingOfItsFamily) {
  SchemeBox box;
  std::set<std::string> found;
  std::string heading;
  for (int i = 0; i < box.count(); ++i) {
    if (box.itemData(i).isNull()) {
      heading = box.itemText(i).toStdString();
      EXPECT_FALSE(itemOf(box, i)->isSelectable()) << heading;
      EXPECT_FALSE(itemOf(box, i)->isEnabled()) << heading;
      EXPECT_TRUE(itemOf(box, i)->font().bold()) << heading;
      continue;
    }
    const std::string id = box.itemData(i).toString().toStdString();
    EXPECT_EQ(heading, title(findScheme(id).description().family)) << id;
    EXPECT_TRUE(itemOf(box, i)->isSelectable()) << id;
    EXPECT_TRUE(found.insert(id).second) << id << " is there twice";
  }
  EXPECT_EQ(found.size(), schemes().size());
  ASSERT_NE(box.scheme(), nullptr) << "the first entry is a heading, which cannot be chosen";
}

TEST(SchemeBox, TheKeyboardStepsOverHeadings) {
  SchemeBox box;
  box.show();
  for (int i = 0; i < box.count(); ++i) {
    ASSERT_NE(box.scheme(), nullptr);
    QTest::keyClick(&box, Qt::Key_Down);
  }
  EXPECT_EQ(box.currentIndex(), box.count() - 1) << "the last scheme was reached";
}

TEST(SchemeBox, MayOfferNone) {
  SchemeBox box("nothing");
  EXPECT_EQ(box.currentText(), "nothing");
  EXPECT_EQ(box.scheme(), nullptr);
  QSignalSpy chosen(&box, &QComboBox::currentIndexChanged);
  box.setScheme("grpo");
  EXPECT_EQ(box.scheme(), &findScheme("grpo"));
  box.setScheme("no such scheme");
  EXPECT_EQ(box.scheme(), nullptr);
  EXPECT_EQ(chosen.count(), 0);
}

TEST(ObjectiveControls, EverySchemesParametersBecomeRows) {
  ObjectiveControls controls;
  Experiment experiment;
  for (const Scheme* scheme : schemes()) {
    const SchemeDescription& description = scheme->description();
    SCOPED_TRACE(description.id);
    experiment.objective.scheme = description.id;
    experiment.objective.parameters.clear();
    controls.showExperiment(experiment, {});
    ASSERT_EQ(controls.parameterRows().size(), description.parameters.size());
    for (std::size_t i = 0; i < description.parameters.size(); ++i) {
      const SchemeParameter& parameter = description.parameters[i];
      SliderRow& row = *controls.parameterRows()[i];
      EXPECT_NEAR(row.value(), parameter.standard, 1e-9);
      EXPECT_NEAR(row.box().minimum(), parameter.low, 1e-9);
      EXPECT_NEAR(row.box().maximum(), parameter.high, 1e-9);
      EXPECT_TRUE(row.slider().mark().has_value());
      EXPECT_FALSE(row.resetButton().isEnabled());
    }
    EXPECT_EQ(controls.groupBox().isEnabled(), description.usesAdvantage);
    Experiment written;
    controls.writeTo(written);
    EXPECT_EQ(written.objective.scheme, description.id);
    EXPECT_THAT(schemeParameters(written.objective),
                testing::Pointwise(testing::DoubleNear(1e-9), standardParameters(*scheme)));
  }
}

TEST(ObjectiveControls, AMovedParameterIsAnnouncedAndWritten) {
  ObjectiveControls controls;
  Experiment experiment;
  experiment.objective.scheme = "cispo";
  controls.showExperiment(experiment, {});
  QSignalSpy edited(&controls, &ControlGroup::edited);
  controls.parameterRows()[1]->box().setValue(2.5);
  EXPECT_EQ(edited.count(), 1);
  controls.writeTo(experiment);
  EXPECT_EQ(experiment.objective.parameters.at("cispo_high"), 2.5);
  EXPECT_EQ(experiment.objective.parameters.at("cispo_low"), 1.0);
}

TEST(ObjectiveControls, GroupsByContextAreThoseOfTheLog) {
  ObjectiveControls controls;
  Schema schema;
  schema.shape = LogShape::Bandit;
  schema.features = {{"age", FeatureKind::Numeric, FeatureScope::Context},
                     {"country", FeatureKind::Category, FeatureScope::Context},
                     {"price", FeatureKind::Numeric, FeatureScope::Item}};
  controls.setSchema(schema);
  EXPECT_EQ(controls.groupBox().count(), 5) << "automatic, slate, batch, and two context features";
  Experiment experiment;
  experiment.objective.scheme = "grpo";
  experiment.objective.advantageGroup = AdvantageGroup::Context;
  experiment.objective.advantageFeature = "age";
  experiment.objective.advantage = AdvantageKind::LeaveOneOut;
  experiment.objective.regulariser = "kl_k3";
  experiment.objective.entropyWeight = 0.02;
  controls.showExperiment(experiment, {});
  EXPECT_THAT(controls.groupBox().currentText().toStdString(), testing::HasSubstr("age"));
  Experiment written;
  written.objective.scheme = "grpo";
  controls.writeTo(written);
  written.objective.parameters.clear();  // all at their standard values
  EXPECT_EQ(written.objective, experiment.objective);
}

TEST(ObjectiveControls, AdviceIsShownWhileThereIsSome) {
  ObjectiveControls controls;
  EXPECT_TRUE(controls.adviceLabel().isHidden());
  controls.setAdvice({"The policy will not move."});
  EXPECT_FALSE(controls.adviceLabel().isHidden());
  EXPECT_EQ(controls.adviceLabel().text(), "The policy will not move.");
  controls.setAdvice({});
  EXPECT_TRUE(controls.adviceLabel().isHidden());
}

}  // namespace
}  // namespace luce::desktop
