"""Single sentences of our own that are labelled for one act alone: the checks' examples, and ``sentences/``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hartcity.checks import all_checks
from hartcity.model import State
from hartcity.text import Act


FOLDER = Path(__file__).with_name("sentences")
_ACT_OF_CHECK = {
    "general_need": Act.NEED,
    "considerate_ask": Act.POLITE,
    "service_request": Act.ASK_SERVICE,
    "meeting_request": Act.ASK_MEETING,
    "meeting_mode": Act.MODE,
    "consent_statement": Act.CONSENT,
    "gratitude": Act.THANKS,
    "partner_expertise": Act.PARTNER,
    "own_contribution": Act.OFFER,
    "shared_next_step": Act.JOINT_STEP,
    "strength_or_goal": Act.STRENGTH,
    "concrete_fact": Act.FACT,
    "service_impact": Act.IMPACT,
    "role_and_agency": Act.INTRODUCTION,
    "purpose_early": Act.PURPOSE,
}


class JudgedSentence(NamedTuple):
    """A sentence, an act, and whether the sentence does it; nothing is known of its other acts."""

    text: str
    act: Act
    there: bool


def judged_sentences() -> tuple[JudgedSentence, ...]:
    """Return all of them, in a fixed order; half states ("partly") tell nothing certain and are left out."""
    return tuple(dict.fromkeys([*_of_examples(), *_of_files()]))


def _of_examples() -> Iterator[JudgedSentence]:
    for check in all_checks():
        act = _ACT_OF_CHECK.get(check.id)
        for example in check.examples:
            if act and "\n" not in example.text and example.state in {State.MET, State.NOT_SEEN}:
                yield JudgedSentence(example.text, act, example.state is State.MET)


def _of_files() -> Iterator[JudgedSentence]:
    for file in sorted(FOLDER.glob("*.toml")):
        act = _ACT_OF_CHECK.get(file.stem)
        told = tomllib.loads(file.read_text("utf-8"))
        for state in ("met", "not_seen"):
            for text in told.get(state, ()):
                if act:
                    yield JudgedSentence(text, act, state == "met")
