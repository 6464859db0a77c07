#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "core/common/error.h"
#include "core/objective/scheme.h"
#include "core/objective/schemes/all.h"

namespace luce {

namespace {

template <class Law>
class SchemeOf final : public Scheme {
 public:
  const SchemeDescription& description() const override { return description_; }
  ClipBounds clipBounds(std::span<const double> parameters) const override {
    return Law::clipBounds(parameters);
  }
  void evaluate(std::span<const SchemeRow<float>> rows, std::span<const double> parameters,
                std::span<float> loss, std::span<float> coefficient) const override {
    evaluateRows(rows, parameters, loss, coefficient);
  }
  void evaluate(std::span<const SchemeRow<double>> rows, std::span<const double> parameters,
                std::span<double> loss, std::span<double> coefficient) const override {
    evaluateRows(rows, parameters, loss, coefficient);
  }

 private:
  template <class Real>
  static void evaluateRows(std::span<const SchemeRow<Real>> rows,
                           std::span<const double> parameters, std::span<Real> loss,
                           std::span<Real> coefficient) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      loss[i] = Law::loss(rows[i], parameters);
      coefficient[i] = Law::coefficient(rows[i], parameters);
    }
  }

  SchemeDescription description_ = Law::description();
};

struct Registry {
  std::vector<std::unique_ptr<Scheme>> owned;
  std::vector<const Scheme*> listed;
  Registry() {
    forEachScheme([this]<class Law>(Law) {
      owned.push_back(std::make_unique<SchemeOf<Law>>());
      listed.push_back(owned.back().get());
    });
  }
};

}  // namespace

std::span<const Scheme* const> schemes() {
  static const Registry registry;
  return registry.listed;
}

const Scheme& findScheme(const std::string& id) {
  std::vector<std::string> known;
  for (const Scheme* scheme : schemes()) {
    if (scheme->description().id == id) return *scheme;
    known.push_back(scheme->description().id);
  }
  throw Error(
      fmt::format("There is no scheme \"{}\"; choose one of {}.", id, fmt::join(known, ", ")));
}

std::vector<double> standardParameters(const Scheme& scheme) {
  std::vector<double> values;
  for (const SchemeParameter& parameter : scheme.description().parameters) {
    values.push_back(parameter.standard);
  }
  return values;
}

std::string toString(AdvantageKind kind) {
  switch (kind) {
    case AdvantageKind::Raw:
      return "raw";
    case AdvantageKind::Group:
      return "group";
    case AdvantageKind::Mean:
      return "mean";
    case AdvantageKind::LeaveOneOut:
      break;
  }
  return "leave_one_out";
}

AdvantageKind advantageKindFromString(const std::string& text) {
  for (const AdvantageKind kind : {AdvantageKind::Raw, AdvantageKind::Group, AdvantageKind::Mean,
                                   AdvantageKind::LeaveOneOut}) {
    if (toString(kind) == text) return kind;
  }
  throw Error("There is no advantage \"" + text + "\"; choose raw, group, mean or leave_one_out.");
}

}  // namespace luce
