"""What makes words and sentences hard to read, as figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hartcity.metrics.frequency import zipf
from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.standard import easy_words
from hartcity.metrics.syllables import syllables
from hartcity.metrics.wordlists import graded
from hartcity.text import Document, Sentence


_PEOPLE = frozenset("i you he she we they me him her us them my your his our their".split())
_FUNCTION_WORD = 6.0
_RARE = 3.5
_MANY_SYLLABLES = 3


def prose_features(document: Document, *, email: bool) -> dict[str, float]:
    """Return the features of a document's prose; it holds at least one word."""
    return reading_features(prose_sentences(document, email=email))


def reading_features(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word; see the model cards for what each is worth.

    Shares are of all words; ``zipf`` is the mean Zipf frequency of the words that are not function words.
    """
    words = [word.lower for sentence in sentences for word in sentence.words]
    spelled = [word for word in words if word[0].isalpha()] or words
    count, of_spelled = len(words), len(spelled)
    spoken = [syllables(word) for word in spelled]
    common = [zipf(word) for word in spelled]
    content = [frequency for frequency in common if frequency < _FUNCTION_WORD] or [_FUNCTION_WORD]
    easy = easy_words()
    learned = graded("word_ease")
    marks = sum(sentence.plain.count(mark) for sentence in sentences for mark in ",;:()")
    ease = [learned[word] for word in spelled if word in learned]
    return {
        "words_per_sentence": math.log1p(count / len(sentences)),
        "syllables_per_word": sum(spoken) / of_spelled,
        "words_of_three_syllables": sum(n >= _MANY_SYLLABLES for n in spoken) / of_spelled,
        "letters_per_word": sum(map(len, spelled)) / of_spelled,
        "zipf": math.fsum(content) / len(content),
        "rare_words": sum(frequency < _RARE for frequency in common) / of_spelled,
        "hard_words": sum(word not in easy for word in spelled) / of_spelled,
        "people": sum(word in _PEOPLE for word in words) / count,
        "numbers": sum(not word[0].isalpha() for word in words) / count,
        "word_ease": math.fsum(ease) / len(ease) if ease else 0.0,
        "inner_marks": marks / count,
    }
