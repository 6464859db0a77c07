#include "app/desktop/lessons/lesson_names.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/simulation/feedback/loop_settings.h"
#include "core/training/experiment.h"

namespace luce::desktop {

namespace {

using nlohmann::json;

bool hasMember(const json& document, const QString& path) {
  return document.contains(json::json_pointer('/' + QString(path).replace('.', '/').toStdString()));
}

bool listed(const std::vector<LessonName>& names, const QString& name) {
  return std::any_of(names.begin(), names.end(), [&](const LessonName& entry) {
    return entry.name.endsWith('.') ? name.startsWith(entry.name) && name.size() > entry.name.size()
                                    : name == entry.name;
  });
}

}  // namespace

const std::vector<LessonName>& lessonControls() {
  static const std::vector<LessonName> names{
      // Panels beside the pages.
      {"sessions", "the panel with the log's slates"},
      {"slate_list", "the list of slates in it"},
      {"slate_part", "the choice of a part of the split in it"},
      {"runs", "the panel with all runs"},
      {"run_list", "the list of runs in it"},
      {"estimate", "the panel with the held-out estimate"},
      {"experiment", "the panel with all settings"},
      {"history", "the panel with all changes of settings"},
      {"queue", "the panel with waiting runs"},
      // Panels of the study.
      {"slate", "the chart of the selected slate"},
      {"ratios", "the histogram of importance ratios"},
      {"clip_curve", "the clip curve"},
      {"held_out", "the held-out reward over training steps"},
      {"losses", "the losses over training steps"},
      {"diagnostics", "the diagnostics over training steps"},
      {"candidates", "the table of the slate's candidates"},
      // Pages: their tabs.
      {"studyPage", "the tab Study"},
      {"dataPage", "the tab Data"},
      {"evaluationPage", "the tab Evaluation"},
      {"tuningPage", "the tab Tuning"},
      {"whatIfPage", "the tab What if"},
      {"loopPage", "the tab Feedback loop"},
      // Settings.
      {"value_weight.", "the weight of a task, as in value_weight.like"},
      {"reward_weight.", "the reward weight of a task, while it is not linked"},
      {"linked_rewards", "whether rewards use the value weights"},
      {"temperature", "the temperature τ"},
      {"scheme", "the choice of a clipping scheme"},
      {"parameter.", "a parameter of the chosen scheme, as in parameter.eps"},
      {"reward_term_weight", "the weight λ of the reward term"},
      {"kl_weight", "the weight β of the KL term"},
      {"entropy_weight", "the weight η of the entropy"},
      {"task_weight", "the weight of the supervised term during alignment"},
      {"rows", "which rows enter the loss"},
      {"propensity_rule", "what stands for a missing propensity"},
      {"advantage", "what a reward is compared with"},
      {"regulariser", "how distance from the reference is measured"},
      {"supervised_epochs", "the number of supervised epochs"},
      {"alignment_epochs", "the number of alignment epochs"},
      {"keep_best", "whether a run keeps its best weights"},
      {"seed", "the seed"},
      // Commands on the tool bar.
      {"train", "the button Train"},
      {"stop", "the button Stop"},
      {"compare", "the button Compare schemes"},
      {"undo", "the button Undo"},
      {"open", "the button Open"},
      // Inside of panels and pages.
      {"scrub", "the slider over a run's checkpoints"},
      {"clip_comparison", "the second scheme of the clip curve"},
      {"diagnostics_group", "the choice of diagnostics"},
      {"data_overview", "the overview of the log"},
      {"data_slates", "the log's slates on the page Data"},
      {"slate_condition", "the condition that lists slates"},
      {"evaluation_compare", "the policy that is judged beside the run's"},
      {"evaluation_rows", "the rows that an evaluation rests on"},
      {"evaluation_table", "the estimates as a table"},
      {"evaluation_trust", "what to doubt of the estimates"},
      {"sweep", "the page with sweeps"},
      {"sweep_start", "the button that starts a sweep"},
      {"loop_start", "the button that plays the feedback loop"},
      {"loop_measure", "the choice of what its charts show"},
      {"what_if_features", "the features to change"},
      {"what_if_table", "the candidates before and after"}};
  return names;
}

bool isLessonControl(const QString& name) {
  return listed(lessonControls(), name);
}

const std::vector<LessonName>& lessonFacts() {
  static const std::vector<LessonName> names{
      {"log", "the open dataset's name; the sample is slate_log"},
      {"page", "the page that is shown: studyPage, dataPage, evaluationPage, tuningPage …"},
      {"front", "the panels that can be seen, a list: has"},
      {"slate", "the number of the selected slate, from 1"},
      {"candidate_chosen", "true while a candidate is set off in chart or table"},
      {"zoomed", "the charts that are zoomed, a list: has"},
      {"clip_comparison", "the id of the clip curve's second scheme"},
      {"diagnostics_group", "the number of the group of diagnostics, from 1"},
      {"pins", "how many slates are pinned"},
      {"runs", "how many runs the workspace has"},
      {"run", "the opened run's name"},
      {"finished_runs", "how many trainings ended since the window is open; stopped ones too"},
      {"training", "true while a run is trained"},
      {"trained_steps", "the step that the latest training has reached"},
      {"laid_over", "how many runs are laid over the charts"},
      {"shown_step", "the step of a run's trail that is shown; null = the weights it keeps"},
      {"held_out_reward", "the held-out estimate (SNIPS) under the sliders"},
      {"logging_reward", "the logging policy's own reward on the same slates"},
      {"effective_rows", "the effective sample size as a share of the rows"},
      {"largest_ratio", "the largest importance ratio of the held-out rows"},
      {"evaluated", "true once the page Evaluation has judged the opened run"},
      {"compared_policy", "what the run is compared with there: its name, or none"},
      {"sweep_points", "how many settings the last sweep judged"},
      {"evaluation_rows", "the rows that an evaluation rests on: drawn, observed or article"},
      {"what_if_edited", "true while features or candidates are changed on What if"},
      {"loop_rounds", "how many rounds of the feedback loop are played"},
      {"loop_rankers", "how many rankers its settings have"},
      {"loop_measure",
       "the measure that its chart shows large, such as return_share; empty = four"},
      {"condition", "the text of the condition that lists slates"},
      {"data_part", "which part of the page Data is shown: overview or slates"}};
  return names;
}

bool isLessonSetting(const QString& name) {
  for (const char* open : {"value_weights.", "reward_weights.", "objective.parameters."}) {
    if (name.startsWith(open)) return name.size() > QString(open).size();
  }
  static const json known = json::parse(experimentToJson(Experiment()));
  return hasMember(known, name);
}

bool isLessonSubject(const QString& name) {
  if (name.startsWith("loop.")) {
    static const json known = json::parse(loopToJson(standardLoop()));
    return hasMember(known, name.sliced(5));
  }
  if (name.startsWith("run.")) return isLessonSetting(name.sliced(4));
  return listed(lessonFacts(), name) || isLessonSetting(name);
}

bool isSettableFact(const QString& name) {
  return name == "page" || name == "front" || name == "loop";
}

}  // namespace luce::desktop
