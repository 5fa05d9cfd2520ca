"""What a subject line names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from hartcity.model import Span
from hartcity.text.listed import Listed, listed
from hartcity.text.subject_names import names_a_program, names_in_subject


_MARK = re.compile(r"\s{0,3}(?:re|subject|subj|regarding)\s?:\s{0,3}", re.IGNORECASE)
_INFORMAL = re.compile(
    r"[:;]-?[)(DP]|[!?]{2,}|\b(?:lol|omg|asap|plz|pls|hey|quick)\b|[\U0001f300-\U0001faff]", re.IGNORECASE
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
_PURPOSE = frozenset(
    """
    request requests requesting referral refer referring inquiry enquiry question questions asking ask help
    assistance application apply appointment meeting meet call visit introduction support access need needed
    seeking looking interest interested proposal enrollment intake placement recommendation possible
    consultation availability schedule place spot opening thank thanks
    """.split()
)
_LINKS = frozenset({"for", "about", "with", "regarding", "to", "on", "at", "in"})
_EMPTY = frozenset(
    """
    hello hi important urgent notice final update attention following reaching touching base matter
    correspondence message email letter information issue situation delay unacceptable complaint save please
    needed
    """.split()
)
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

    @property
    def _listed(self) -> Listed:
        return listed(self.text)

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(word for word in self._listed.words if word[0].isalnum())

    @property
    def names_service(self) -> bool:
        """Whether a service, a program or a need that a service answers is named."""
        return (
            bool(self._listed.services)
            or (self._listed.has("need_state") and not self.shouts)
            or names_a_program(self.text)
        )

    @property
    def names_purpose(self) -> bool:
        """Whether the words say what is wanted, or for whom."""
        words = set(self._words)
        alone = words - _EMPTY
        return (bool(words & _PURPOSE & alone) and len(words) > 1) or (
            bool(words & _LINKS) and len(words) >= _SMALLEST - 1 and bool(self._listed.services)
        )

    @property
    def names_topic(self) -> bool:
        """Whether anything but empty words stands there: a person, a matter, thanks."""
        words = [word for word in self._words if word.isalpha() and word not in _EMPTY | _LINKS]
        return self._listed.has("thanks") or bool(set(self._words) & _LINKS and len(words) > 1)

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
        """Whether a word of five letters or more is in capitals, or pity stands in for a purpose."""
        words = [word.strip(".,:;!?") for word in self.text.split()]
        return any(
            len(word) > _SMALLEST and word.isupper() and word.isalpha() and word != "LIHEAP" for word in words
        ) or self.text.lower().startswith("please save")

    @classmethod
    def in_text(cls, plain: str, span: Span, own: frozenset[str] = frozenset()) -> SubjectLine:
        """Read a subject line that stands in the draft."""
        text = span.of(plain)
        found = _MARK.match(text)
        return cls(text[found.end() :] if found else text, span, own)
