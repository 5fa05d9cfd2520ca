"""``python -m hartcity.training``: fits, writes down and calibrates the reader, all from the labelled drafts."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from hartcity.reader.encoder import Encoder
from hartcity.reader.reader import LOOK_ALIKES, THRESHOLDS
from hartcity.reader.weights import WEIGHTS
from hartcity.training import calibrate, export, fit, rounding, shelf
from hartcity.training.drafts import authors, drafts
from hartcity.training.sentences import judged_sentences


_VERSION = "7"
_COMPARED = 3
"""Every third training draft is read with whole numbers and with 32 bits."""
_ALL = 100_000
"""More sentences than there are: thresholds are tried on the same ones again and again."""


def main() -> None:
    """Make everything in ``hartcity/reader/weights`` anew, but for the model card."""
    uses = authors()
    training, sentences = drafts(uses["training"]), judged_sentences()
    _tell(f"Fitting on {len(training)} drafts and {len(sentences)} sentences.")
    weights = fit.fit(training, sentences, tell=_tell)
    export.export(weights, version=_VERSION)
    finish()
    with tempfile.TemporaryDirectory() as folder:
        export.export(weights, version=_VERSION, folder=Path(folder), exact=True)
        rounding.write(training[::_COMPARED], Path(folder))


def finish() -> None:
    """Set the thresholds and choose the look-alikes for weights that are already written."""
    uses = authors()
    encoder = Encoder(remembered=_ALL)
    training, left_out = drafts(uses["training"]), drafts(uses["thresholds"])
    calibrate.write(left_out, (*training, *left_out), WEIGHTS / THRESHOLDS, encoder)
    shelf.write(training, WEIGHTS / LOOK_ALIKES, encoder)


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
