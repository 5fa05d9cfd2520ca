"""Lets the tests of documents use the hostile archives."""

import sys
from pathlib import Path


sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "files")]
