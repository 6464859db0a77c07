// All lessons: those that come with Luce and those in the user's folder, in the window's language
// where they are translated.
#pragma once

#include <QObject>
#include <QStringList>
#include <vector>

#include "app/desktop/lessons/lesson.h"

namespace luce::desktop {

class LessonLibrary : public QObject {
  Q_OBJECT

 public:
  /// ":/luce/lessons", where Luce's own are.
  static QString ownFolder();
  /// Where a person's own lessons are looked for.
  static QString userFolder();
  /// Of lessons, such as "de"; that of the window's texts.
  static QString language();

  explicit LessonLibrary(QObject* parent = nullptr);

  /// Luce's own by their files' names, then the user's. One with a mistake is left out.
  const std::vector<Lesson>& lessons() const { return lessons_; }
  /// Null for an unknown id.
  const Lesson* find(const QString& id) const;
  /// What is wrong with lessons that were left out, one sentence each.
  const QStringList& problems() const { return problems_; }

  /// Looks at both folders again.
  void reload();
  /// A lesson from anywhere, with its translation beside it; it stays until the next reload and
  /// takes the place of one of the same id. Throws LessonError, or Error for a file that cannot be
  /// read.
  const Lesson& open(const QString& file);

 Q_SIGNALS:
  void changed();

 private:
  void addFolder(const QString& folder);
  Lesson& put(Lesson lesson);

  std::vector<Lesson> lessons_;
  QStringList problems_;
};

}  // namespace luce::desktop
