#include "app/desktop/data/browse_worker.h"

#include <QStringList>
#include <utility>

#include "app/desktop/data/browser_text.h"

namespace luce::desktop {

BrowserThread::Refusal BrowseWorker::refusal() {
  return [this](const std::string& reason) { Q_EMIT refused(QString::fromStdString(reason)); };
}

void BrowseWorker::cancelAll() {
  for (BrowserThread* thread : {&pages_, &candidates_, &check_, &search_, &key_, &copy_}) {
    thread->cancel();
  }
}

void BrowseWorker::readPages(const Source& source, int question, std::vector<PageRequest> pages) {
  pages_.ask(
      source,
      [this, question, pages = std::move(pages)](SlateBrowser& browser,
                                                 const std::stop_token& stop) {
        for (const PageRequest& page : pages) {
          if (stop.stop_requested()) return;
          Q_EMIT pageRead(question, std::make_shared<const PageAnswer>(
                                        PageAnswer{page.page, browser.slates(page.slates)}));
        }
      },
      refusal());
}

void BrowseWorker::readCandidates(const Source& source, int question, std::int64_t slate) {
  candidates_.ask(
      source,
      [this, question, slate](SlateBrowser& browser, const std::stop_token&) {
        Q_EMIT candidatesRead(question, slate,
                              std::make_shared<const BrowserCandidates>(browser.candidates(slate)));
      },
      refusal());
}

void BrowseWorker::check(const Source& source, int question, const QString& condition) {
  check_.ask(
      source,
      [this, question, condition](SlateBrowser& browser, const std::stop_token&) {
        browser.requireCondition(condition.toStdString());
        Q_EMIT checked(question, {});
      },
      [this, question](const std::string& reason) {
        Q_EMIT checked(question, QString::fromStdString(reason));
      });
}

void BrowseWorker::search(const Source& source, int question, const QString& condition) {
  search_.ask(
      source,
      [this, question, condition](SlateBrowser& browser, const std::stop_token& stop) {
        browser.find(
            condition.toStdString(),
            [&](std::span<const std::int64_t> slates, double fraction) {
              Q_EMIT found(
                  question,
                  std::make_shared<const std::vector<std::int64_t>>(slates.begin(), slates.end()),
                  fraction);
            },
            stop);
        Q_EMIT searched(question);
      },
      [this, question](const std::string& reason) {
        Q_EMIT searchRefused(question, QString::fromStdString(reason));
      });
}

void BrowseWorker::findKey(const Source& source, int question, const QString& key) {
  key_.ask(
      source,
      [this, question, key](SlateBrowser& browser, const std::stop_token& stop) {
        int told = 0;
        const auto slate = browser.findKey(
            key.toStdString(),
            [&](double fraction, std::string_view) {
              const int percent = static_cast<int>(100 * fraction);
              if (percent != std::exchange(told, percent)) Q_EMIT keySearched(question, fraction);
            },
            stop);
        Q_EMIT keyFound(question, slate.value_or(-1));
      },
      refusal());
}

void BrowseWorker::copy(const Source& source, std::vector<std::int64_t> slates) {
  copy_.ask(
      source,
      [this, slates = std::move(slates)](SlateBrowser& browser, const std::stop_token& stop) {
        QStringList cells;
        const std::vector<BrowserColumn> columns = browser.slateColumns();
        for (const BrowserColumn& column : columns) {
          cells.append(QString::fromStdString(column.name));
        }
        QStringList lines{cells.join('\t')};
        for (const BrowserRow& row : browser.slates(slates)) {
          if (stop.stop_requested()) return;
          cells.clear();
          for (std::size_t i = 0; i < columns.size(); ++i) {
            cells.append(copyText(row.cells[i], columns[i].kind));
          }
          lines.append(cells.join('\t'));
        }
        Q_EMIT copied(lines.join('\n'), static_cast<int>(lines.size()) - 1);
      },
      refusal());
}

}  // namespace luce::desktop
