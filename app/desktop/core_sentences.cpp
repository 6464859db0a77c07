#include "app/desktop/core_sentences.h"

#include <QCoreApplication>

namespace luce::desktop {

namespace {

constexpr CoreSentence kSentences[]{
    // Workspaces
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "\"%1\" is a folder, not a Luce workspace."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "There is no workspace \"%1\". Check its name, or import a log to make one."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" cannot be read; check who may read it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" is empty; import a log into it to make it a workspace."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" is not a Luce workspace. To open a log, import it into a workspace."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" may only be read. Copy it to a folder that you may write to."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" may only be read, since its folder may not be written to. Copy it to "
                      "a folder that you may write to."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "\"%1\" is known by a second name (a hard link), by which it could be changed at the same "
        "time, so it may only be read. Make a copy of it and open that."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "\"%1\" is in use by %2, so here it can only be read. Close it there and open it again."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "\"%1\" is in use by %2. Close it there, or wait until it has finished, and try again."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" is in use by another program. Try again when that has finished."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" is an SQLite database, but not a Luce workspace. To use its data in "
                      "Luce, write it to a CSV file and import that."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "\"%1\" was made by a newer Luce (layout %2; this one knows %3). Update Luce to open it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" is damaged (%2). Open a copy of it from before, or import the logs "
                      "anew into another workspace."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The disk mounted at \"%1\" is full, so \"%2\" could not be written; what it "
                      "held before is safe. Free some space there and try again."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "\"%1\" cannot be opened. Check that its folder is there and may be written to."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "\"%1\" could not be read or written (%2). Check the disk at \"%3\" and its free space."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "There is not enough memory to use \"%1\". Close other programs and try again."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" cannot be opened for writing: %2 beside it cannot be made (%3). "
                      "Check that its folder is there and that you may write to it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" was deleted, moved or renamed by another program or person. What it "
                      "held is still open here: save a copy of it before you go on."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" was put out of reach by another program or person. What it held is "
                      "still open here: save a copy of it before you go on."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" was replaced by another file. What it held is still open here: save "
                      "a copy of it before you go on."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" may no longer be written to, so nothing new is stored. Give the "
                      "right to write back, or save a copy of it elsewhere."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The copy needs another name than the workspace \"%1\" itself."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" already has a dataset named \"%2\"; choose another name."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" already has a run named \"%2\"; choose another name."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" already has a policy named \"%2\"; choose another name."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "A policy needs a name."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A name is one line of text in UTF-8; choose another one."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A name may have 200 bytes at most; choose a shorter one."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" has no policy number %2; it may have been removed."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" names no policy; it may be uniform, logging, supervised, run NAME, "
                      "policy NAME or file PATH."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1 scores no slate of the dataset."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "%1 was changed while it was read. Try again when whoever writes it has finished."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The policy \"%1\" was made for other slates than those of the dataset "
                      "\"%2\"; it cannot be judged."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The policy \"%1\" has no scores for slate \"%2\": it scores %3 of the %4 "
                      "slates. Judge it on others, or import a file that scores all."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "A dataset needs a name."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "A run needs a name."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" has no run number %2; it may have been removed."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The program ended before the run did."),
    // Files and logs
    {QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1 There is one more problem."), "1"},
    {QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1 There are %2 more problems."), "1"},
    {QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1: found %2, expected %3. %4"), "234"},
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "\"%1\" is not there."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "\"%1\" is empty."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "\"%1\" cannot be read: %2."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" cannot be unpacked: %2. See whether the file was copied to its end."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "\"%1\" holds no log of this format."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" is in none of the formats that Luce reads: %2."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The folder for temporary files is full, into which the log is unpacked. Free some space, "
        "name another folder in the environment variable TMPDIR, or unpack the log yourself."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The folder for temporary files is full, in which the log's lines are sorted. Free some "
        "space, or name another folder in the environment variable SQLITE_TMPDIR."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1 is not valid JSON: %2."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1 is not a JSON object."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "%1 has an unknown member \"%2\"; it may have %3."),
    // Training
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Stopped on request."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "No slate is left to train on: the dataset has %1, and validation and test "
                      "take %2 and %3."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Batches of %1 slates did not fit into the memory of %2; training goes on with %3."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The loss or its gradient was not a finite number at step %1, so training "
                      "ended. Lower the learning rate or the reward weight, raise the KL weight or "
                      "clip the gradient; the run keeps its weights of step %2."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "%1 needs the actions on all shown items, but these rows tell those of one "
                      "item a slate; choose observed rows of a slate log, or another scheme."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "%1 needs the places in which items were shown, which this log does not state."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "%1 compares rewards within a slate, but each slate has one row here: every advantage is 0 "
        "and the policy will not move. Choose the batch or the context as advantage group."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "On observed rows ρ is π itself, so it never exceeds 1: %1's upper clip does "
                      "nothing and its lower one silences most rows that push down. Drawn rows "
                      "have the ratio it was made for."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A bandit log shows the actions of one item only, so it has no observed "
                      "rows; choose drawn rows."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "This log does not state positions, so it is not known which item was placed "
                      "first; choose observed rows."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The dataset cannot be split by time: slate \"%1\" has none. Split by hash instead."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Validation (%1) and test (%2) leave nothing to train on."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "There is no device \"%1\" here; choose auto or one of: %2."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The linear algebra library is slow; install libopenblas0-pthread (or "
                      "another optimised BLAS), which trains many times faster."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "experiment.%1 names the task \"%2\", which the dataset lacks; its tasks are %3."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The dataset's features are not those that this estimator was trained on; "
                      "choose the run's own dataset or train a new run."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The dataset's tasks are not those that this estimator was trained on."),
    // What the log is worth
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" never happened in this log: nothing can be learnt of it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "\"%1\" happened in every row: nothing can be learnt of it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The feature \"%1\" says the same as the task \"%2\" (correlation %3): it "
                      "gives the label away. Import the log again without it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The log states no propensities: estimates for another policy rest on an "
                      "assumption about the logging policy."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "%1 of %2 slates have an item twice among their candidates (the first is "
        "slate %3): see whether the log repeats lines, slates share a key, or the time "
        "that parts a user's slates is too long."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "%1 of %2 logged rows (%3) have no propensity."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The propensities of %1 of %2 slates do not sum to 1 (slate %3: %4). They "
                      "should be the probabilities of the first place."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The propensity is below a hundredth of the uniform one in %1 of %2 rows (the smallest is "
        "%3): single rows may decide an estimate. Clip the weights."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Propensities hang on the place: an item's mean differs up to %1 times "
                      "between places. Each is right for its own place only."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The feature \"%1\" has no value at all."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The feature \"%1\" has one and the same value everywhere."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The log has no slates."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Every slate has one candidate only: there is nothing to rank."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "There is one candidate only in %1 of %2 slates: there is nothing to rank in them."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The effective sample size is %1 of %2 rows: few were logged. Collect more "
                      "data."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The effective sample size is %1 of %2 rows: few were logged, and as the "
                      "policy differs from the logging policy, they count for fewer. Collect more "
                      "data."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The effective sample size is %1 of %2 rows: the policy differs so much from "
                      "the logging policy that few rows decide. Collect more data, or judge a "
                      "policy nearer to it: if this one was trained, with a larger KL weight or "
                      "temperature."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "A single row carries %1 % of all weight."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The largest 1 % of the ratios carry %1 % of all weight."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The mean importance ratio is %1; with true propensities it is 1 up to "
                      "chance (standard error %2). The logged propensities may be wrong, or "
                      "actions that the policy likes were never logged."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The reward model alone says %1 and corrected by the log %2, outside each other's "
        "intervals: the model is biased for this policy, so do not believe DM."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "No logged row can be used, so nothing can be estimated."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "No logged row can be used."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Article rows are biased towards items that the logging policy disliked; "
                      "these numbers are for comparison only."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Only %1 rows were logged."),
    // What cannot be estimated or drawn
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "%1 explains a whole list, so it has no curve over the ratio of one row."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "%1 sums over all candidates of a slate, logged or not, so it has no curve "
                      "over the ratio of a row."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "%1 depends on the whole batch: what a row loses hangs on the other rows "
                      "too, so it has no curve of its own."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Of %1 only the term of a logged row is drawn, for a modelled reward q of 0; "
                      "it has another for every candidate."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Of %1 only the term of a logged row is drawn; it has another for every candidate."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Article rows weigh every row by itself, so that a slate's reward model has no place."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The policy's probability of some candidates is not known, so that a reward "
                      "model cannot be averaged over it."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Only drawn rows are weighted by π/π_β of one drawn item."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The log states no category of the items."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The log states no propensities."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The log states the propensity of the chosen item only, and it hangs on the context, so "
        "that the logging policy's probability of the other items is not known."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Not every item was logged, or the logged propensities do not sum to 1, so "
                      "that the logging policy's probability of every item is not known."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "The probability of some candidates is not known, of the logging policy or of this one."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "In a slate log every drawn row stands at the first place."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The log does not state at which place an item was shown."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Some rows do not state their place."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The policy's probability of some candidates is not known."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Only drawn rows are choices that a classifier can tell apart."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "There are too few rows to fit a classifier."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A bandit log shows the actions of one item only, so the value of a whole "
                      "slate cannot be told from it; it needs a log of slates."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The experiment keeps no trail of checkpoints."),
    // Conditions on slates
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A parenthesis is opened but not closed; add \")\"."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "A parenthesis is closed that was not opened; take a \")\" out."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The condition is empty; type one such as click > 0."),
    {QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                       "There is no column %1. %2 Texts go in single quotes."),
     "2"},
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "There is no function %1; these can be used: %2."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "The condition stops in the middle: a value or a column is missing at its "
                      "end or before a \")\"."),
    {QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                       "The condition cannot be understood at %1. Compare columns, such as click > "
                       "0 AND item = 'i7'. %2"),
     "2"},
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The condition cannot be understood at %1."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "The columns are %1."),
    // What goes on
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Loading %1"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Describing the log"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Fitting the reward model"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Trying settings"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Writing predictions"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Estimating"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Judging on test slates"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Finding weights"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Reading"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Searching the key"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Opening the model"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Scoring"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Reading scores"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "preparing"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "supervised"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "aligning"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "finished"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "stopped"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "failed"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "running"),
    // Faulty lines
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a number in [0, 1]"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a number in (0, 1]"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "a finite number, or nothing where it is missing"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "a number from -3.4e38 to 3.4e38, the range of single precision"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a slate without faulty lines"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a faulty line in every slate"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Mend the lines, or say what the columns mean."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "a whole number from 0 to 65535 (1 = first place, 0 = unknown)"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "a time: seconds since 1970, or as in 2019-11-24 00:01:03+00:00"),
    {QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "%1, as in the first line"), "1"},
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "a new slate; lines of this one came before, with others between"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a column named \"%1\""),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a column that names the %1 (such as \"%2\")"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "at least one column of labels (such as \"click\" or \"label_click\")"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "bytes that are no text"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a quoted field that does not end"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "a closing quote"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "column names only"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "one line a candidate after them"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "a line of column names, then one line a record"),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Write 1 where the action happened and 0 where it did not; a schema can make "
                      "labels of other numbers by a threshold or a scale."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Correct it, or leave it empty where it is unknown."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Mend it, or declare the column a category."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Number the places from 1."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Write the times in one of these two ways."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Put quotes around fields that hold a comma, and see whether the line was cut off."),
    QT_TRANSLATE_NOOP(
        "luce::desktop::wordsOfCore",
        "Sort the file so that the lines of a slate follow one another, or let them be gathered "
        "(in a schema: \"slates\": {\"by\": \"key\", \"gather\": true})."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Save the file as UTF-8 text."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Close the quote, or see whether the file was cut off."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "See whether the file was written to its end."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Rename the column, or say in a schema which one is the %1."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Rename the columns of user actions, or name them as tasks in a schema."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore",
                      "Correct the name in the schema; upper and lower case do not matter."),
    QT_TRANSLATE_NOOP("luce::desktop::wordsOfCore", "Building slates"),
};

}  // namespace

std::span<const CoreSentence> coreSentences() {
  return kSentences;
}

}  // namespace luce::desktop
