"""Writes fitted weights down as the app reads them: one ONNX file, small and the same on every processor."""

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

from hartcity.reader.encoder import MANIFEST
from hartcity.reader.weights import WEIGHTS
from hartcity.training import encoder, fit


_OPSET, _IR = 20, 9
MOST_BYTES = 25_000_000


def export(weights: encoder.Weights, version: str, folder: Path = WEIGHTS) -> None:
    """Write the weights, the tokenizer and the manifest into ``folder``; raises ValueError where they grew too large.

    Weights are kept in 7 bits of a byte: sums of 8-bit products can saturate on some processors and not on others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "reader.onnx"
        onnx.save(graph(weights), whole)
        quantize_dynamic(
            whole,
            folder / "reader.onnx",
            weight_type=QuantType.QInt8,
            reduce_range=True,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    shutil.copyfile(encoder.base_folder() / "tokenizer.json", folder / "tokenizer.json")
    if (folder / "reader.onnx").stat().st_size > MOST_BYTES:
        raise ValueError("The weights are larger than the package may carry.")
    manifest = {
        "version": version,
        "acts": list(fit.ACTS),
        "families": list(fit.FAMILIES),
        "sentence_pieces": fit.SENTENCE_PIECES,
        "context_pieces": fit.CONTEXT_PIECES,
        "digests": {name: _digest(folder / name) for name in ("reader.onnx", "tokenizer.json")},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


class _Graph:
    """Collects the nodes and numbers of a graph."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.numbers: list[Any] = []

    def number(self, value: Any, name: str = "") -> str:  # noqa: ANN401 - whatever numpy takes
        """Keep a constant and return its name."""
        name = name or f"number{len(self.numbers)}"
        self.numbers.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, name: str = "", **settings: Any) -> str:  # noqa: ANN401
        """Add a node with one output and return the output's name."""
        name = name or f"node{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **settings))
        return name


def graph(weights: encoder.Weights) -> Any:  # noqa: ANN401 - an ONNX model
    """Return the encoder as an ONNX model for one line at a time, in 32-bit floats."""
    made = _Graph()
    held = {name: value.numpy().astype(np.float32) for name, value in weights.items()}

    def normed(x: str, name: str) -> str:
        scale, shift = (made.number(held[f"{name}.{part}"]) for part in ("weight", "bias"))
        return made.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def linear(x: str, name: str) -> str:
        product = made.node("MatMul", x, made.number(np.ascontiguousarray(held[f"{name}.weight"].T)))
        return made.node("Add", product, made.number(held[f"{name}.bias"]))

    def integers(*values: int) -> str:
        return made.number(np.array(values, np.int64))

    length = made.node("Gather", made.node("Shape", "ids"), made.number(np.array(1, np.int64)), axis=0)
    places = made.node("Slice", made.number(held["place"]), integers(0), made.node("Unsqueeze", length, integers(0)))
    words = made.node("Gather", made.number(held["word"], "words"), "ids")
    kinds = made.node("Gather", made.number(held["kind"], "kinds_of_line"), "kinds")
    x = normed(made.node("Add", made.node("Add", words, places), kinds), "norm")
    each, heads = encoder.WIDTH // encoder.HEADS, encoder.HEADS
    scale = made.number(np.float32(each**-0.5))

    def split(y: str, order: Sequence[int]) -> str:
        return made.node("Transpose", made.node("Reshape", y, integers(0, 0, heads, each)), perm=list(order))

    for n in range(len(encoder.LAYERS)):
        query = split(linear(x, f"{n}.query"), (0, 2, 1, 3))
        key = split(linear(x, f"{n}.key"), (0, 2, 3, 1))
        value = split(linear(x, f"{n}.value"), (0, 2, 1, 3))
        share = made.node("Softmax", made.node("Mul", made.node("MatMul", query, key), scale), axis=-1)
        seen = made.node("Transpose", made.node("MatMul", share, value), perm=[0, 2, 1, 3])
        seen = made.node("Reshape", seen, integers(0, 0, encoder.WIDTH))
        x = normed(made.node("Add", x, linear(seen, f"{n}.mix")), f"{n}.mixed")
        wide = made.node("Gelu", linear(x, f"{n}.widen"))
        x = normed(made.node("Add", x, linear(wide, f"{n}.narrow")), f"{n}.done")
    mine = made.node("Unsqueeze", "own", integers(2))
    total = made.node("ReduceSum", made.node("Mul", x, mine), integers(1), keepdims=0)
    count = made.node("Max", made.node("ReduceSum", "own", integers(1), keepdims=1), made.number(np.float32(1)))
    mean = made.node("Div", total, count, name="vector")
    first = made.node("Gather", x, made.number(np.array(0, np.int64)), axis=1)
    made.node("Sigmoid", linear(made.node("Concat", first, mean, axis=-1), "acts"), name="acts")
    made.node("Sigmoid", linear(x, "families"), name="families")
    inputs = [
        helper.make_tensor_value_info(name, kind, [1, "pieces"])
        for name, kind in (("ids", TensorProto.INT64), ("kinds", TensorProto.INT64), ("own", TensorProto.FLOAT))
    ]
    shapes = {
        "acts": [1, len(fit.ACTS)],
        "families": [1, "pieces", len(fit.FAMILIES)],
        "vector": [1, encoder.WIDTH],
    }
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    built = helper.make_graph(made.nodes, "reader", inputs, outputs, made.numbers)
    model = helper.make_model(built, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    onnx.checker.check_model(model)
    return model
