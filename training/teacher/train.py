"""Train one teacher, about ten minutes on one core (needs torch)."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import torch  # type: ignore[import-not-found, unused-ignore]
import torch.nn.functional as F  # type: ignore[import-not-found, unused-ignore]  # noqa: N812

from teacher.network import PAD, Batch, Encoded, Teacher, Vocabularies, batches, encode, predict
from teacher.tree import best_tree

if TYPE_CHECKING:
    from pathlib import Path

    from teacher.network import Record

RATE, WORDS = 2e-3, 1500
#: From this share of the steps on, only the vintages nearest to 2025 are read (groups below NEAR).
LATE, NEAR = 0.6, 3


def train(records: list[Record], *, steps: int, seed: int) -> tuple[Teacher, Vocabularies]:
    """Train on all vintages, then on the near ones."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    learned = [r for r in records if r["part"] == "train"]
    v = Vocabularies.of(learned)
    sentences, test = [encode(r, v) for r in learned], [r for r in records if r["part"] == "test"]
    net = Teacher(v)
    optimizer = torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.9, 0.9), eps=1e-9)
    step, began = 0, time.monotonic()
    while step < steps:
        late = step > LATE * steps
        pool = [s for s in sentences if s.group < NEAR] if late else sentences
        for batch in _shuffled(pool, dice):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / 100) * max(0.02, (steps - step) / steps)
            net.train()
            optimizer.zero_grad()
            _loss(net, Batch.of(batch)).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            if step % 500 == 0 or step == steps:
                print(step, f"{time.monotonic() - began:.0f}s", measure(net, v, test), flush=True)
            if step == steps or (not late and step > LATE * steps):
                break
    return net, v


def _shuffled(sentences: list[Encoded], dice: random.Random) -> list[list[Encoded]]:
    """Batches of sentences of about the same length, in random order."""
    order = list(sentences)
    dice.shuffle(order)
    order.sort(key=lambda s: len(s) + dice.random() * 8)
    found = batches(order, WORDS)
    dice.shuffle(found)
    return found


def _loss(net: Teacher, batch: Batch) -> torch.Tensor:
    arcs, label_dep, label_head, morph, tag = net(batch)
    labels = net.labels_of(label_dep, label_head, batch.head)
    m = batch.mask
    loss = F.cross_entropy(arcs[m], batch.head[m]) + F.cross_entropy(labels[m], batch.dep[m])
    for scores, gold in ((morph, batch.morph), (tag, batch.tag)):
        if (gold[m] > PAD).any():
            loss = loss + 0.5 * F.cross_entropy(scores[m], gold[m], ignore_index=PAD)
    return loss


def measure(net: Teacher, v: Vocabularies, records: list[Record]) -> dict[str, float]:
    """UPOS, UAS and LAS by treebank, with sentences given."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    gold = [replace(encode(r, v), group=0) for r in records]
    for record, sentence, (arcs, labels, morphs, _) in zip(records, gold, predict(net, gold), strict=True):
        heads = best_tree(arcs.log().numpy())
        for i, token in enumerate(record["tokens"]):
            name = record["treebank"]
            total[name] += 1
            right[f"{name} UPOS"] += v.morph.items[int(morphs[i].argmax())].startswith(token["upos"] + "#")
            if heads[i] == sentence.head[i]:
                right[f"{name} UAS"] += 1
                right[f"{name} LAS"] += int(labels[i, heads[i]].argmax()) == sentence.dep[i]
    return {name: round(n / total[name.split()[0]], 4) for name, n in sorted(right.items())}


def train_to(records: Path, out: Path, *, steps: int, seed: int) -> None:
    """Train and save."""
    torch.set_num_threads(1)
    net, v = train(json.loads(records.read_text(encoding="utf-8")), steps=steps, seed=seed)
    torch.save({"net": net.state_dict(), "vocabularies": v}, out)
