"""The encoder behind the reader: one sentence in its context to probabilities."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from hartcity.reader.error import ReaderError
from hartcity.reader.weights import WEIGHTS


if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hartcity.text import Line

MANIFEST = "reader.json"
_REMEMBERED = 4096
_CUT = 64


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


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands beside the weights: names in the order of the heads, lengths in word pieces, digests (SHA-256)."""

    version: str
    acts: tuple[str, ...]
    families: tuple[str, ...]
    sentence_pieces: int
    context_pieces: int
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
                context_pieces=told["context_pieces"],
                digests=dict(told["digests"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ReaderError("The reader's weights are not here.") from error


class Encoder:
    """Runs the weights in ``folder``. Safe to call from several threads; the same sentence gives the same numbers.

    Sentences are read one at a time: the numbers of int8 weights depend on all that is read together, so a sentence
    read alone is read the same whatever stands beside it. The last ``remembered`` sentences are kept until ``forget``.
    """

    def __init__(self, folder: Path = WEIGHTS, remembered: int = _REMEMBERED) -> None:
        self.manifest = Manifest.read(folder)
        held = {name: checked(folder / name, digest) for name, digest in self.manifest.digests.items()}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 4
        try:
            self._session = onnxruntime.InferenceSession(
                held["reader.onnx"], sess_options=options, providers=["CPUExecutionProvider"]
            )
            self._cutter = Tokenizer.from_str(held["tokenizer.json"].decode("utf-8"))
        except Exception as error:  # the libraries' own errors share no base class
            raise ReaderError("The reader's weights cannot be used here.") from error
        self._cutter.no_padding()
        self._cutter.no_truncation()
        self._open, self._close = (self._cutter.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        self._remembered = lru_cache(remembered)(self._read)
        self._cut = lru_cache(_CUT)(self._encode)  # each sentence is also the context of the next

    def read(self, line: Line) -> Said:
        """Return what the sentence does and which of its words are at fault, as probabilities."""
        return self._remembered(line.sentence, line.before)

    def forget(self) -> None:
        """Forget every sentence that was read."""
        self._remembered.cache_clear()
        self._cut.cache_clear()

    def _encode(self, text: str) -> Encoding:
        return self._cutter.encode(text, add_special_tokens=False)

    def _read(self, sentence: str, before: str) -> Said:
        cut = self._cut(sentence)
        own = cut.ids[: self.manifest.sentence_pieces]
        context = self._cut(before).ids[-self.manifest.context_pieces :]
        row = [self._open, *own, self._close, *(context if before else ()), self._close]
        first = len(own) + 2
        mine = np.zeros((1, len(row)), np.float32)
        mine[0, 1 : first - 1] = 1
        kinds = np.zeros((1, len(row)), np.int64)
        kinds[0, first:] = 1
        acts, families, vector = self._session.run(
            ["acts", "families", "vector"], {"ids": np.array([row], np.int64), "kinds": kinds, "own": mine}
        )
        own_families = families[0, 1 : first - 1].round(4)
        pieces = zip(cut.offsets, own_families.tolist(), strict=False)
        return Said(
            acts=tuple(acts[0].round(4).tolist()),
            peaks=tuple(own_families.max(axis=0, initial=0).tolist()),
            pieces=tuple(Piece(start, end, tuple(each)) for (start, end), each in pieces),
            vector=vector[0] / max(float(np.linalg.norm(vector[0])), 1e-6),
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
