#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "core/common/error.h"
#include "core/common/nearest_name.h"
#include "core/objective/scheme.h"
#include "core/objective/schemes/all.h"

namespace luce {

namespace {

template <class Law>
class SchemeOf final : public Scheme {
 public:
  const SchemeDescription& description() const override { return description_; }
  ClipBounds clipBounds(std::span<const double> parameters) const override {
    if constexpr (requires { Law::clipBounds(parameters); }) return Law::clipBounds(parameters);
    return {};
  }
  void evaluate(RowSpan<float> rows, std::span<const double> parameters, std::span<float> loss,
                std::span<float> coefficient) const override {
    evaluateRows(rows, parameters, loss, coefficient);
  }
  void evaluate(RowSpan<double> rows, std::span<const double> parameters, std::span<double> loss,
                std::span<double> coefficient) const override {
    evaluateRows(rows, parameters, loss, coefficient);
  }
  void evaluateCandidates(RowSpan<float> candidates, std::span<const double> parameters,
                          std::span<float> loss, std::span<float> coefficient) const override {
    evaluateAll(candidates, parameters, loss, coefficient);
  }
  void evaluateCandidates(RowSpan<double> candidates, std::span<const double> parameters,
                          std::span<double> loss, std::span<double> coefficient) const override {
    evaluateAll(candidates, parameters, loss, coefficient);
  }

 private:
  template <class Real>
  static void evaluateRows(RowSpan<Real> rows, std::span<const double> parameters,
                           std::span<Real> loss, std::span<Real> coefficient) {
    if constexpr (BatchLaw<Law, RowSpan<Real>>) {
      const auto batch = Law::summarise(rows, parameters);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        loss[i] = Law::loss(rows[i], parameters, batch);
        coefficient[i] = Law::coefficient(rows[i], parameters, batch);
      }
    } else if constexpr (RowLaw<Law, Real>) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        loss[i] = Law::loss(rows[i], parameters);
        coefficient[i] = Law::coefficient(rows[i], parameters);
      }
    } else {
      std::fill(loss.begin(), loss.end(), Real(0));
      std::fill(coefficient.begin(), coefficient.end(), Real(0));
    }
  }

  template <class Real>
  static void evaluateAll(RowSpan<Real> candidates, std::span<const double> parameters,
                          std::span<Real> loss, std::span<Real> coefficient) {
    if constexpr (CandidateLaw<Law, Real>) {
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        loss[i] = Law::candidateLoss(candidates[i], parameters);
        coefficient[i] = Law::candidateCoefficient(candidates[i], parameters);
      }
    } else {
      std::fill(loss.begin(), loss.end(), Real(0));
      std::fill(coefficient.begin(), coefficient.end(), Real(0));
    }
  }

  SchemeDescription description_ = Law::description();
};

struct Registry {
  std::vector<std::unique_ptr<Scheme>> owned;
  std::vector<const Scheme*> trainable, regularisers;
  Registry() {
    forEachScheme([this]<class Law>(Law) {
      owned.push_back(std::make_unique<SchemeOf<Law>>());
      const bool regulariser = owned.back()->description().family == SchemeFamily::Regulariser;
      (regulariser ? regularisers : trainable).push_back(owned.back().get());
    });
  }
};

const Registry& registry() {
  static const Registry registry;
  return registry;
}

const Scheme* findIn(std::span<const Scheme* const> list, const std::string& id) {
  for (const Scheme* scheme : list) {
    if (scheme->description().id == id) return scheme;
  }
  return nullptr;
}

[[noreturn]] void refuse(const char* what, const std::string& id,
                         std::span<const Scheme* const> list) {
  std::vector<std::string> known;
  for (const Scheme* scheme : list) known.push_back(scheme->description().id);
  throw Error(fmt::format("There is no {} \"{}\"; choose one of {}.{}", what, id,
                          fmt::join(known, ", "), didYouMean(id, known)));
}

}  // namespace

std::span<const Scheme* const> schemes() {
  return registry().trainable;
}

std::span<const Scheme* const> regularisers() {
  return registry().regularisers;
}

const Scheme& findScheme(const std::string& id) {
  if (const Scheme* found = findIn(schemes(), id)) return *found;
  if (const Scheme* found = findIn(regularisers(), id)) return *found;
  std::vector<const Scheme*> all(schemes().begin(), schemes().end());
  all.insert(all.end(), regularisers().begin(), regularisers().end());
  refuse("scheme", id, all);
}

const Scheme& findTrainableScheme(const std::string& id) {
  if (const Scheme* found = findIn(schemes(), id)) return *found;
  refuse("scheme", id, schemes());
}

const Scheme& findRegulariser(const std::string& id) {
  if (const Scheme* found = findIn(regularisers(), id)) return *found;
  refuse("regulariser", id, regularisers());
}

std::vector<double> standardParameters(const Scheme& scheme) {
  std::vector<double> values;
  for (const SchemeParameter& parameter : scheme.description().parameters) {
    values.push_back(parameter.standard);
  }
  return values;
}

std::string toString(SchemeFamily family) {
  switch (family) {
    case SchemeFamily::Plain:
      return "plain";
    case SchemeFamily::Clipped:
      return "clipped";
    case SchemeFamily::GroupRelative:
      return "group_relative";
    case SchemeFamily::OffPolicy:
      return "off_policy";
    case SchemeFamily::Listwise:
      return "listwise";
    case SchemeFamily::Regulariser:
      break;
  }
  return "regulariser";
}

std::string title(SchemeFamily family) {
  switch (family) {
    case SchemeFamily::Plain:
      return "Plain";
    case SchemeFamily::Clipped:
      return "Clipped";
    case SchemeFamily::GroupRelative:
      return "Group-relative";
    case SchemeFamily::OffPolicy:
      return "Classic off-policy";
    case SchemeFamily::Listwise:
      return "Whole lists";
    case SchemeFamily::Regulariser:
      break;
  }
  return "Regularisers";
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
