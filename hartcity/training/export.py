"""Writes fitted weights down as the app reads them: two ONNX files, small and the same on every processor."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from hartcity.reader.encoder import HEADS, MANIFEST, READER, TOKENIZER
from hartcity.reader.weights import WEIGHTS
from hartcity.training import encoder, fit


_OPSET, _IR = 20, 9
MOST_BYTES = 25_000_000


def export(weights: encoder.Weights, version: str, folder: Path = WEIGHTS, *, exact: bool = False) -> None:
    """Write the weights, the tokenizer and the manifest into ``folder``; raises ValueError where they grew too large.

    Weights are kept in 7 bits of a byte: sums of 8-bit products can saturate on some processors and not on others. With
    ``exact`` they stay as they were fitted, in 32 bits, to be compared with.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        for name, made in ((READER, reader_graph(weights)), (HEADS, heads_graph(weights))):
            onnx.save(made, folder / name if exact else whole)
            if exact:
                continue
            quantize_dynamic(
                whole,
                folder / name,
                weight_type=QuantType.QInt8,
                reduce_range=True,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
            )
    shutil.copyfile(encoder.base_folder() / "tokenizer.json", folder / TOKENIZER)
    if not exact and sum((folder / name).stat().st_size for name in (READER, HEADS)) > MOST_BYTES:
        raise ValueError("The weights are larger than the package may carry.")
    manifest = {
        "version": version,
        "acts": list(fit.ACTS),
        "families": list(fit.FAMILIES),
        "sentence_pieces": fit.SENTENCE_PIECES,
        "digests": {name: _digest(folder / name) for name in (READER, HEADS, TOKENIZER)},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


class _Graph:
    """Collects the nodes and numbers of a graph."""

    def __init__(self, weights: encoder.Weights) -> None:
        self.held = {name: value.numpy().astype(np.float32) for name, value in weights.items()}
        self.nodes: list[Any] = []
        self.numbers: list[Any] = []

    def number(self, value: Any, name: str = "") -> str:  # noqa: ANN401 - whatever numpy takes
        """Keep a constant and return its name."""
        name = name or f"number{len(self.numbers)}"
        self.numbers.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def integers(self, *values: int) -> str:
        """Keep a row of integers and return its name."""
        return self.number(np.array(values, np.int64))

    def node(self, kind: str, *inputs: str, name: str = "", **settings: Any) -> str:  # noqa: ANN401
        """Add a node with one output and return the output's name."""
        name = name or f"node{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **settings))
        return name

    def linear(self, x: str, layer: str, name: str = "") -> str:
        """Add one of the weights' linear layers."""
        product = self.node("MatMul", x, self.number(np.ascontiguousarray(self.held[f"{layer}.weight"].T)))
        return self.node("Add", product, self.number(self.held[f"{layer}.bias"]), name=name)

    def normed(self, x: str, layer: str) -> str:
        """Add one of the weights' normalizations."""
        scale, shift = (self.number(self.held[f"{layer}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def model(self, name: str, takes: dict[str, tuple[int, list[Any]]], gives: dict[str, list[Any]]) -> Any:  # noqa: ANN401
        """Return it whole; ``takes`` and ``gives`` hold shapes by name, the first with the kind of number."""
        inputs = [helper.make_tensor_value_info(each, kind, shape) for each, (kind, shape) in takes.items()]
        outputs = [helper.make_tensor_value_info(each, TensorProto.FLOAT, shape) for each, shape in gives.items()]
        built = helper.make_graph(self.nodes, name, inputs, outputs, self.numbers)
        model = helper.make_model(built, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
        onnx.checker.check_model(model)
        return model


def reader_graph(weights: encoder.Weights) -> Any:  # noqa: ANN401 - an ONNX model
    """Return what reads one sentence by itself: its pieces to its summary and the logits of their families."""
    made = _Graph(weights)
    length = made.node("Gather", made.node("Shape", "ids"), made.number(np.array(1, np.int64)), axis=0)
    places = made.node(
        "Slice",
        made.number(made.held["place"]),
        made.integers(0),
        made.node("Unsqueeze", length, made.integers(0)),
    )
    words = made.node("Gather", made.number(made.held["word"], "words"), "ids")
    x = made.normed(made.node("Add", words, places), "norm")
    each, heads = encoder.WIDTH // encoder.HEADS, encoder.HEADS
    scale = made.number(np.float32(each**-0.5))

    def split(y: str, order: Sequence[int]) -> str:
        return made.node("Transpose", made.node("Reshape", y, made.integers(0, 0, heads, each)), perm=list(order))

    for n in range(len(encoder.LAYERS)):
        query = split(made.linear(x, f"{n}.query"), (0, 2, 1, 3))
        key = split(made.linear(x, f"{n}.key"), (0, 2, 3, 1))
        value = split(made.linear(x, f"{n}.value"), (0, 2, 1, 3))
        share = made.node("Softmax", made.node("Mul", made.node("MatMul", query, key), scale), axis=-1)
        seen = made.node("Transpose", made.node("MatMul", share, value), perm=[0, 2, 1, 3])
        seen = made.node("Reshape", seen, made.integers(0, 0, encoder.WIDTH))
        x = made.normed(made.node("Add", x, made.linear(seen, f"{n}.mix")), f"{n}.mixed")
        wide = made.node("Gelu", made.linear(x, f"{n}.widen"))
        x = made.normed(made.node("Add", x, made.linear(wide, f"{n}.narrow")), f"{n}.done")
    own = made.node("Slice", x, made.integers(1), made.integers(-1), made.integers(1))
    count = made.node(
        "Max",
        made.node("Cast", made.node("Sub", length, made.number(np.array(2, np.int64))), to=1),
        made.number(np.float32(1)),
    )
    mean = made.node("Div", made.node("ReduceSum", own, made.integers(1), keepdims=0), count)
    first = made.node("Gather", x, made.number(np.array(0, np.int64)), axis=1)
    made.node("Concat", first, mean, axis=-1, name="summary")
    made.linear(own, "families", "pieces")
    gives: dict[str, list[Any]] = {"summary": [1, encoder.SUMMARY], "pieces": [1, "own", len(fit.FAMILIES)]}
    return made.model("reader", {"ids": (TensorProto.INT64, [1, "pieces"])}, gives)


def heads_graph(weights: encoder.Weights) -> Any:  # noqa: ANN401 - an ONNX model
    """Return what judges a sentence by its summary and pieces, and by the summary of the one before (or zeros)."""
    made = _Graph(weights)
    beside = made.node("Gelu", made.linear(made.node("Concat", "summary", "before", axis=-1), "beside"))
    acts = made.linear(made.node("Concat", "summary", beside, axis=-1), "acts")
    made.node("Sigmoid", acts, name="acts")
    added = made.node("Unsqueeze", made.linear(beside, "families_beside"), made.integers(1))
    made.node("Sigmoid", made.node("Add", "pieces", added), name="families")
    shapes: dict[str, list[Any]] = {
        "summary": [1, encoder.SUMMARY],
        "before": [1, encoder.SUMMARY],
        "pieces": [1, "own", len(fit.FAMILIES)],
    }
    takes = {name: (TensorProto.FLOAT, shape) for name, shape in shapes.items()}
    return made.model("heads", takes, {"acts": [1, len(fit.ACTS)], "families": shapes["pieces"]})
