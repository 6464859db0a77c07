#include "app/desktop/window/about_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QtGlobal>
#include <vector>

#include "app/desktop/window/first_size.h"
#include "app/desktop/window/icons.h"
#include "app/version/build_facts.h"

namespace luce::desktop {

namespace {

constexpr int kIconSize = 64;
constexpr int kWidth = 620;
constexpr int kHeight = 440;

struct Component {
  const char* name;
  const char* licence;
  const char* address;
};

const std::vector<Component>& components() {
  static const std::vector<Component> list{
      {"Qt, Qt SVG", "LGPL-3.0", "https://www.qt.io"},
      {"Qt Charts", "GPL-3.0", "https://doc.qt.io/qt-6/qtcharts-index.html"},
      {"LibTorch (PyTorch)", "BSD-3-Clause", "https://pytorch.org"},
      {"OpenBLAS", "BSD-3-Clause", "https://www.openblas.net"},
      {"SQLite", "public domain", "https://sqlite.org"},
      {"SQLiteCpp", "MIT", "https://github.com/SRombauts/SQLiteCpp"},
      {"nlohmann-json", "MIT", "https://github.com/nlohmann/json"},
      {"simdjson", "Apache-2.0", "https://simdjson.org"},
      {"libcsv", "LGPL-2.1", "https://github.com/rgamble/libcsv"},
      {"libarchive", "BSD-2-Clause", "https://libarchive.org"},
      {"Nettle", "LGPL-3.0-or-later or GPL-2.0-or-later",
       "https://www.lysator.liu.se/~nisse/nettle"},
      {"spdlog, fmt", "MIT", "https://github.com/gabime/spdlog"},
      {"Boost.Math", "BSL-1.0", "https://www.boost.org"},
      {"CLI11", "BSD-3-Clause", "https://github.com/CLIUtils/CLI11"}};
  return list;
}

QTextBrowser* page(const QString& html) {
  auto* text = new QTextBrowser;
  text->setOpenExternalLinks(true);
  text->setFrameShape(QFrame::NoFrame);
  text->setHtml(html);
  return text;
}

/// Names of products stay as they are.
QString titleOf(const BuildFact& fact) {
  if (fact.name == "revision") return AboutDialog::tr("Revision");
  if (fact.name == "build") return AboutDialog::tr("Build");
  if (fact.name == "compiler") return AboutDialog::tr("Compiler");
  return QString::fromStdString(fact.name);
}

QString facts() {
  std::vector<BuildFact> all = buildFacts();
  all.insert(all.begin(), {"Luce", programVersion()});
  all.push_back({"Qt", qVersion()});
  QString rows;
  for (const BuildFact& fact : all) {
    rows += QString("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                .arg(titleOf(fact), QString::fromStdString(fact.value).toHtmlEscaped());
  }
  return AboutDialog::tr(
             "<p>A laboratory for reward-aligned ranking: the ranker is a policy, logged rewards "
             "are weighed by importance ratios, and the estimator is trained for the value that "
             "the list is sorted by.</p>") +
         "<table cellspacing=4>" + rows + "</table>";
}

QString licences() {
  QString rows;
  for (const Component& component : components()) {
    rows += QString("<tr><td><a href='%3'>%1</a>&nbsp;&nbsp;</td><td>%2</td></tr>")
                .arg(component.name, component.licence, component.address);
  }
  return AboutDialog::tr(
             "<p>Luce is free software: you can redistribute it and modify it under the terms of "
             "the <a href='https://www.gnu.org/licenses/gpl-3.0.html'>GNU General Public "
             "License</a>, version 3 or any later one. It comes without any warranty.</p>"
             "<p>It stands on the work of others:</p>") +
         "<table cellspacing=4>" + rows + "</table>";
}

}  // namespace

AboutDialog::AboutDialog(QWidget* window) : QDialog(window) {
  setWindowTitle(tr("About Luce"));
  auto* picture = new QLabel;
  picture->setPixmap(programIcon().pixmap(kIconSize));
  auto* name = new QLabel(tr("<h2>Luce %1</h2>").arg(QString::fromStdString(programVersion())));
  auto* head = new QHBoxLayout;
  head->addWidget(picture);
  head->addWidget(name, 1);
  auto* tabs = new QTabWidget;
  QTextBrowser* about = page(facts());
  about->setAccessibleName(tr("What Luce is"));
  about->setWhatsThis(about->accessibleName());
  QTextBrowser* licence = page(licences());
  licence->setAccessibleName(tr("Licences"));
  licence->setWhatsThis(tr("The licences of Luce and of all that it is built with."));
  tabs->addTab(about, tr("&Luce"));
  tabs->addTab(licence, tr("L&icences"));
  tabs->setAccessibleName(tr("About Luce"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(head);
  layout->addWidget(tabs);
  layout->addWidget(buttons);
  resizeWithinScreen(*this, {kWidth, kHeight});
}

}  // namespace luce::desktop
