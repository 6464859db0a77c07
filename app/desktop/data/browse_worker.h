// Reads slates from the workspace file beside the window: pages of the table, the slates that meet
// a condition, one slate's candidates, the slate with a key, rows to copy. Answers carry the number
// of the question, so that late ones can be told.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/data/browser_thread.h"

namespace luce::desktop {

/// A page of the table: its place, and which slates are on it.
struct PageRequest {
  std::int64_t page = 0;
  std::vector<std::int64_t> slates;
};

struct PageAnswer {
  std::int64_t page = 0;
  std::vector<BrowserRow> rows;
};

class BrowseWorker : public QObject {
  Q_OBJECT

 public:
  using Source = std::shared_ptr<const BrowseSource>;
  using QObject::QObject;

  void readPages(const Source& source, int question, std::vector<PageRequest> pages);
  void readCandidates(const Source& source, int question, std::int64_t slate);
  void check(const Source& source, int question, const QString& condition);
  void search(const Source& source, int question, const QString& condition);
  void findKey(const Source& source, int question, const QString& key);
  void copy(const Source& source, std::vector<std::int64_t> slates);
  void cancelSearch() { search_.cancel(); }
  void cancelAll();

 Q_SIGNALS:
  void pageRead(int question, std::shared_ptr<const luce::desktop::PageAnswer> page);
  void candidatesRead(int question, std::int64_t slate,
                      std::shared_ptr<const luce::BrowserCandidates> candidates);
  /// reason: empty = the condition is right.
  void checked(int question, QString reason);
  /// In the order of slates; fraction: how much of the log was searched.
  void found(int question, std::shared_ptr<const std::vector<std::int64_t>> slates,
             double fraction);
  void searched(int question);
  void searchRefused(int question, QString reason);
  void keySearched(int question, double fraction);
  /// −1 = no slate has it.
  void keyFound(int question, std::int64_t slate);
  void copied(QString lines, int rows);
  /// What could not be read.
  void refused(QString reason);

 private:
  BrowserThread::Refusal refusal();

  BrowserThread pages_, candidates_, check_, search_, key_, copy_;
};

}  // namespace luce::desktop
