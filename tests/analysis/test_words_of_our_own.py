"""The assistant points; it never writes a sentence of the draft."""

import re
from pathlib import Path

import pytest

import hartcity


PACKAGE = Path(hartcity.__file__).parent
RUN = 6
DRAFTS = (
    """Dear Team,

I need you to immediately find a bed for my client, a homeless addict who suffers from bipolar disorder. It is important
to note that due to the fact that nobody ever helps, she is a hopeless victim. Her name is Tyler Brown, born 03/04/1990.

You must call me ASAP!!! Thanks
""",
    """Hi there,

My name is Ana and I work at Cedar House. I am writing to ask whether your pantry could see a father of three. He have
a job at nights and recieve little pay. Mistakes were made with his application. Could we talk next week sometime? He
signed a release. We look forward to to working with you.

Sincerely,
Ana Ruiz
555-010-0100
""",
    "asdf qwer zxcv uiop hjkl bnmv rtyu fghj vbnm wert sdfg xcvb erty dfgh cvbn tyui ghjk",
)


_QUOTED = re.compile(r"[\u201c\u201d`\"]([^\u201c\u201d`\"]*)[\u201c\u201d`\"]")
_CURLY = re.compile(r"\u201c[^\u201c\u201d]*\u201d|\\u201c.*?\\u201d")
_FEW = 4
_SLOT = re.compile(r"\{[^{}]*\}|\\n")


def runs(text):
    """Return every run of six words in a text, none of them across a line of dashes."""
    found = set()
    for piece in text.split("---"):
        words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", piece.lower().replace("\u2019", "'"))
        found |= {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    return found


def without_quotations(words, draft):
    """Return a message with its quotations cut out: the student's own words, and single words that it speaks about."""

    def cut(quoted):
        is_the_students = " ".join(quoted[1].lower().split()) in " ".join(draft.lower().split())
        return "---" if is_the_students or len(quoted[1].split()) < _FEW else quoted[0]

    return _QUOTED.sub(cut, words)


@pytest.fixture(scope="module")
def catalogue():
    """Return every run of six words that stands in the package: its messages, reasons and questions."""
    found = set()
    for file in (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml")):
        source = file.read_text(encoding="utf-8")
        joined = re.sub(r'"\s*\n\s*f?"', "", source)
        whole = _SLOT.sub("---", joined)
        found |= runs(whole) | runs(_CURLY.sub("---", whole))
    return found


def said(report):
    """Return everything that a report says in words of its own, with whether a template may have filled it."""
    for finding in report["findings"]:
        yield from finding["suggestions"]
        if not finding["engines"]:
            yield from (finding["message"], finding["question"], finding["why"])
    for reason in report["reasons"].values():
        yield from (reason["reason"], reason["question"])
    for criterion in report["criteria"].values():
        yield from (line["reason"] for line in criterion["receipt"])
    yield report["refused"] or ""


@pytest.mark.parametrize("text", DRAFTS)
def test_no_sentence_is_written_for_the_student(text, catalogue):
    """No six words in a row are neither the student's nor in the catalogue of messages."""
    report = hartcity.check_draft({"text": text}, engines=("harper",))
    assert list(said(report))
    foreign = {run for words in said(report) for run in runs(without_quotations(words, text))} - runs(text) - catalogue
    assert not foreign


@pytest.mark.parametrize("text", DRAFTS)
def test_only_spelling_and_grammar_come_with_a_replacement(text):
    """Findings about wording ask a question and hand over no words."""
    report = hartcity.check_draft({"text": text}, engines=("harper",))
    for finding in report["findings"]:
        if finding["family"] != "grammar":
            assert finding["suggestions"] == []
            assert finding["question"].endswith("?")
