"""The same training steps in PyTorch: one JSON line a case with the median microseconds of a step.

    eager_step.py CASES_FOLDER --threads N [--compile] [--only TEXT] [--seconds S]

Reads what `luce_step_benchmarks --write` wrote; ends with an error where the first losses are
not Luce's.
"""
import argparse
import copy
import json
import pathlib
import statistics
import struct
import sys
import time

import numpy
import torch
from torch import nn


def read_safetensors(path):
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(data[8 + length + begin : 8 + length + end], dtype=numpy.float32)
        tensors[name] = torch.tensor(values).reshape(entry["shape"])
    return tensors


class Network(nn.Module):
    def __init__(self, case, weights):
        super().__init__()
        self.register_buffer("mean", torch.tensor(case["mean"]))
        self.register_buffer("deviation", torch.tensor(case["deviation"]))
        self.embedding = nn.Embedding.from_pretrained(weights["embedding"].clone(), freeze=False)
        layers = []
        count = len(case["hidden"]) + 1
        for i in range(count):
            weight = weights[f"layers.{i}.weight"]
            linear = nn.Linear(weight.shape[1], weight.shape[0])
            with torch.no_grad():
                linear.weight.copy_(weight)
                linear.bias.copy_(weights[f"layers.{i}.bias"])
            layers.append(linear)
            if i + 1 < count:
                layers.append(nn.ReLU())
        self.layers = nn.Sequential(*layers)

    def forward(self, numeric, rows):
        x = (numeric - self.mean) / self.deviation
        x = torch.nan_to_num(x).clamp(-10, 10)
        return self.layers(torch.cat([x, self.embedding(rows).flatten(1)], 1))


class Step:
    def __init__(self, folder, compiled):
        self.case = case = json.loads((folder / "case.json").read_text())

        def read(name, kind, *shape):
            return torch.tensor(numpy.fromfile(folder / name, dtype=kind)).reshape(*shape)

        size = case["slate_size"]
        self.numeric = read("numeric.f32", numpy.float32, -1, size, case["numeric"])
        self.rows = read("rows.i64", numpy.int64, -1, size, case["columns"])
        self.labels = read("labels.f32", numpy.float32, -1, size, case["tasks"])
        self.behaviour = read("behaviour.f64", numpy.float64, -1, size).float()
        self.order = torch.tensor(numpy.fromfile(folder / "order.u32", dtype=numpy.uint32).astype(numpy.int64))
        self.weights = torch.tensor(case["weights"])
        self.rewards = self.labels @ self.weights
        self.network = Network(case, read_safetensors(folder / "weights.safetensors"))
        self.reference = copy.deepcopy(self.network).requires_grad_(False)
        self.optimiser = torch.optim.AdamW(self.network.parameters(), lr=1e-3, weight_decay=0)
        self.next = 0
        loss = self.alignment_loss if case["aligned"] else self.supervised_loss
        self.loss = torch.compile(loss) if compiled else loss

    def scores(self, logits):
        return (torch.sigmoid(logits) @ self.weights).view(-1, self.case["slate_size"])

    def supervised_loss(self, numeric, rows, labels, behaviour, rewards):
        logits = self.network(numeric, rows)
        return nn.functional.binary_cross_entropy_with_logits(logits, labels)

    def alignment_loss(self, numeric, rows, labels, behaviour, rewards):
        clip = self.case["clip"]
        logits = self.network(numeric, rows)
        log_policy = torch.log_softmax(self.scores(logits), 1)
        policy = log_policy.exp()
        with torch.no_grad():
            reference = torch.log_softmax(self.scores(self.reference(numeric, rows)), 1)
        ratio = policy / behaviour
        reward = -torch.minimum(ratio * rewards, ratio.clamp(1 - clip, 1 + clip) * rewards).mean()
        kl = (policy * (log_policy - reference)).sum(1).mean()
        bce = nn.functional.binary_cross_entropy_with_logits(logits, labels)
        return bce + reward + self.case["kl_weight"] * kl

    def __call__(self):
        size = self.case["slates_per_batch"]
        if self.next + size > len(self.order):
            self.next = 0
        slates = self.order[self.next : self.next + size]
        self.next += size
        numeric = self.numeric[slates].flatten(0, 1)
        rows = self.rows[slates].flatten(0, 1)
        labels = self.labels[slates].flatten(0, 1)
        loss = self.loss(numeric, rows, labels, self.behaviour[slates], self.rewards[slates])
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return loss.item()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=0.4)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for file in sorted(options.folder.glob("**/case.json")):
        name = str(file.parent.relative_to(options.folder))
        if options.only not in name:
            continue
        if options.compile:
            torch._dynamo.reset()  # else it gives up compiling after a few cases
        step = Step(file.parent, options.compile)
        for expected in step.case["losses"]:
            loss = step()
            if abs(loss - expected) > 1e-3 * max(1, abs(expected)):
                sys.exit(f"{name}: loss {loss} where Luce has {expected}")
        times = []
        end = time.perf_counter() + options.seconds
        while len(times) < 5 or time.perf_counter() < end:
            begin = time.perf_counter()
            step()
            times.append(time.perf_counter() - begin)
        print(json.dumps({"name": name, "microseconds": 1e6 * statistics.median(times)}), flush=True)


if __name__ == "__main__":
    main()
