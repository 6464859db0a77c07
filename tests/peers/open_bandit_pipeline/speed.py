"""How long every estimator with 1,000 bootstrap resamples takes on a million rows: Luce and obp in
the same run.

speed.py LUCE_BENCHMARKS [ROWS]

obp gets the same number of rows as a problem of two actions, the fewest that its estimators take, so
that it averages over no more candidates than it must.
"""

import json
import subprocess
import sys
import time

import numpy as np

from compare import load_obp


def luce_seconds(program, rows):
    answer = subprocess.run(
        [program, f"--benchmark_filter=BM_OffPolicyAllEstimators/{rows}/", "--benchmark_format=json"],
        check=True, capture_output=True, text=True,
    )
    return json.loads(answer.stdout)["benchmarks"][0]["real_time"] / 1000


def obp_seconds(rows):
    estimators, _, _ = load_obp()
    random = np.random.default_rng(1)
    chosen = random.uniform(0.2, 0.8, rows)
    policy = np.stack([chosen, 1 - chosen], axis=1)[:, :, None]
    inputs = dict(
        reward=(random.uniform(size=rows) < 0.05).astype(float),
        action=np.zeros(rows, dtype=int),
        pscore=random.uniform(0.1, 0.9, rows),
        action_dist=policy,
        position=np.zeros(rows, dtype=int),
        estimated_rewards_by_reg_model=random.uniform(0, 0.1, (rows, 2, 1)),
    )
    seconds = {}
    for make in (
        lambda: estimators.InverseProbabilityWeighting(lambda_=5.0),
        estimators.InverseProbabilityWeighting,
        estimators.SelfNormalizedInverseProbabilityWeighting,
        estimators.DirectMethod,
        estimators.DoublyRobust,
        estimators.SelfNormalizedDoublyRobust,
        lambda: estimators.SwitchDoublyRobust(lambda_=5.0),
        lambda: estimators.DoublyRobustWithShrinkage(lambda_=5.0),
        lambda: estimators.SubGaussianInverseProbabilityWeighting(lambda_=0.1),
        lambda: estimators.SubGaussianDoublyRobust(lambda_=0.1),
    ):
        estimator = make()
        start = time.perf_counter()
        estimator.estimate_interval(**inputs, n_bootstrap_samples=1000, random_state=1)
        name = f"{estimator.estimator_name} {len(seconds)}"
        seconds[name] = time.perf_counter() - start
        print(f"obp {name}: {seconds[name]:.1f} s", flush=True)
    return sum(seconds.values())


def main():
    program = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    before = luce_seconds(program, rows)
    peer = obp_seconds(rows)
    after = luce_seconds(program, rows)
    ours = (before + after) / 2
    print(f"{rows} rows, 1,000 resamples: Luce, 14 estimators with parameters chosen by SLOPE, "
          f"{before:.2f} and {after:.2f} s; obp, 10 estimators with given parameters, {peer:.1f} s: "
          f"{peer / ours:.0f} times")


if __name__ == "__main__":
    main()
