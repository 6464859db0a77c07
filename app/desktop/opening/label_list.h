// The tasks of a log, one editor each.
#pragma once

#include <QVBoxLayout>
#include <QWidget>
#include <vector>

#include "app/desktop/opening/task_editor.h"

namespace luce::desktop {

class LabelList : public QWidget {
  Q_OBJECT

 public:
  explicit LabelList(QWidget* parent = nullptr);

  /// Without a signal. samples: by column.
  void show(const MappingDraft& draft, const std::vector<ColumnSample>& samples);
  const std::vector<TaskEditor*>& editors() const { return editors_; }

 Q_SIGNALS:
  void edited(int task, std::string name, luce::LabelRule label);
  void anotherAsked(int column);
  void removeAsked(int task);

 private:
  QLabel* none_;
  QVBoxLayout* column_;
  std::vector<TaskEditor*> editors_;
  MappingDraft draft_;
};

}  // namespace luce::desktop
