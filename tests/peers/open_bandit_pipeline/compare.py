"""Luce's off-policy estimates on Open Bandit data against Open Bandit Pipeline's.

compare.py LUCE_CLI OPEN_BANDIT_FOLDER

Imports each log, trains a short run, evaluates it and the uniform policy with every estimator, and
computes the same from the raw files with obp: propensities and rewards from the log, the policy from
`luce-cli export --format predictions`, the reward model's values from `--reward-model-csv`. Everything
whose definition is deterministic must agree to 1e-9: values, and the hyper-parameters that SLOPE and
the bound of the mean squared error choose from the same grid.
"""

import importlib
import importlib.util
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import types

import numpy as np
import pandas as pd

TOLERANCE = 1e-9
TIE = 1e-15


def load_obp():
    """obp's estimators without its learners, which want a PyTorch that estimators never use."""
    folder = pathlib.Path(importlib.util.find_spec("obp").origin).parent
    for name in ("obp", "obp.ope"):
        module = types.ModuleType(name)
        module.__path__ = [str(folder.joinpath(*name.split(".")[1:]))]
        sys.modules[name] = module
    sys.modules.setdefault("torch", types.SimpleNamespace(Tensor=object, tensor=object))
    return tuple(
        importlib.import_module(f"obp.ope.{name}")
        for name in ("estimators", "estimators_tuning", "estimators_embed")
    )


def luce(program, *arguments):
    return subprocess.run(
        [program, *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout


def matrix(table, log, column, items):
    """rounds × items, in the order of the log's rows."""
    wide = table.pivot(index="slate_id", columns="item_id", values=column)
    return wide.loc[log.index, range(items)].to_numpy(dtype=np.float64)


def parameter(value):
    return math.inf if value == "infinity" else float(value)


def wanted_values(obp, report, log, policy, q_hat, pi_b, category):
    """What obp says, by Luce's names: (value, parameter or None)."""
    estimators, tuning, embed = obp
    inputs = dict(
        reward=log.click.to_numpy(dtype=np.float64),
        action=log.item_id.to_numpy(),
        pscore=log.propensity_score.to_numpy(),
        action_dist=policy[:, :, None],
        position=np.zeros(len(log), dtype=int),
        estimated_rewards_by_reg_model=q_hat[:, :, None],
    )
    fixed = {
        "ips": estimators.InverseProbabilityWeighting,
        "snips": estimators.SelfNormalizedInverseProbabilityWeighting,
        "dm": estimators.DirectMethod,
        "dr": estimators.DoublyRobust,
        "sndr": estimators.SelfNormalizedDoublyRobust,
    }
    tuned = {
        "clipped_ips": tuning.InverseProbabilityWeightingTuning,
        "switch_dr": tuning.SwitchDoublyRobustTuning,
        "dros": tuning.DoublyRobustWithShrinkageTuning,
        "sg_ips": tuning.SubGaussianInverseProbabilityWeightingTuning,
        "sg_dr": tuning.SubGaussianDoublyRobustTuning,
    }
    values = {name: (make().estimate_policy_value(**inputs), None) for name, make in fixed.items()}
    for name, make in tuned.items():
        found = report["estimators"][name]
        method = {"slope": "slope", "mse_bound": "mse"}[found["parameter_choice"]]
        grid = [parameter(value) for value in found["parameter_grid"]]
        estimator = make(lambdas=grid, tuning_method=method)
        value = estimator.estimate_policy_value(**inputs)
        chosen = estimator.best_hyperparam
        # Where all ratios are 1, parameters change nothing, and which of equals is taken is chance.
        own = parameter(found["parameter"])
        same = estimator.base_ope_estimator(lambda_=own).estimate_policy_value(**inputs)
        values[name] = (value, own if abs(same - value) <= TIE else chosen)
    if pi_b is not None:
        embedding = category[inputs["action"]][:, None]
        p_e_a = np.eye(category.max() + 1)[category][:, :, None]
        estimator = embed.MarginalizedInverseProbabilityWeighting(n_actions=policy.shape[1])
        values["mips"] = (
            estimator.estimate_policy_value(
                reward=inputs["reward"],
                action=inputs["action"],
                action_embed=embedding,
                pi_b=pi_b[:, :, None],
                action_dist=inputs["action_dist"],
                p_e_a=p_e_a,
                position=inputs["position"],
            ),
            None,
        )
    return values


def compare(obp, program, folder, scratch, rule):
    log = pd.read_csv(folder / f"{folder.name}.csv", index_col=0)
    catalogue = pd.read_csv(folder / "item_context.csv", index_col=0)
    items = len(catalogue)
    workspace = scratch / f"{folder.parent.name}-{folder.name}-{rule}.luce"
    luce(program, "import", folder / f"{folder.name}.csv", "--workspace", workspace)
    experiment = scratch / "experiment.json"
    experiment.write_text(
        json.dumps(
            {"temperature": 0.01, "schedule": {"supervised_epochs": 3, "alignment_epochs": 1}}
        )
    )
    luce(program, "train", workspace, "--experiment", experiment, "--run", "short")
    predictions = scratch / "predictions.csv"
    luce(program, "export", workspace, "--run", "short", "--format", "predictions",
         "--out", predictions)
    policies = {
        "short": (["--run", "short"], matrix(pd.read_csv(predictions), log, "policy", items)),
        "uniform": (["--policy", "uniform"], np.full((len(log), items), 1 / items)),
    }
    worst = 0.0
    for name, (arguments, policy) in policies.items():
        model = scratch / "model.csv"
        report = json.loads(
            luce(program, "evaluate", workspace, *arguments, "--split", "all", "--resamples", 0,
                 "--parameter-rule", rule, "--reward-model-csv", model, "--json")
        )
        q_hat = matrix(pd.read_csv(model), log, "p_click", items)
        mips = report["estimators"]["mips"]
        pi_b = category = None
        if mips["value"] is not None:
            pi_b = np.zeros((len(log), items))
            for (place, item), part in log.groupby(["position", "item_id"]):
                pi_b[(log.position == place).to_numpy(), item] = part.propensity_score.iloc[0]
            category = pd.factorize(catalogue.sort_values("item_id")[mips["category"]])[0]
        values = wanted_values(obp, report, log, policy, q_hat, pi_b, category)
        for key, (value, tuned) in values.items():
            found = report["estimators"][key]
            difference = abs(found["value"] - value)
            worst = max(worst, difference)
            right = difference <= TOLERANCE
            if tuned is not None:
                right = right and parameter(found["parameter"]) == tuned
            print(f"{folder.parent.name}/{folder.name} {name:8} {rule:9} {key:12} "
                  f"Luce {found['value']:.12f} obp {value:.12f} {'' if right else 'DIFFERS'}")
            if not right:
                raise SystemExit(f"{key} differs by {difference:g}; parameters "
                                 f"{found.get('parameter')} and {tuned}")
    return worst


def main():
    program, data = sys.argv[1], pathlib.Path(sys.argv[2])
    obp = load_obp()
    worst = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for rule in ("slope", "mse_bound"):
            for folder in ("random/men", "bts/men"):
                worst = max(worst, compare(obp, program, data / folder, pathlib.Path(scratch), rule))
    print(f"All agree; the largest difference is {worst:.2g}.")


if __name__ == "__main__":
    main()
