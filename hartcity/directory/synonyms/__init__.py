"""What people say for what a directory lists under other words: one topic a file, found and not listed.

A file of this folder is a need, one of ``people`` says for whom or how, and one of ``passing`` names words that are no
need where they stand ("after work"). Its ``said`` are phrases as ``hartcity.rules.phrase_language`` describes them,
in the words that ``hartcity.directory.wording.tokens`` gives, with the classes of ``words/classes.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hartcity.directory.wording import stem


NEED, PEOPLE, PASSING = "", "people", "passing"
"""The kinds of topics, by the folders of their files."""


@dataclass(frozen=True, slots=True, eq=False)
class Synonym:
    """A topic: what is ``said`` for it, the phrases by which directories ``mean`` it, and those that come near it.

    What is called by a phrase of ``unless`` is another thing by the same name (an animal shelter).
    ``kind`` is ``NEED``, ``PEOPLE`` or ``PASSING``. ``ages`` are the youngest and the oldest, in years, of whom it is
    about. What is ``reserved`` for such people stands behind other services unless the query speaks of them. ``hints``
    are words, as ``stem`` gives them, that point to the topic where no need is plainly said. ``rather_than`` names the
    topics that are not meant where this one is: a lawyer for a divorce is no lawyer for everything.
    """

    topic: str
    kind: str
    said: tuple[str, ...]
    means: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    reserved: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()
    rather_than: frozenset[str] = frozenset()


@cache
def synonyms() -> tuple[Synonym, ...]:
    """Return the topics that lead to services, needs first and then people, each in the order of their names."""
    return (*_all_of(NEED), *_all_of(PEOPLE))


@cache
def passing() -> tuple[Synonym, ...]:
    """Return what is said in passing and leads nowhere."""
    return tuple(_all_of(PASSING))


def _all_of(kind: str) -> list[Synonym]:
    folder = files(__name__) / kind
    return [_read(name, kind) for name in sorted(file.name for file in folder.iterdir()) if name.endswith(".toml")]


def _read(name: str, kind: str) -> Synonym:
    listed = tomllib.loads((files(__name__) / kind / name).read_text("utf-8"))
    lists = {
        key: tuple(listed[key]) for key in ("said", "means", "also", "unless", "ages", "reserved") if key in listed
    }
    hints = frozenset(map(stem, listed.get("hints", "").split()))
    return Synonym(
        name.removesuffix(".toml"), kind, hints=hints, rather_than=frozenset(listed.get("rather_than", ())), **lists
    )
