"""What another person wrote below an answer: found and kept apart from the writer's own words."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, pairwise

from hartcity.documents.quoted_words import words
from hartcity.text.greeting import greeting_length


_RULE = re.compile(r"[_\u2500\u2014*=-]{5,}$")
_MARK = re.compile(r"[ \t]?>")
_MORE_THAN = re.compile(r"[ \t]?>=?[$\u20ac\u00a3~]?\d")
_BOLD = re.compile(r"[*_]{1,2}")
_LABEL = re.compile(r"([^\W\d_][^:\uff1a\n]{0,20}?)\s*[:\uff1a]")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")
_DATED = re.compile(r"\d{4}|\d{1,2}[:.h]\d{2}|@|\d{1,2}[./-]\d{1,2}")
_WRITTEN_TO = re.compile(r"(?:@|<[^<>]+>|\d{4}|\d{1,2}:\d{2}).*[:\uff1a]$")
_BRACKETED = re.compile(r"[<(\[][^<>()\[\]\s]{1,100}@[^<>()\[\]\s]{1,100}[>)\]]")
_OF_ONES_OWN = re.compile(r"\b(?:the|a|an|my|our|your|his|her|their|i|he|she|they|we|who|and then)\s", re.IGNORECASE)
"""Words by which a writer tells what another person wrote; mail programs only name that person."""

_SENTENCE = re.compile(r"(?:I|We|She|He|They|My|Our|Please|When|After|Before)\b")
_ENGLISH = re.compile(r"\b(?:the|my|our|your|please|with|for)\b", re.IGNORECASE)
"""Words of a sentence of one's own, where no known word says that another person wrote."""

_LONGEST_HEAD = 300
_MOST_HEAD_LINES = 3
_MOST_LABEL_LINES = 12
_LEAST_WORDS = 12
"""Words that stand above a header block before it is taken for another message and not for the draft's own head."""


def apart(text: str) -> tuple[str, str]:
    """Return the writer's own words and, below or between them, those of another message.

    A text that would have no words of its own, as an email that was only sent on, stays whole.
    """
    lines = text.split("\n")
    is_quoted = _marked(lines)
    for at in range(len(lines)):
        if is_quoted[at]:
            continue
        length = _head(lines, at)
        if length:
            end = _end(lines, is_quoted, at + length)
            is_quoted[at:end] = [True] * (end - at)
    # An empty line belongs to what stands around it.
    for at in range(len(lines)):
        if not lines[at].strip():
            before = next((is_quoted[place] for place in range(at - 1, -1, -1) if lines[place].strip()), False)
            after = next((is_quoted[place] for place in range(at + 1, len(lines)) if lines[place].strip()), before)
            is_quoted[at] = before and after
    own, quoted = (_joined(lines, is_quoted, wanted) for wanted in (False, True))
    return (own, quoted) if any(map(str.isalnum, own)) else (text, "")


def _marked(lines: list[str]) -> list[bool]:
    """Return which lines begin with a quotation mark, and not with a figure that something is more than."""
    is_marked = [_MARK.match(line) is not None for line in lines]
    before = ""
    for _, run in groupby(range(len(lines)), key=lambda at: is_marked[at] or not lines[at].strip()):
        places = [at for at in run if lines[at].strip()]
        are_figures = all(_MORE_THAN.match(lines[at]) for at in places)
        if places and is_marked[places[0]] and are_figures and not before.endswith((":", "\uff1a")):
            for at in places:
                is_marked[at] = False
        before = lines[places[-1]].rstrip() if places else before
    return is_marked


def _joined(lines: list[str], is_quoted: list[bool], wanted: bool) -> str:
    """Return the lines of one of the two, with an empty line where the other stood between."""
    runs = groupby(zip(lines, is_quoted, strict=True), key=lambda pair: pair[1])
    return "\n\n".join(
        _closed("\n".join(line for line, _ in run)) for is_foreign, run in runs if is_foreign is wanted
    ).strip("\n")


def _closed(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _head(lines: list[str], at: int) -> int:
    """Return how many lines the head of another message takes that begins at a line, or 0."""
    line = lines[at].strip()
    if not line:
        return 0
    known = words()
    if len(line) <= _LONGEST_HEAD and known.original.match(_bare(line)) and any(map(str.strip, lines[:at])):
        return 1
    if _RULE.match(line) and at + 1 < len(lines):
        following = next((place for place in range(at + 1, min(at + 3, len(lines))) if lines[place].strip()), 0)
        return following - at + _labels(lines, following) if following and _labels(lines, following) else 0
    return _labels(lines, at) or _wrote(lines, at)


def _wrote(lines: list[str], at: int) -> int:
    """Return the lines of ``On …, Kim wrote:``, which may be folded."""
    said = ""
    for length in range(1, _MOST_HEAD_LINES + 1):
        if at + length > len(lines) or not lines[at + length - 1].strip():
            return 0
        said = f"{said} {lines[at + length - 1].strip()}".strip()
        if len(said) > _LONGEST_HEAD:
            return 0
        bare = _bare(said)
        if not bare.endswith((":", "\uff1a")):
            continue
        if _SENTENCE.match(bare):
            return 0
        is_told = words().wrote.search(bare) is not None and _DATED.search(bare) is not None
        # An address in brackets and a time, as every mail program writes them, whatever the language.
        is_addressed = _BRACKETED.search(bare) is not None and _TIME.search(_plain_digits(bare)) is not None
        following = next((line for line in lines[at + length :] if line.strip()), "")
        is_marked = _MARK.match(following) is not None
        if is_marked and _WRITTEN_TO.search(bare) is not None:
            return length
        is_own = not is_addressed and not is_marked and _OF_ONES_OWN.search(bare) is not None
        is_foreign = is_addressed and any(map(str.strip, lines[:at])) and _ENGLISH.search(bare) is None
        return length if (is_told and not is_own) or is_foreign else 0
    return 0


def _labels(lines: list[str], at: int) -> int:
    """Return the lines of a block ``From: … Sent: … To: … Subject: …`` below words of the writer's own, or 0."""
    found: list[str] = []
    place = at
    if at and _is_label(lines[at - 1]):
        return 0  # in the middle of a block that begins otherwise, as the head of a memo does
    while place < min(at + _MOST_LABEL_LINES, len(lines)):
        if not lines[place].strip():
            # Labels may stand apart, as paragraphs of a word processor or of a page.
            if not found or place + 1 >= len(lines) or not _is_label(lines[place + 1]):
                break
            place += 1
        label = _LABEL.match(_bare(lines[place].strip()))
        if label:
            found.append(" ".join(label[1].casefold().split()))
        elif not found:
            return 0
        place += 1
    if len(found) < 3:  # noqa: PLR2004 - from, when, and to whom or about what
        return 0
    has_time = any(map(_TIME.search, map(_plain_digits, lines[at:place])))
    is_head = any(
        (found[0] in block["from"] or (has_time and found[0] in block["sent"] | block["subject"]))
        and block["from"] & {*found}
        and block["sent"] & {*found}
        and (block["to"] | block["subject"]) & {*found}
        for block in words().blocks
    )
    above = lines[:at]
    is_answer = has_time or any(greeting_length(line.strip()) for line in above)
    return place - at if is_head and is_answer and len(" ".join(above).split()) >= _LEAST_WORDS else 0


def _is_label(line: str) -> bool:
    label = _LABEL.match(_bare(line.strip()))
    return label is not None and any(
        " ".join(label[1].casefold().split()) in labels for block in words().blocks for labels in block.values()
    )


def _plain_digits(line: str) -> str:
    """Return a line with the digits of every script as those of the Latin one."""
    return "".join(str(unicodedata.digit(sign, sign)) for sign in line)


def _end(lines: list[str], is_quoted: list[bool], start: int) -> int:
    """Return where the other message ends: with its marked lines where lines are marked, else with the text."""
    filled = [place for place in range(start, len(lines)) if lines[place].strip()]
    if not filled or not is_quoted[filled[0]]:
        return len(lines)
    last = filled[0]
    for before, place in pairwise(filled):
        if not is_quoted[place]:
            break
        last = max(before, place)
    return last + 1


def _bare(line: str) -> str:
    return _BOLD.sub("", line).strip()
