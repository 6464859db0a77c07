#include "app/desktop/opening/label_list.h"

namespace luce::desktop {

LabelList::LabelList(QWidget* parent)
    : QWidget(parent),
      none_(new QLabel(tr("No column has the role “task” yet: give it to the columns that say what "
                          "people did."))),
      column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  none_->setWordWrap(true);
  none_->setForegroundRole(QPalette::PlaceholderText);
  column_->addWidget(none_);
}

void LabelList::show(const MappingDraft& draft, const std::vector<ColumnSample>& samples) {
  draft_ = draft;
  while (editors_.size() > draft.tasks().size()) {
    editors_.back()->deleteLater();
    editors_.back()->hide();
    editors_.pop_back();
  }
  while (editors_.size() < draft.tasks().size()) {
    const int task = static_cast<int>(editors_.size());
    auto* editor = new TaskEditor;
    connect(editor, &TaskEditor::edited, this,
            [this, task](const std::string& name, const LabelRule& label) {
              Q_EMIT edited(task, name, label);
            });
    connect(editor, &TaskEditor::anotherAsked, this, [this, task] {
      Q_EMIT anotherAsked(static_cast<int>(draft_.tasks()[static_cast<std::size_t>(task)].column));
    });
    connect(editor, &TaskEditor::removeAsked, this, [this, task] { Q_EMIT removeAsked(task); });
    column_->addWidget(editor);
    editors_.push_back(editor);
  }
  for (std::size_t task = 0; task < editors_.size(); ++task) {
    const MappingDraft::Task& shown = draft.tasks()[task];
    const ColumnSample sample =
        shown.column < samples.size() ? samples[shown.column] : ColumnSample();
    editors_[task]->show(draft.header()[shown.column], sample, shown);
  }
  none_->setVisible(editors_.empty());
}

}  // namespace luce::desktop
