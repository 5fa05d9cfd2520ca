"""Chooses the look-alikes that teach beside a finding, from the drafts that the encoder was fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from hartcity.reader.encoder import Encoder
from hartcity.reader.lookalikes import pack
from hartcity.reader.reader import FAMILY_OF
from hartcity.text import Line
from hartcity.training.drafts import LabelledDraft


_FEWEST_WORDS, _MOST_WORDS = 5, 18
_KEPT = 60
_NOT_TAUGHT = frozenset({"grammar"})


def write(drafts: Sequence[LabelledDraft], file: Path, encoder: Encoder) -> None:
    """Write for each family up to 60 sentences at fault in it alone, and the 60 faultless ones most like them."""
    lines = [(line.text, line.spans) for draft in drafts for line in draft.body if _is_short(line.text)]
    clean = sorted({text for text, spans in lines if not spans})
    vectors = np.stack([encoder.read(Line(text)).vector for text in clean])
    shelf: dict[str, Any] = {}
    for number, family in enumerate(encoder.manifest.families):
        if family in _NOT_TAUGHT:
            continue
        at_fault = sorted({text for text, spans in lines if {span.family for span in spans} == {family}})[:_KEPT]
        if not at_fault:
            continue
        own = np.stack([encoder.read(Line(text)).vector for text in at_fault])
        nearest = np.argsort(-(vectors @ own.T).max(1), kind="stable").tolist()
        fine = [at for at in nearest if _is_fine(encoder, clean[at], number)][:_KEPT]
        shelf[FAMILY_OF[family].value] = {
            "at_fault": (at_fault, own),
            "fine": ([clean[at] for at in fine], vectors[fine]),
        }
    file.write_bytes(pack(shelf))


def _is_short(text: str) -> bool:
    return _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS


def _is_fine(encoder: Encoder, text: str, family: int) -> bool:
    return all(piece.families[family] < 0.1 for piece in encoder.read(Line(text)).pieces)  # noqa: PLR2004
