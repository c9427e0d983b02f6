"""The teacher: a pretrained encoder and a bidirectional LSTM, which also reads what Frog says (PyTorch).

A biaffine parser, two taggers and a labeller of entities stand on it. It is too large and slow to ship, and needs Frog.
It labels text that nobody annotated by the conventions of 2025, and older vintages anew, for the small pipeline to
learn from.
"""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import torch  # type: ignore[import-not-found, unused-ignore]
import torch.nn.functional as F  # type: ignore[import-not-found, unused-ignore]  # noqa: N812
from torch import nn  # type: ignore[import-not-found, unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teacher.encoder import Encoder, Pieces

    Record = dict[str, Any]

#: Buckets for pieces of words.
HASHES = 4096
PAD, UNKNOWN = 0, 1


class Vocabulary:
    """Strings to numbers; what is not in it is UNKNOWN."""

    def __init__(self, items: Iterable[str], *, least: int = 1) -> None:
        counts = Counter(items)
        self.items = ["<pad>", "<unknown>", *sorted(k for k, n in counts.items() if n >= least)]
        self.index = {item: i for i, item in enumerate(self.items)}

    def __call__(self, item: str) -> int:
        return self.index.get(item, UNKNOWN)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class Vocabularies:
    """All that the network has numbers for."""

    word: Vocabulary
    lemma: Vocabulary
    frog_tag: Vocabulary
    frog_dep: Vocabulary
    dep: Vocabulary
    morph: Vocabulary
    tag: Vocabulary
    entity: Vocabulary

    @classmethod
    def of(cls, records: Sequence[Record]) -> Vocabularies:
        tokens = [token for record in records for token in record["tokens"]]
        return cls(
            word=Vocabulary((t["form"].lower() for t in tokens), least=2),
            lemma=Vocabulary((t["frog"]["lemma"].lower() for t in tokens), least=2),
            frog_tag=Vocabulary(t["frog"]["xpos"] for t in tokens),
            frog_dep=Vocabulary((t["frog"]["deprel"] for t in tokens), least=3),
            dep=Vocabulary(t["dep"] for t in tokens),
            morph=Vocabulary(t["morph"] for t in tokens if t["morph"]),
            tag=Vocabulary(t["tag"] for t in tokens if t["tag"]),
            entity=Vocabulary(tag for record in records for tag in record["entities"] or ()),
        )


@dataclass(frozen=True)
class Encoded:
    """One sentence in numbers. Heads count from 1; 0 is the root."""

    features: list[list[int]]
    frog: list[list[int]]
    group: int
    head: list[int]
    dep: list[int]
    morph: list[int]
    tag: list[int]
    #: "B-…", "I-…", "O" of each word; PAD: unknown.
    entity: list[int]
    pieces: list[list[int]]
    #: Whether it has a tree.
    parsed: bool

    def __len__(self) -> int:
        return len(self.head)


def encode(record: Record, v: Vocabularies, pieces: Pieces) -> Encoded:
    """A sentence with its gold annotation, where it has one."""
    tokens = record["tokens"]
    features, frog = [], []
    for i, token in enumerate(tokens):
        word, hint = token["form"].lower(), token["frog"]
        head = hint["head"]
        parts = (
            "s2" + word[-2:], "s3" + word[-3:], "s4" + word[-4:], "p3" + word[:3], "sh" + _shape(token["form"]),
            "m" + hint["xpos"].split("|")[0],
        )  # fmt: skip
        features.append(
            [
                v.word(word),
                v.lemma(hint["lemma"].lower()),
                v.frog_tag(hint["xpos"]),
                v.frog_dep(hint["deprel"]),
                v.frog_tag(tokens[head]["frog"]["xpos"] if head != i else "ROOT"),
                v.frog_dep(tokens[head]["frog"]["deprel"]),
                *(zlib.crc32(part.encode()) % HASHES for part in parts),
            ]
        )
        frog.append([max(-5, min(5, head - i)) + 5, head + 1 if head != i else 0])
    return Encoded(
        features=features,
        frog=frog,
        group=record["group"],
        head=[0 if t["head"] == i else t["head"] + 1 for i, t in enumerate(tokens)],
        dep=[v.dep(t["dep"]) for t in tokens],
        morph=[v.morph.index.get(t["morph"], PAD) for t in tokens],
        tag=[v.tag.index.get(t["tag"], PAD) for t in tokens],
        entity=[v.entity.index.get(tag, PAD) for tag in record["entities"] or [""] * len(tokens)],
        pieces=pieces([t["form"] for t in tokens], [t["space"] for t in tokens]),
        parsed=bool(tokens[0]["dep"]),
    )


def _shape(word: str) -> str:
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if shape[-2:] != kind * 2:
            shape += kind
    return shape[:8]


@dataclass(frozen=True)
class Batch:
    """Sentences of one size, filled up with PAD."""

    features: torch.Tensor
    frog: torch.Tensor
    group: torch.Tensor
    mask: torch.Tensor
    sizes: torch.Tensor
    head: torch.Tensor
    dep: torch.Tensor
    morph: torch.Tensor
    tag: torch.Tensor
    entity: torch.Tensor
    #: Pieces of words, (batch, piece), and where each word's begin and end.
    pieces: torch.Tensor
    first: torch.Tensor
    last: torch.Tensor
    #: Words with a head.
    parsed: torch.Tensor

    @classmethod
    def of(cls, sentences: Sequence[Encoded], encoder: Encoder | None) -> Batch:
        most = max(len(s) for s in sentences)

        def padded(rows: list[list[Any]], filler: object) -> torch.Tensor:
            return torch.tensor([row + [filler] * (most - len(row)) for row in rows])

        begin, end, pad = (encoder.begin, encoder.end, encoder.pad) if encoder else (PAD, PAD, PAD)
        flat = [[begin, *(piece for word in s.pieces for piece in word), end] for s in sentences]
        ends = [list(accumulate(len(word) for word in s.pieces)) for s in sentences]
        firsts = [
            [last - len(word) + 1 for last, word in zip(row, s.pieces, strict=True)]
            for row, s in zip(ends, sentences, strict=True)
        ]
        longest = max(map(len, flat))
        return cls(
            features=padded([s.features for s in sentences], [PAD] * 12),
            frog=padded([s.frog for s in sentences], [0, 0]),
            group=torch.tensor([s.group for s in sentences]),
            mask=padded([[True] * len(s) for s in sentences], False),
            sizes=torch.tensor([len(s) for s in sentences]),
            head=padded([s.head for s in sentences], 0),
            dep=padded([s.dep for s in sentences], PAD),
            morph=padded([s.morph for s in sentences], PAD),
            tag=padded([s.tag for s in sentences], PAD),
            entity=padded([s.entity for s in sentences], PAD),
            pieces=torch.tensor([row + [pad] * (longest - len(row)) for row in flat]),
            first=padded(firsts, 0),
            last=padded(ends, 0),
            parsed=padded([[s.parsed] * len(s) for s in sentences], False),
        )


class Teacher(nn.Module):  # type: ignore[misc, unused-ignore]
    """Scores of heads, labels, features and tags of every token, and of entities where there is an encoder."""

    def __init__(
        self,
        v: Vocabularies,
        encoder: Encoder | None,
        *,
        hidden: int = 200,
        layers: int = 2,
        arc: int = 200,
        label: int = 100,
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.word = nn.Embedding(len(v.word), 100, padding_idx=PAD)
        self.lemma = nn.Embedding(len(v.lemma), 50)
        self.frog_tag, self.frog_dep = nn.Embedding(len(v.frog_tag), 50), nn.Embedding(len(v.frog_dep), 30)
        self.pieces, self.group, self.distance = nn.Embedding(HASHES, 40), nn.Embedding(5, 12), nn.Embedding(11, 10)
        width = encoder.width if encoder else 0
        size = width + 100 + 50 + 2 * (50 + 30) + 6 * 40 + 12 + 10
        self.norm = nn.LayerNorm(size)
        self.lstm = nn.LSTM(size, hidden, layers, bidirectional=True, batch_first=True, dropout=0.33)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.05)
        self.arc_dep, self.arc_head = nn.Linear(4 * hidden, arc), nn.Linear(2 * hidden, arc)
        self.label_dep, self.label_head = nn.Linear(4 * hidden, label), nn.Linear(2 * hidden, label)
        self.arc_weight = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label_weight = nn.Parameter(torch.zeros(len(v.dep), label + 1, label + 1))
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.xavier_uniform_(self.label_weight)
        #: By Frog's label of a word, how much each relation in Frog's tree speaks for a head.
        self.relations = nn.Embedding(len(v.frog_dep), 6)
        nn.init.zeros_(self.relations.weight)
        self.morph, self.tag = nn.Linear(2 * hidden, len(v.morph)), nn.Linear(2 * hidden, len(v.tag))
        if encoder:
            self.entity = nn.Linear(2 * hidden + width, len(v.entity))
        self.drop = nn.Dropout(0.33)

    def forward(self, b: Batch) -> tuple[torch.Tensor, ...]:
        """Arc scores (batch, word, head), the two label layers, feature, tag and, with an encoder, entity scores."""
        count, length, _ = b.features.shape
        x = b.features
        if self.training:
            x = x.clone()
            for column in (0, 1):
                x[:, :, column][(torch.rand(count, length) < 0.2) & (x[:, :, column] > 0)] = UNKNOWN
        encoded = [self.encoder(b.pieces, b.first, b.last)] if self.encoder else []
        parts = [
            *encoded, self.word(x[:, :, 0]), self.lemma(x[:, :, 1]), self.frog_tag(x[:, :, 2]),
            self.frog_dep(x[:, :, 3]), self.frog_tag(x[:, :, 4]), self.frog_dep(x[:, :, 5]),
            self.pieces(x[:, :, 6:12]).flatten(2),
            self.group(b.group)[:, None].expand(-1, length, -1), self.distance(b.frog[:, :, 0]),
        ]  # fmt: skip
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop(self.norm(torch.cat(parts, -1))), b.sizes, batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=length)
        states = self.drop(states)
        heads = torch.cat([self.root.expand(count, 1, -1), states], 1)
        frog_head = torch.gather(heads, 1, b.frog[:, :, 1:2].expand(-1, -1, heads.shape[-1]))
        both = torch.cat([states, frog_head], -1)
        dep, head = self.drop(F.relu(self.arc_dep(both))), self.drop(F.relu(self.arc_head(heads)))
        scores = _with_one(dep) @ self.arc_weight @ head.transpose(1, 2) + self._relations(b)
        scores = scores.masked_fill(~F.pad(b.mask, (1, 0), value=True)[:, None, :], -1e9)
        itself = torch.eye(length, dtype=torch.bool)
        scores = scores.masked_fill(F.pad(itself, (1, 0), value=False), -1e9)
        label_dep, label_head = self.drop(F.relu(self.label_dep(both))), self.drop(F.relu(self.label_head(heads)))
        entity = [self.entity(torch.cat([states, self.drop(part)], -1)) for part in encoded]
        return scores, label_dep, label_head, self.morph(states), self.tag(states), *entity

    def _relations(self, b: Batch) -> torch.Tensor:
        """What Frog's tree says of each pair: head, dependent, grandparent, sibling, grandchild."""
        count, length, _ = b.features.shape
        weight = self.relations(b.features[:, :, 3])
        parent = F.one_hot(b.frog[:, :, 1], length + 1).float()
        square = torch.zeros(count, length + 1, length + 1)
        square[:, 1:] = parent
        grand = parent @ square
        siblings = parent @ parent.transpose(1, 2)
        child, sibling, grandchild = (torch.zeros(count, length, length + 1) for _ in range(3))
        child[:, :, 1:] = (weight[:, :, 1:2] * parent)[:, :, 1:].transpose(1, 2)
        sibling[:, :, 1:] = siblings * weight[:, :, 3:4] + siblings * weight[:, :, 4:5].transpose(1, 2)
        grandchild[:, :, 1:] = (grand[:, :, 1:] * weight[:, :, 5:6]).transpose(1, 2)
        return parent * weight[:, :, 0:1] + child + grand * weight[:, :, 2:3] + sibling + grandchild

    def labels_of(self, label_dep: torch.Tensor, label_head: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Label scores given one head for each word."""
        chosen = torch.gather(label_head, 1, heads[:, :, None].expand(-1, -1, label_head.shape[-1]))
        return torch.einsum("bti,lij,btj->btl", _with_one(label_dep), self.label_weight, _with_one(chosen))

    def all_labels(self, label_dep: torch.Tensor, label_head: torch.Tensor) -> torch.Tensor:
        """Label scores of every pair."""
        return torch.einsum("bti,lij,bsj->btsl", _with_one(label_dep), self.label_weight, _with_one(label_head))


def _with_one(x: torch.Tensor) -> torch.Tensor:
    return torch.cat([x, torch.ones(*x.shape[:-1], 1)], -1)


def batches(sentences: Sequence[Encoded], words: int) -> list[list[Encoded]]:
    """Runs of sentences that fill at most `words` places when padded."""
    found: list[list[Encoded]] = []
    most = 0
    for sentence in sentences:
        most = max(most, len(sentence))
        if not found or (len(found[-1]) + 1) * most > words:
            found.append([])
            most = len(sentence)
        found[-1].append(sentence)
    return found


def predict(net: Teacher, sentences: Sequence[Encoded]) -> list[tuple[torch.Tensor, ...]]:
    """Probabilities of heads, labels of every pair, features, tags and entities, sentence by sentence."""
    net.eval()
    found = []
    with torch.no_grad():
        for batch in batches(sentences, 3000):
            arcs, label_dep, label_head, *others = net(Batch.of(batch, net.encoder))
            labels = net.all_labels(label_dep, label_head)
            for i, sentence in enumerate(batch):
                n = len(sentence)
                scores = (arcs[i, :n, : n + 1], labels[i, :n, : n + 1], *(part[i, :n] for part in others))
                found.append(tuple(score.softmax(-1) for score in scores))
    return found
