"""One pass over a draft with all rules."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hartcity.model import Family, Finding, Severity
from hartcity.rules.kinds import Found
from hartcity.rules.phrases import PhraseIndex, Place
from hartcity.rules.sheet import all_rules
from hartcity.rules.tokenized_draft import TokenizedDraft
from hartcity.text import Part
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.shortened import shortened


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hartcity.model import Span
    from hartcity.rules.kinds import Hit
    from hartcity.rules.rule import Rule
    from hartcity.text import Document


_CUT_BEFORE_SENDING = "Could the quoted message be cut before yours is sent?"
_GRAVEST = tuple(Severity)
_ORDER = {family: number for number, family in enumerate(Family)}


class Excuse(NamedTuple):
    """Words that are fine as far as one family goes, whoever marks them."""

    family: Family
    span: Span


class Heard(NamedTuple):
    """What rules say of a draft: findings in the order of the text, and words that are fine."""

    findings: tuple[Finding, ...]
    fine: tuple[Excuse, ...]


class _Use(NamedTuple):
    """What a phrase of the index is for: ``marked``, ``within``, ``fine``, ``near`` or ``only_near`` of a rule."""

    rule: int
    role: str
    number: int


class _Standing(NamedTuple):
    """What stands in a sentence: the phrases of rules that their neighborhood allows, and those that are fine."""

    marked: tuple[tuple[int, tuple[Place, ...]], ...]
    fine: tuple[tuple[Family, Place], ...]


class _Index:
    """The phrases of all rules in one index.

    ``unprompted`` numbers the rules that may speak where none of their phrases stands.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._phrases = PhraseIndex()
        self._uses: list[_Use] = []
        self._standing = kept(SENTENCES)(self._stands)
        self.unprompted = frozenset(number for number, rule in enumerate(rules) if not rule.kind.waits_for_phrases)
        for number, rule in enumerate(rules):
            for role, phrases in (
                ("marked", rule.kind.phrases),
                ("within", rule.context.within),
                ("fine", rule.context.fine),
                ("near", rule.context.near),
                ("only_near", rule.context.only_near),
            ):
                for count, phrase in enumerate(phrases):
                    self._phrases.add(phrase, rule.id)
                    self._uses.append(_Use(number, role, count))

    def found(self, draft: TokenizedDraft) -> tuple[dict[int, list[Found]], list[Excuse]]:
        """Return each rule's own phrases where its neighborhood conditions allow them, and what is fine."""
        found: dict[int, list[Found]] = defaultdict(list)
        fine: list[Excuse] = []
        for passage in draft.every_passage:
            standing = self._standing(passage.tokenized.forms)
            fine += [
                Excuse(family, passage.span(place.whole_start, place.whole_end)) for family, place in standing.fine
            ]
            for number, places in standing.marked:
                if self._rules[number].reads(passage, email=draft.email):
                    found[number] += [Found(passage, place) for place in places]
        return found, fine

    def _stands(self, forms: tuple[str, ...]) -> _Standing:
        here: dict[tuple[int, str], list[Place]] = defaultdict(list)
        for place in self._phrases.places(forms):
            use = self._uses[place.entry]
            here[use.rule, use.role].append(place._replace(entry=use.number))
        marked: list[tuple[int, tuple[Place, ...]]] = []
        for (number, role), places in here.items():
            context = self._rules[number].context
            is_off = (number, "near") in here or (context.only_near and (number, "only_near") not in here)
            if role == "marked" and not is_off:
                silent = _covered((*here.get((number, "within"), ()), *here.get((number, "fine"), ())))
                heard = tuple(place for place in places if silent.isdisjoint(range(place.start, place.end)))
                if heard:
                    marked.append((number, heard))
        fine = tuple(
            (self._rules[number].family, place)
            for (number, role), places in here.items()
            if role == "fine"
            for place in places
        )
        return _Standing(tuple(marked), fine)


def _covered(places: Iterable[Place]) -> set[int]:
    """Return the numbers of the tokens that the places hold."""
    return {at for place in places for at in range(place.start, place.end)}


@lru_cache(maxsize=8)
def _index(rules: tuple[Rule, ...]) -> _Index:
    return _Index(rules)


def find(document: Document, *, email: bool = True, rules: tuple[Rule, ...] | None = None) -> tuple[Finding, ...]:
    """Return what stands in the draft's way, in the order of the text: the findings of ``hear``."""
    return hear(document, email=email, rules=rules).findings


def hear(document: Document, *, email: bool = True, rules: tuple[Rule, ...] | None = None) -> Heard:
    """Return what rules say of a draft.

    With ``email`` false the text is no email: every part of it is read, and every name or number counts as an
    identifier. ``rules`` are the project's own unless others are given. Of findings of one family that overlap, the
    longest stays.
    """
    chosen = all_rules() if rules is None else rules
    draft = TokenizedDraft(document, email=email)
    index = _index(chosen)
    found, fine = index.found(draft)
    heard: dict[Family, list[Finding]] = defaultdict(list)
    for number in sorted(index.unprompted.union(found)):
        rule = chosen[number]
        if rule.context.applies_to(draft):
            heard[rule.family].extend(_findings(rule, draft, rule.kind.hits(draft, found.get(number, ()))))
            fine += [Excuse(rule.family, span) for span in rule.kind.fine(draft)]
    fine += [Excuse(Family.IDENTIFIER, name.house) for name in draft.names if name.house is not None]
    return Heard(
        tuple(sorted((one for family in heard.values() for one in _apart(family)), key=_place)), tuple(sorted(fine))
    )


def _findings(rule: Rule, draft: TokenizedDraft, hits: Iterable[Hit]) -> Iterator[Finding]:
    for hit in hits:
        if rule.reads(hit.passage, email=draft.email) and rule.context.allows(draft, hit.passage, hit.span):
            text = hit.span.of(draft.document.text)
            quoted = draft.email and hit.passage.sentence.part is Part.QUOTED
            yield Finding(
                check=rule.id,
                family=rule.family,
                span=hit.span,
                text=text,
                message=rule.message.format_map({"text": shortened(text), **hit.values}),
                severity=rule.severity,
                question=_CUT_BEFORE_SENDING if quoted else rule.question,
                why=rule.why,
                source=rule.source,
            )


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return (*finding.span, _ORDER[finding.family], finding.check)


def _apart(findings: list[Finding]) -> Iterator[Finding]:
    """Yield the findings of one family without those that overlap a longer one."""
    end = -1
    kept: list[Finding] = []
    for finding in sorted(
        findings, key=lambda one: (one.span.start, -one.span.end, _GRAVEST.index(one.severity), one.check)
    ):
        if finding.span.start >= end:
            kept.append(finding)
            end = finding.span.end
        elif finding.span.end - finding.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = finding
            end = finding.span.end
    yield from kept
