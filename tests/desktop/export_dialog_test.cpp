#include "app/desktop/export/export_dialog.h"

#include <gmock/gmock.h>

#include <QRadioButton>
#include <algorithm>
#include <set>
#include <string>

#include "app/desktop/export/format_words.h"
#include "app/desktop/kept_settings.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

class ExportDialogTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().setValue("export/folder", QString::fromStdString((folder_ / "").string()));
    KeptSettings().remove("export/format");
  }
  void TearDown() override { KeptSettings().remove("export"); }

  TemporaryFolder folder_;
};

TEST_F(ExportDialogTest, OffersEveryFormatAndSaysWhatItWrites) {
  ExportDialog dialog("run 1/2");
  auto* file = dialog.findChild<QLineEdit*>();
  auto* judge = dialog.findChild<QCheckBox*>();
  EXPECT_EQ(dialog.request().format, exportFormats().front().id) << "unless one was chosen before";
  for (const ExportFormat& format : exportFormats()) {
    auto* button = dialog.findChild<QRadioButton*>(format.id);
    ASSERT_NE(button, nullptr) << format.id;
    button->setChecked(true);
    const ExportRequest request = dialog.request();
    EXPECT_EQ(request.format, format.id);
    EXPECT_EQ(request.file, (folder_ / ("run_1_2" + std::string(format.ending))));
    EXPECT_EQ(judge->isEnabled(), format.isModel);
    std::set<QString> texts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) texts.insert(label->text());
    EXPECT_EQ(texts.count(formatMeaning(format)), 1u);
    for (const auto& written : exportedFiles(format, request.file)) {
      const QString name = QString::fromStdString(written.filename().string());
      EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        return text.contains(name);
      })) << name.toStdString();
    }
  }
  QPushButton* go = nullptr;
  for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
    if (button->text() == ExportDialog::tr("&Export")) go = button;
  }
  ASSERT_NE(go, nullptr);
  EXPECT_TRUE(go->isEnabled());
  file->setText(QString::fromStdString((folder_ / "no such folder" / "x").string()));
  EXPECT_FALSE(go->isEnabled());
}

TEST_F(ExportDialogTest, RemembersTheFormat) {
  KeptSettings().setValue("export/format", "safetensors");
  EXPECT_EQ(ExportDialog("run").request().format, "safetensors");
  KeptSettings().setValue("export/format", "one of a later Luce");
  EXPECT_EQ(ExportDialog("run").request().format, "torchscript");
}

}  // namespace
}  // namespace luce::desktop
