"""What a subject line names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hartcity.model import Span
from hartcity.text.listed import Listed, are_known, listed


_MARK = re.compile(r"\s{0,3}(?:re|subject|subj|regarding)\s?:\s{0,3}", re.IGNORECASE)
_INFORMAL = re.compile(
    r"[:;]-?[)(DP]|[!?]{2,}|\b(?:lol|omg|asap|plz|pls|hey|quick)\b|[\U0001f300-\U0001faff]", re.IGNORECASE
)
_NAME = r"[A-Z][a-z]{1,20}\s(?:[A-Z]\.\s)?[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?"
_IDENTIFIES = re.compile(
    r"\b(?:dob|DOB|d\.o\.b|ssn|SSN|case\s?(?:no|number|#)|born|id\s?#)\b|\d{1,2}/\d{1,2}/\d{2,4}"
    rf"|\b(?:[Ff]or|[Aa]bout|[Rr]e|[Cc]lient|[Pp]atient|Mr\.?|Mrs\.?|Ms\.?|[Hh]elp)\s{_NAME}(?=[,.;)]|$|\s\d)"
    r"|\b(?:Mr|Mrs|Ms)\.?\s[A-Z][a-z]{2,20}"
)
# A family by its name (Rowland family, the Rowlands), and a name with a letter for the rest (T. Rowland, Tamika R.).
_FAMILY = r"(?:family|families|household|siblings?|children|kids|twins|brothers|sisters|parents|case|matter|file)\b"
_SURNAME = r"[A-Z][a-z\u00df-\u00ff]{2,20}(?:-[A-Z][a-z\u00df-\u00ff]{1,20})?"
_NAMES_SOMEBODY = re.compile(
    rf"\b(?P<before>{_SURNAME})(?:'s?)? {_FAMILY}"
    rf"|\b(?:[Ff]amily|[Hh]ousehold|[Cc]hildren|[Pp]arents)(?: of| named)? (?P<behind>{_SURNAME})(?=[,.;:)]|$)"
    rf"|\b[Tt]he (?P<plural>{_SURNAME})s(?=[,.;:)]|$)"
    rf"|\b[A-Z]\. ?(?P<surname>{_SURNAME})\b|\b(?P<first>{_SURNAME}) [A-Z]\.(?=[\s,;)]|$)"
)
_NO_SURNAME = frozenset(
    """
    the one two three four five six large small big young new single foster host birth adoptive blended whole
    local working veteran military immigrant refugee migrant homeless unhoused displaced kinship extended
    newcomer newcomers resettled grieving rural urban hispanic latino latina latinx muslim christian jewish
    catholic sikh hindu black white asian native indigenous american for with our your their his her this that
    each every any open closed urgent housing legal court civil criminal custody eviction immigration intake
    referral family families children school hope harbor unity holy sacred strong healthy nurse parent parents
    mother father mothers fathers client clients bright first head early even start services service support
    respite rehousing shelter emergency former future current another same entire eligible waiting older
    younger adult adults senior seniors teen teens deaf blind disabled
    """.split()
)
_PEOPLE = re.compile(
    r"(?:mexic|americ|afric|germ|russi|syri|nigeri|ethiopi|eritre|kore|haiti|ukraini|colombi|guatemal)an"
    r"|\w{2,20}(?:ese|ish|inian|alian|asian|eian|isian|avian|arian|egian)|(?:somal|afghan|iraq|pakistan|yemen|bengal|israel|nepal)i?"
    r"|(?:hondur|salvador|venezuel|ecuador|peruv|cub|puerto ric|dominic|burm|congol|karen|hmong|filipin)\w*$"
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


@dataclass(frozen=True)
class SubjectLine:
    """A subject without its ``Re:``; ``span`` is None when it stands in a field of its own and not in the text."""

    text: str
    span: Span | None = None

    @property
    def _listed(self) -> Listed:
        return listed(self.text)

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(word for word in self._listed.words if word[0].isalnum())

    @property
    def names_service(self) -> bool:
        """Whether a service or a need that a service answers is named."""
        return bool(self._listed.services) or (self._listed.has("need_state") and not self.shouts)

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

    @property
    def identifies(self) -> bool:
        """Whether it may name the person: a full name behind 'for', a date of birth, a number."""
        if any(_is_surname(found) for found in _NAMES_SOMEBODY.finditer(self.text)):
            return True
        found = _IDENTIFIES.search(self.text)
        if found is None or not found[0][:1].isalpha():
            return found is not None
        return not are_known(found[0].partition(" ")[2])

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
    def in_text(cls, plain: str, span: Span) -> SubjectLine:
        """Read a subject line that stands in the draft."""
        text = span.of(plain)
        found = _MARK.match(text)
        return cls(text[found.end() :] if found else text, span)


def _is_surname(found: re.Match[str]) -> bool:
    """Whether what stands where a surname would is no word that we know, and no people's name."""
    name = next(value for value in found.groupdict().values() if value is not None)
    word = name.lower()
    return word not in _NO_SURNAME and _PEOPLE.match(word) is None and not are_known(word)
