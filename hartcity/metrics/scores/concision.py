"""How few words are spent on what is said: 100 is tight prose.

Long sentences, a high share of the little words that hold a sentence together, padding, phrases that the rules find
wordy, and runs of words that come again all cost words. The weights are set by judgment, not fitted (model card:
``data/concision.md``).
"""

from __future__ import annotations

import math

from hartcity.metrics.following import beyond_easy_length, breaths
from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.values import SILENCE, Evidence, weighed
from hartcity.model import Family, Finding, Score, Span
from hartcity.text import Document, Sentence
from hartcity.text.frequency import zipf
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.sought import Sought
from hartcity.text.words import forms_in


_ORDINARY = 1.0
_LITTLE_WORD = 6.0
_USUAL_LENGTH = 20.0
_USUAL_LITTLE_WORDS = 0.45
_RUN = 4
_PADDING = Sought(
    r"\b(?:very|really|quite|rather|actually|basically|essentially|literally|simply|totally|absolutely|definitely"
    r"|certainly|truly|just|in order to|due to the fact that|the fact that"
    r"|it is (?:important|worth|necessary) to (?:note|mention|say|point out)"
    r"|needless to say|as a matter of fact|in terms of|with (?:regard|respect) to|at this point in time"
    r"|for the most part|all things considered|in my (?:personal )?opinion|i (?:just )?want(?:ed)? to (?:say|mention)"
    r"|there (?:is|are|was|were)|it is|in the process of|each and every|first and foremost|kind of|sort of|various"
    r"|a (?:large|great|wide)? ?(?:number|variety|range|majority) of|is able to|are able to|as well as|when it comes to"
    r"|what i mean|to be honest|at the end of the day|once again|and so on)\b"
)


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words."""
    sentences = prose_sentences(document, email=email)
    if not sentences:
        return SILENCE
    count = sum(len(sentence.forms) for sentence in sentences)
    *before, again = document.once(_own_evidence, email=email)
    wordy = tuple(finding.span for finding in findings if finding.family is Family.WORDY)
    return weighed([*before, Evidence("wordy phrases", -12.0 * len(wordy) / count, wordy), again])


def _own_evidence(document: Document, *, email: bool) -> tuple[Evidence, ...]:
    """Return what the words themselves say, whatever was found in them."""
    sentences = prose_sentences(document, email=email)
    count = sum(len(sentence.forms) for sentence in sentences)
    length = math.fsum(breaths(sentence) for sentence in sentences) / len(sentences)
    little = sum(_little_words(sentence.plain) for sentence in sentences) / count
    padding = tuple(span.shifted(s.span.start) for s in sentences for span in _PADDING.places(s.lower))
    again = _runs_again(sentences)
    return (
        Evidence("ordinary prose", _ORDINARY, is_given=True),
        Evidence("sentence length", (_USUAL_LENGTH - length) / 14, beyond_easy_length(sentences)),
        Evidence("little words", (_USUAL_LITTLE_WORDS - little) * 4),
        Evidence("padding", -12.0 * len(padding) / count, padding),
        Evidence("repeated words", -6.0 * len(again) / count, again),
    )


@kept(SENTENCES)
def _little_words(sentence: str) -> int:
    return sum(zipf(form) > _LITTLE_WORD for form in forms_in(sentence))


@kept(SENTENCES)
def _runs(sentence: str) -> tuple[tuple[str, ...], ...]:
    """Return the runs of four words of a sentence."""
    forms = forms_in(sentence)
    return tuple(zip(*(forms[after:] for after in range(_RUN)), strict=False))


def _runs_again(sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Return the places where four words stand that stood together before."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for sentence in sentences:
        for at, run in enumerate(_runs(sentence.plain)):
            if run in seen:
                found.append(Span(sentence.words[at].span.start, sentence.words[at + _RUN - 1].span.end))
            seen.add(run)
    return tuple(found)
