"""Sentences from the labelled drafts that teach beside a finding: one at fault in the same way, one that is fine."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from hartcity.model import LookAlikes


if TYPE_CHECKING:
    from numpy.typing import NDArray

_KINDS = ("at_fault", "fine")


class LookAlikeShelf:
    """Holds, for each family, sentences with the vectors by which the encoder knows them."""

    def __init__(self, packed: bytes) -> None:
        held: Mapping[str, Any] = np.load(io.BytesIO(packed), allow_pickle=False)
        families = {name.partition("/")[0] for name in held}
        self._sentences = {
            family: {kind: [str(each) for each in held[f"{family}/{kind}/sentences"]] for kind in _KINDS}
            for family in families
        }
        self._vectors = {
            family: {kind: held[f"{family}/{kind}/vectors"].astype(np.float32) for kind in _KINDS}
            for family in families
        }

    def nearest(self, family: str, vector: NDArray[np.float32], own: str) -> LookAlikes | None:
        """Return the two sentences that read most like ``vector``; None where the family has none.

        ``own`` is the student's sentence, which is never handed back to them.
        """
        if family not in self._sentences:
            return None
        chosen = []
        for kind in _KINDS:
            vectors = self._vectors[family][kind]
            order = np.argsort(-(vectors @ vector), kind="stable")
            sentences = self._sentences[family][kind]
            chosen.append(next((sentences[at] for at in order if sentences[at] != own), ""))
        return LookAlikes(*chosen) if all(chosen) else None


def pack(shelf: Mapping[str, Mapping[str, tuple[list[str], NDArray[np.float32]]]]) -> bytes:
    """Return the bytes that ``LookAlikeShelf`` reads: family, kind, sentences, one unit vector a sentence."""
    arrays: dict[str, Any] = {}
    for family, kinds in sorted(shelf.items()):
        for kind, (sentences, vectors) in kinds.items():
            arrays[f"{family}/{kind}/sentences"] = np.array(sentences)
            arrays[f"{family}/{kind}/vectors"] = vectors.astype(np.float16)
    packed = io.BytesIO()
    np.savez(packed, **arrays)
    return packed.getvalue()
