"""How often weights in whole numbers decide otherwise than the 32-bit weights that they were made from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from hartcity.reader import Reader
from hartcity.reader.encoder import MANIFEST, Encoder
from hartcity.reader.reader import THRESHOLDS
from hartcity.reader.weights import WEIGHTS
from hartcity.text import Act, Line
from hartcity.training.drafts import LabelledDraft


def write(drafts: Sequence[LabelledDraft], exact: Path, folder: Path = WEIGHTS) -> None:
    """Add to the manifest in ``folder`` how many decisions were compared with those of ``exact``, and how many differ.

    A decision is whether any sentence of a draft does an act, and whether any perhaps does it.
    """
    thresholds = json.loads((folder / THRESHOLDS).read_text(encoding="utf-8"))
    readers = [Reader(at, Encoder(at), thresholds) for at in (exact, folder)]
    pairs = [
        (one, other)
        for draft in drafts
        for one, other in zip(*(_decisions(reader, draft) for reader in readers), strict=True)
    ]
    file = folder / MANIFEST
    told = json.loads(file.read_text(encoding="utf-8"))
    told["rounding"] = {"decisions": len(pairs), "different": sum(one != other for one, other in pairs)}
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _decisions(reader: Reader, draft: LabelledDraft) -> list[tuple[bool, bool]]:
    texts = [line.text for line in draft.lines]
    found = reader.acts([Line(text, before) for text, before in zip(texts, ["", *texts[:-1]], strict=True)])
    return [(any(act in acts.seen for acts in found), any(act in acts.perhaps for acts in found)) for act in Act]
