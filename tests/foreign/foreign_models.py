"""Writes models of strangers, good and hostile ones, into the present folder."""
import os
import pickle
import zipfile

import torch
from torch import Tensor, nn
from typing import List, Tuple


def save(name, module):
    torch.jit.script(module).save(name)


class Sum(nn.Module):
    """scores = sum of the numbers that are there + last digits of the item's hash"""

    def forward(self, numeric: Tensor, categories: Tensor) -> Tensor:
        return torch.nan_to_num(numeric, 0.0).sum(1) + (categories[:, -1] % 10).float()


class NumbersOnly(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return torch.nan_to_num(numeric, 0.0).sum(1, keepdim=True)


class WithTasks(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Sequential(nn.Linear(2, 4), nn.LayerNorm(4), nn.GELU(), nn.Dropout(), nn.Linear(4, 2))

    def forward(self, numeric: Tensor, categories: Tensor) -> Tuple[Tensor, Tensor]:
        x = numeric
        for i in range(3):
            x = x + 0.0 * i
        p = torch.sigmoid(self.layer(torch.nan_to_num(x, 0.0)))
        return p[:, 0] + 3 * p[:, 1], p


class WrongShape(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return numeric


class Shorter(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return numeric[1:, 0]


class NotFinite(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return torch.log(-torch.ones_like(numeric[:, 0]))


class NoProbability(nn.Module):
    def forward(self, numeric: Tensor) -> Tuple[Tensor, Tensor]:
        return numeric[:, 0].nan_to_num(0.0), torch.ones(numeric.size(0), 2) * 1.5


class Text(nn.Module):
    def forward(self, numeric: Tensor) -> str:
        return "high"


class ThreeInputs(nn.Module):
    def forward(self, a: Tensor, b: Tensor, c: Tensor) -> Tensor:
        return a[:, 0]


class OtherWidth(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(77, 1)

    def forward(self, numeric: Tensor) -> Tensor:
        return self.layer(numeric)


class OtherFeatures(nn.Module):
    def __init__(self):
        super().__init__()
        self.numeric_features: List[str] = ["price", "age"]

    def forward(self, numeric: Tensor) -> Tensor:
        return numeric[:, 0]


class Forever(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        x = numeric[:, 0]
        while x.numel() > 0:
            x = x + 1
        return x


class VeryLong(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        x = numeric[:, 0]
        for i in range(1000000000000):
            x = x + 1
        return x


class ForeverWhenRead(nn.Module):
    def __init__(self):
        super().__init__()
        self.x = torch.ones(1)

    def forward(self, numeric: Tensor) -> Tensor:
        return numeric[:, 0]

    @torch.jit.export
    def __getstate__(self) -> Tuple[Tensor, bool]:
        return self.x, self.training

    @torch.jit.export
    def __setstate__(self, state: Tuple[Tensor, bool]) -> None:
        x = state[0]
        for i in range(1000000000000):
            x = x + 1
        self.x = x
        self.training = state[1]


class ReadsWhenRead(nn.Module):
    def __init__(self):
        super().__init__()
        self.x = torch.ones(1)

    def forward(self, numeric: Tensor) -> Tensor:
        return numeric[:, 0]

    @torch.jit.export
    def __getstate__(self) -> Tuple[Tensor, bool]:
        return self.x, self.training

    @torch.jit.export
    def __setstate__(self, state: Tuple[Tensor, bool]) -> None:
        self.x = torch.from_file("secret", False, 4)
        torch.save(self.x, "stolen")
        self.training = state[1]


class ReadsFile(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return numeric[:, 0] + torch.from_file("secret", False, 4)[0]


class WritesFile(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        torch.save(numeric, "stolen")
        return numeric[:, 0]


class Strides(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return torch.as_strided(numeric, [numeric.size(0)], [1])


class Prints(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        print(numeric)
        return numeric[:, 0]


@torch.jit.script
def work(x: Tensor) -> Tensor:
    return x + 1


class Threads(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return torch.jit.wait(torch.jit.fork(work, numeric[:, 0]))


class Greedy(nn.Module):
    def forward(self, numeric: Tensor) -> Tensor:
        return torch.zeros([1000000, 1000000]).sum() + numeric[:, 0]


class Four(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("four", torch.zeros(4))

    def forward(self, numeric: Tensor) -> Tensor:
        return numeric[:, 0] + self.four.sum()


class Attack:
    def __reduce__(self):
        return os.system, ("touch attacked",)


open("secret", "wb").write(bytes(16))
for kind in (Sum, NumbersOnly, WithTasks, WrongShape, Shorter, NotFinite, NoProbability, Text, ThreeInputs, OtherWidth,
             OtherFeatures, Forever, VeryLong, ForeverWhenRead, ReadsWhenRead, ReadsFile, WritesFile, Strides, Prints,
             Threads, Greedy, Four):
    torch.manual_seed(1)
    save(kind.__name__ + ".pt", kind().eval())

torch.save({"weights": torch.ones(3), "attack": Attack()}, "saved.pt")
pickle.dump(Attack(), open("pickled.pt", "wb"))
whole = open("Sum.pt", "rb").read()
open("truncated.pt", "wb").write(whole[: len(whole) // 2])
open("headless.pt", "wb").write(whole[100:])
open("noise.pt", "wb").write(os.urandom(5000))
open("empty.pt", "wb")


def rewritten(source, target, change, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", compression) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))


# A tensor that claims to be longer than its storage: offset 0, size (4,) becomes size (200,).
def longer(name, content):
    if not name.endswith("/data.pkl"):
        return content
    assert content.count(b"K\x00(K\x04t") == 1
    return content.replace(b"K\x00(K\x04t", b"K\x00(K\xc8t")


rewritten("Four.pt", "longer.pt", longer)

# A gigabyte of zeros in five megabytes.
with zipfile.ZipFile("Four.pt") as old, zipfile.ZipFile("bomb.pt", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
    for name in old.namelist():
        if name.endswith("/data.pkl"):
            with new.open(name, "w", force_zip64=True) as member:
                block = bytes(1 << 24)
                for _ in range(64):  # 64 times 16 MB
                    member.write(block)
        else:
            new.writestr(name, old.read(name))

# The attack inside a file that otherwise looks like TorchScript.
rewritten("Four.pt", "disguised.pt",
          lambda name, content: pickle.dumps(Attack()) if name.endswith("/data.pkl") else content)
