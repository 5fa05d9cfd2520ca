"""Words of a search that tell of danger to somebody's life, and whom to call: one danger a file, found and not listed.

A file's examples are its tests: ``told`` has to be heard, and ``ordinary`` must not.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hartcity.plan.vocabulary import pattern


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger: what is ``said`` of it, what only sounds so (``ordinary_use``), whom to ``call``, and examples."""

    name: str
    said: tuple[str, ...]
    ordinary_use: tuple[str, ...]
    call: tuple[str, ...]
    told: tuple[str, ...]
    ordinary: tuple[str, ...]

    def is_told(self, query: str) -> bool:
        """Whether a query tells of this danger."""
        plain = pattern(self.ordinary_use).sub(" ", " ".join(query.split()))
        return bool(pattern(self.said).search(plain))


@cache
def dangers() -> tuple[Danger, ...]:
    """Return every danger of this folder, in the order of their names."""
    found = sorted(
        (file for file in files(__name__).iterdir() if file.name.endswith(".toml")), key=lambda one: one.name
    )
    return tuple(_read(file.name.removesuffix(".toml"), file.read_text("utf-8")) for file in found)


def whom_to_call(query: str) -> tuple[str, ...]:
    """Return whom to call for what a query tells of, each once; nothing where it tells of no danger to life."""
    told = [one for one in dangers() if one.is_told(query)]
    return tuple(dict.fromkeys(line for one in told for line in one.call))


def _read(name: str, source: str) -> Danger:
    listed = {part: tuple(lines) for part, lines in tomllib.loads(source).items() if isinstance(lines, list)}
    # Whoever types in haste leaves the apostrophe of a "not" out.
    hasty = (phrase.replace("n't", "nt") for phrase in listed["said"] if "n't" in phrase)
    return Danger(name, **{**listed, "said": (*listed["said"], *hasty)})
