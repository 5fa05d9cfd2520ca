"""What a subject line names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from hartcity.model import Span
from hartcity.text.listed import Listed, listed
from hartcity.text.subject_names import names_a_program, names_in_subject
from hartcity.text.word_lists import is_ordinary, word_list


_MARK = re.compile(r"\s{0,3}(?:re|subject|subj|regarding)\s?:\s{0,3}", re.IGNORECASE)
_INFORMAL = re.compile(
    r"[:;]-?[)(DP]|[!?]{2,}|![)\s]|\b(?:lol|omg|asap|plz|pls|hey|hi{2,}|quick|sorry|2nite|things?|guys?|buddy|gonna)\b"
    r"|[\U0001f300-\U0001faff]",
    re.IGNORECASE,
)
# A date of birth, a number of somebody's file, and a street with its number.
_RECORDED = re.compile(
    r"\b(?:dob|DOB|d\.o\.b|ssn|SSN|case\s?(?:no|number|#)|born|id\s?#)\b|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\b(?i:case|file|acct|account|client|chart|medicaid|medicare|policy|voucher|docket|no)\.?\s?#?\s?"
    r"(?=[\w-]{0,12}\d[\w-]{0,6}\d[\w-]{0,6}\d)[\w-]{3,20}"
    r"|\b\d{1,5}\s(?:[A-Z][\w']{1,20}\s){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Court|Place|Way|Row|Loop)\b"
)
_LABELS = re.compile(
    r"\b(?:non-?compliant|difficult|addicts?|the homeless|helpless|crazy|battered|needy|hopeless|desperate|illegal"
    r"|junkie|lazy|poor (?:woman|man|mother|lady|family|girl|boy|soul))\b",
    re.IGNORECASE,
)
_LEADING = frozenset("for about with regarding concerning to on behalf".split())
_SMALLEST = 4


def is_subject(text: str) -> bool:
    """Whether a line is labeled as the subject (Re:, Subject:)."""
    return _MARK.match(text) is not None


@dataclass(frozen=True)
class SubjectLine:
    """A subject without its ``Re:``; ``span`` is None when it stands in a field of its own and not in the text.

    ``own`` are the words, in lower case, of the writer's and the reader's names and agencies.
    """

    text: str
    span: Span | None = None
    own: frozenset[str] = frozenset()

    @cached_property
    def _listed(self) -> Listed:
        return listed(self.text)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(word for word in self._listed.words if word[0].isalnum())

    @property
    def names_purpose(self) -> bool:
        """Whether the words say what is wanted: a service, or something telling that is asked for or speaks for itself.

        One word alone ("bed") leaves the reader to guess.
        """
        if len(self._words) == 1:
            return False
        if self._listed.services or names_a_program(self.text):
            return True
        telling = self._telling
        if not word_list("subject_asking").isdisjoint(self._words):
            return bool(telling)
        opening = self._words[0] if self._words else ""
        tells_of = opening in word_list("subject_telling_of") | word_list("calendar")
        return len(telling) > 1 and not tells_of

    @cached_property
    def _telling(self) -> tuple[str, ...]:
        """The words that do not stand in every subject, and tell neither when it is nor for whom."""
        general = word_list("subject_general") | word_list("subject_people") | word_list("calendar")
        return tuple(word for word in self._words if any(map(str.isalpha, word)) and word not in general)

    @property
    def names_topic(self) -> bool:
        """Whether anything but empty words stands there: for whom it is, a matter, thanks."""
        words = [word for word in self._words if word.isalpha()]
        is_about = len(words) > 1 and not set(words).isdisjoint(_LEADING)
        return bool(self._telling) or self._listed.has("thanks") or is_about

    @property
    def is_informal(self) -> bool:
        """Whether emoticons, shorthand or strings of marks stand in it."""
        return _INFORMAL.search(self.text) is not None

    @cached_property
    def people(self) -> tuple[Span, ...]:
        """Where people are named in it who are neither the writer nor the reader."""
        return names_in_subject(self.text, self.own)

    @property
    def people_in_text(self) -> tuple[Span, ...]:
        """Where those people are named in the draft's text; empty for a subject in a field of its own."""
        if self.span is None:
            return ()
        return tuple(named.shifted(self.span.end - len(self.text)) for named in self.people)

    @property
    def identifies(self) -> bool:
        """Whether it may tell who the person is: by a name, a date of birth or a number."""
        return bool(self.people) or _RECORDED.search(self.text) is not None

    @property
    def labels(self) -> bool:
        """Whether it labels the person."""
        return _LABELS.search(self.text) is not None

    @property
    def shouts(self) -> bool:
        """Whether a word of five letters or more is in capitals, or it gushes, pleads or presses."""
        words = [word.strip(".,:;!?") for word in self.text.split()]
        in_capitals = (word for word in words if len(word) > _SMALLEST and word.isupper() and word.isalpha())
        shouted = any(is_ordinary(word.lower()) for word in in_capitals)  # and not LIHEAP
        return shouted or not word_list("subject_overdone").isdisjoint(self._words)

    @classmethod
    def in_text(cls, plain: str, span: Span, own: frozenset[str] = frozenset()) -> SubjectLine:
        """Read a subject line that stands in the draft."""
        text = span.of(plain)
        found = _MARK.match(text)
        return cls(text[found.end() :] if found else text, span, own)
