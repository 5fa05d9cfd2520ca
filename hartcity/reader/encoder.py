"""The encoder behind the reader: one sentence, and the one before it, to probabilities."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from hartcity.reader.error import ReaderError
from hartcity.reader.weights import WEIGHTS
from hartcity.text.postscript import spelled_alike


if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hartcity.text import Line

MANIFEST = "reader.json"
READER, HEADS, TOKENIZER = "reader.onnx", "heads.onnx", "tokenizer.json"
_REMEMBERED = 4096


class Piece(NamedTuple):
    """A word piece: where it stands in its sentence (code points), and the probability of each family."""

    start: int
    end: int
    families: tuple[float, ...]


class Said(NamedTuple):
    """What the encoder says of one sentence: the probability of each act, its pieces, and the sentence as a vector.

    ``peaks`` holds the highest probability of each family among the pieces. The vector has length 1, so that a product
    of two says how alike they are.
    """

    acts: tuple[float, ...]
    peaks: tuple[float, ...]
    pieces: tuple[Piece, ...]
    vector: NDArray[np.float32]


class _Read(NamedTuple):
    """A sentence read by itself: where its pieces stand, the logits of their families, and a summary of it all.

    The summary is the sentence's opening mark in its first half and the mean of its pieces in the second.
    """

    places: Sequence[tuple[int, int]]
    pieces: NDArray[np.float32]
    summary: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands beside the weights: names in the order of the heads, lengths in word pieces, digests (SHA-256)."""

    version: str
    acts: tuple[str, ...]
    families: tuple[str, ...]
    sentence_pieces: int
    digests: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read the manifest in ``folder``; raises ReaderError."""
        try:
            told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            return cls(
                version=told["version"],
                acts=tuple(told["acts"]),
                families=tuple(told["families"]),
                sentence_pieces=told["sentence_pieces"],
                digests=dict(told["digests"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ReaderError("The reader's weights are not here.") from error


class Encoder:
    """Runs the weights in ``folder``. Safe to call from several threads; the same sentence gives the same numbers.

    Sentences are read one at a time: the numbers of int8 weights depend on all that is read together, so a sentence
    read alone is read the same whatever stands beside it. It is then judged beside the summary of the sentence before.
    The last ``remembered`` sentences are kept until ``forget``.
    """

    def __init__(self, folder: Path = WEIGHTS, remembered: int = _REMEMBERED) -> None:
        self.manifest = Manifest.read(folder)
        held = {name: checked(folder / name, digest) for name, digest in self.manifest.digests.items()}
        try:
            self._reader, self._heads = _session(held[READER]), _session(held[HEADS])
            self._cutter = Tokenizer.from_str(held[TOKENIZER].decode("utf-8"))
        except Exception as error:  # the libraries' own errors share no base class
            raise ReaderError("The reader's weights cannot be used here.") from error
        self._cutter.no_padding()
        self._cutter.no_truncation()
        self._open, self._close = (self._cutter.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        self._read_before = lru_cache(remembered)(self._read)
        self._judged_before = lru_cache(remembered)(self._judge)

    def read(self, line: Line) -> Said:
        """Return what the sentence does and which of its words are at fault, as probabilities."""
        return self._judged_before(line.sentence, line.before)

    def forget(self) -> None:
        """Forget every sentence that was read."""
        self._judged_before.cache_clear()
        self._read_before.cache_clear()

    def _read(self, sentence: str) -> _Read:
        spelled, moved = spelled_alike(sentence)  # the weights know a postscript by one spelling of its mark
        cut = self._cutter.encode(spelled, add_special_tokens=False)
        own = cut.ids[: self.manifest.sentence_pieces]
        row = np.array([[self._open, *own, self._close]], np.int64)
        summary, pieces = self._reader.run(["summary", "pieces"], {"ids": row})
        offsets = [(max(0, start + moved), max(0, end + moved)) for start, end in cut.offsets[: len(own)]]
        return _Read(offsets, pieces, summary)

    def _judge(self, sentence: str, before: str) -> Said:
        read = self._read_before(sentence)
        context = self._read_before(before).summary if before else np.zeros_like(read.summary)
        given = {"summary": read.summary, "before": context, "pieces": read.pieces}
        acts, families = self._heads.run(["acts", "families"], given)
        each = families[0].round(4)
        mean = read.summary[0, read.summary.shape[1] // 2 :]
        return Said(
            acts=tuple(acts[0].round(4).tolist()),
            peaks=tuple(each.max(axis=0, initial=0).tolist()),
            pieces=tuple(
                Piece(start, end, tuple(said)) for (start, end), said in zip(read.places, each.tolist(), strict=True)
            ),
            vector=mean / max(float(np.linalg.norm(mean)), 1e-6),
        )


def _session(weights: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(
        weights,
        sess_options=options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # five times as slow as the two steps that it joins
    )


def checked(file: Path, digest: str) -> bytes:
    """Return what ``file`` holds; raises ReaderError where it is missing or not what its digest says."""
    try:
        held = file.read_bytes()
    except OSError as error:
        raise ReaderError("The reader's weights are not here.") from error
    if hashlib.sha256(held).hexdigest() != digest:
        raise ReaderError("The reader's weights are damaged.")
    return held
