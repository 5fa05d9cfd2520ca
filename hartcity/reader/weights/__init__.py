"""The reader's weights, thresholds and look-alikes, made by ``python -m hartcity.training``: see ``MODEL_CARD.md``."""

from __future__ import annotations

from pathlib import Path


WEIGHTS = Path(__file__).parent
