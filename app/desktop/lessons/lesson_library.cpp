#include "app/desktop/lessons/lesson_library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

#include "app/desktop/lessons/lesson_reader.h"

namespace luce::desktop {

namespace {

constexpr qint64 kLargestFile = 1 << 20;

QString contentOf(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) {
    throw Error(QString("The lesson %1 cannot be read: %2.")
                    .arg(QFileInfo(name).fileName(), file.errorString())
                    .toStdString());
  }
  if (file.size() > kLargestFile) {
    throw Error(QString("The file %1 is too large for a lesson: 1 MB is the most.")
                    .arg(QFileInfo(name).fileName())
                    .toStdString());
  }
  return QString::fromUtf8(file.readAll()).remove('\r');
}

Lesson load(const QString& file) {
  const QFileInfo info(file);
  const Lesson lesson = readLesson(contentOf(file), info.fileName());
  const QString translation =
      QString("%1/%2.%3.md").arg(info.path(), lesson.id, LessonLibrary::language());
  if (!QFile::exists(translation)) return lesson;
  return translatedLesson(lesson, contentOf(translation), QFileInfo(translation).fileName());
}

}  // namespace

QString LessonLibrary::ownFolder() {
  return QStringLiteral(":/luce/lessons");
}

QString LessonLibrary::userFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/lessons";
}

QString LessonLibrary::language() {
  //: The language of the lessons: the ending of their files, such as de.
  return QCoreApplication::translate("LessonLibrary", "en");
}

LessonLibrary::LessonLibrary(QObject* parent) : QObject(parent) {
  reload();
}

const Lesson* LessonLibrary::find(const QString& id) const {
  const auto found = std::find_if(lessons_.begin(), lessons_.end(),
                                  [&](const Lesson& lesson) { return lesson.id == id; });
  return found == lessons_.end() ? nullptr : &*found;
}

void LessonLibrary::reload() {
  lessons_.clear();
  problems_.clear();
  addFolder(ownFolder());
  addFolder(userFolder());
  Q_EMIT changed();
}

void LessonLibrary::addFolder(const QString& folder) {
  for (const QFileInfo& file : QDir(folder).entryInfoList({"*.md"}, QDir::Files, QDir::Name)) {
    // README.md tells of lessons and is none; name.de.md is a translation.
    if (file.fileName() == "README.md" || file.completeBaseName().contains('.')) continue;
    try {
      put(load(file.filePath()));
    } catch (const Error& error) {
      problems_ << QString::fromUtf8(error.what());
    }
  }
}

const Lesson& LessonLibrary::open(const QString& file) {
  const Lesson& lesson = put(load(file));
  Q_EMIT changed();
  return lesson;
}

Lesson& LessonLibrary::put(Lesson lesson) {
  for (Lesson& other : lessons_) {
    if (other.id == lesson.id) return other = std::move(lesson);
  }
  lessons_.push_back(std::move(lesson));
  return lessons_.back();
}

}  // namespace luce::desktop
