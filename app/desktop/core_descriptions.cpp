// What core's descriptions say; kept apart from its sentences, which are met elsewhere.
#include <QCoreApplication>

#include "app/desktop/core_sentences.h"

namespace luce::desktop {

namespace {

constexpr CoreSentence kDescriptions[]{
    // Which rows are used
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Only the item that the logging policy placed first (or the bandit's "
                      "action), weighted by π_θ/π_β: unbiased where π_β is right and never zero."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Every shown item, weighted by π_θ: its actions are known whatever π_β was, "
                      "so this is the exact expected reward; divided by the place's examination "
                      "propensity where the log states one."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Every shown item, weighted by π_θ/π_β(first place), as the article writes it: biased "
        "towards items that the logging policy disliked. For comparison and teaching."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A missing propensity counts as 1 (the article's assumption): ρ = π_θ."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A missing propensity counts as the policy's own probability: ρ = 1, only "
                      "the gradient remains."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "A missing propensity counts as 1/N, as if the logging policy had drawn at random."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Rows without a propensity are left out."),
    // Schemes
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Plain"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Clipped"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Group-relative"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Classic off-policy"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Whole lists"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Regularisers"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "IPS with a fixed reward λ taken off: rows below it push down, so the policy "
                      "cannot learn by avoiding what was logged."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "A policy gradient whose weight is clipped: no row falls silent, none shouts."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "GRPO with more room upwards than downwards, so that rare good items can still rise."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Believe a reward model about every candidate: no variance from ratios, all "
                      "of the model's bias."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The direct method, corrected on logged rows by what the reward model got "
                      "wrong, weighed by ρ."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "GRPO without dividing by the group's spread, which favours groups that hardly differ."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "GRPO whose ratio is first pulled back to 1+ε+δ, so that bad rows with tiny "
                      "propensities cannot explode."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How undecided the policy is, over all candidates of a slate; subtracted "
                      "from a loss it keeps exploration alive."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "What the policy would earn where the actions on all shown items are known: "
                      "no ratio, no variance of a draw. On observed rows it is exact."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The gradient is bounded like that of a logistic loss: good rows never weigh "
                      "more than 1, bad rows only in proportion to π/(1−π)."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "GRPO's loss, but a clipped row still pulls, with the strength it had at the clip."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "PPO clip on rewards compared within their group: above the mean pulls up, "
                      "below pushes down."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "GRPO with its own estimate of the KL to the reference policy on the logged rows."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Weigh each logged reward by how much likelier the policy is to place the item first."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "IPS whose ratio counts at most c: less variance, some bias, and rows above "
                      "the cap stop pulling."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "How far the policy has moved from the reference, over all candidates of a slate."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Punishes giving up what the reference would still place first."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The Plackett–Luce likelihood of each slate sorted by its logged rewards."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Imitate the logging policy: the Plackett–Luce likelihood of the lists as "
                      "they were shown."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Capped IPS plus a penalty on its own standard error: prefer policies whose "
                      "value the log can tell."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "As IPS, but a row stops pulling once its ratio has left the trust region."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "PPO clip that also bounds the loss of bad items whose ratio has exploded."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Make logged items likelier in proportion to their reward, as if the policy "
                      "itself had drawn them."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "REINFORCE on rewards compared with the mean of the group's other rows."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A soft trust region: the further the ratio lies from 1, the gentler a row "
                      "pulls, never quite silent."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "IPS divided by the batch's mean ratio: no policy can win by making all "
                      "logged items unlikely or likely at once."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A policy gradient whose weight is the ratio, capped: every row keeps "
                      "pulling, none more than c."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Truncated importance sampling that stops pushing an item once it is likely "
                      "to be among the K shown."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A policy gradient whose weight rises and falls with the ratio like a gamma "
                      "density: rows far from 1 on either side fade."),
    // Parameters of schemes
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Baseline λ"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Near the logging policy's mean reward it takes most variance away."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Lower clip ε_low"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Upper clip ε_high"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The weight is at least 1 − ε_low; at 1 there is no lower bound."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The weight is at most 1 + ε_high."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Clip half-width ε"),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The ratio stops earning once it leaves [1 − ε, 1 + ε] in the direction of the advantage."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Room downwards ε_low"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Room upwards ε_high"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The ratio stops falling at 1 − ε_low."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The ratio stops earning at 1 + ε_high."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Early clip δ"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How far above 1 + ε a ratio may lie before it is pulled back."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "k3 weight"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How strongly each row is held near the reference policy."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Weight cap M"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Variance weight λ"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Weight cap c"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Ratios above it count as it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How many standard errors are taken off the estimate."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Bound for A < 0, c"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The ratio beyond which a bad item stops pushing."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Sharpness for A > 0, τ₊"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Sharpness for A < 0, τ₋"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How quickly good rows quieten away from ρ = 1."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How quickly bad rows quieten away from ρ = 1."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Shown places K"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How many items the slate shows; 1 is truncated importance sampling."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Shape for A ≥ 0, k₊"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Decay for A ≥ 0, λ₊"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Shape for A < 0, k₋"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Decay for A < 0, λ₋"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How steeply the weight of good rows rises from ρ = 0."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How quickly the weight of good rows fades at large ratios."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How steeply the weight of bad rows rises from ρ = 0."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "How quickly the weight of bad rows fades at large ratios."),
    // Estimators of value
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Unbiased; a few large ratios may decide."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Ratios above M count as M: less variance, biased low for positive rewards."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Divides by the mean ratio: bounded by the rewards seen, unbiased for many rows."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Believes the reward model: no variance from ratios, all of the model's bias."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Right if either the propensities or the reward model are."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "DR whose correction is divided by the mean ratio."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "DR where ratios are small, the reward model where they are large."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "DR with ratios shrunk the more the larger they are."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Ratios bent so that the error is sub-Gaussian."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "DR with ratios bent so that the error is sub-Gaussian."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "IPS with the baseline β = Cov(w r, w)/Var(w) that makes its variance least."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Ratios from a classifier that tells the policy's choices from the logged "
                      "ones: usable without propensities, only as good as the classifier."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Ratios of categories instead of items: unbiased if the item matters only "
                      "through its category."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "What the policy's whole ranking would earn a place, by the Plackett–Luce "
                      "chance of the item at the place where it was shown."),
    // Measures of the ranking
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The order of the scores against what users did with the shown candidates; slates without "
        "a positive gain are left out, equal scores count as every order of theirs."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Where the scores put an item that earned: slates whose shown item had a "
                      "positive gain, weighted by one over its propensity."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Where the scores put the shown item when it earned; not every row states a "
                      "propensity, so items that the logging policy preferred count more."),

    // Prediction by task
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "AUC, log loss and calibration error are of p times the probability that the item's place "
        "is looked at, as the log states it; p itself is of an item that is looked at."),
};

}  // namespace

std::span<const CoreSentence> coreDescriptions() {
  return kDescriptions;
}

}  // namespace luce::desktop
