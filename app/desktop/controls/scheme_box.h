// A choice of one of the registry's schemes, under the headings of their families.
#pragma once

#include <QComboBox>

#include "core/objective/scheme.h"

namespace luce::desktop {

class SchemeBox : public QComboBox {
  Q_OBJECT

 public:
  /// none: text of a first entry that stands for no scheme; empty = there is no such entry.
  explicit SchemeBox(const QString& none = {}, QWidget* parent = nullptr);

  /// Null where no scheme is chosen.
  const Scheme* scheme() const;
  /// Without a signal; an unknown id chooses the first entry.
  void setScheme(const std::string& id);

 private:
  void addHeading(SchemeFamily family);
  int firstChoice() const;
};

}  // namespace luce::desktop
