"""Both engines through the one door, with a real Java behind it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from hartcity.engines import EngineState, Grammar
from hartcity.model import Severity


pytestmark = pytest.mark.languagetool

DRAFT = (
    "Dear Ms. Rivera,\n\nMy name is Sam and I works with familys in Hart City. One of the parents we serve are "
    "looking for a evening program, and she have asked me to write to you. Thank you for the the time.\n\n"
    "Kind regards,\nSam Okonjo\nKestrel Community Services\nsam.okonjo@kestrl.example.org"
)
ODD = [
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 She recieve mail \U0001f600 and they is happy.",
    "First line.\r\n\r\nShe recieve mail.\r\nThey is happy.",
    "\u202b\u05d0\u05d1\u05d2\u202c She recieve mail and they is happy.",
    "A \ud800 lone one. She recieve mail and they is happy.",
    "Nothing \x00 here. She recieve mail and they is happy.",
    "Cafe\u0301 time\u2028She recieve mail and they is happy.",
]


def _forget(grammar: Grammar) -> None:
    for engine in grammar._engines.values():
        engine._answers.clear()


def test_offsets_are_code_points_whatever_stands_before(grammar: Grammar):
    """Each finding's words stand at its place, after emoji, CRLF, right-to-left marks, surrogates and NUL."""
    for text in ODD:
        result = grammar.find(text)
        assert result.engines["languagetool"] == "6.8"
        assert {"recieve", "is"} <= {finding.text for finding in result.findings}
        for finding in result.findings:
            assert text[finding.span.start : finding.span.end] == finding.text


def test_offsets_are_right_across_threads(grammar: Grammar):
    """Twelve threads with different emoji in their texts get what each gets alone, time and again."""
    texts = [f"{chr(0x1F600) * (number % 7)} {text} {number}." for number in range(24) for text in ODD[:2]]
    alone = [grammar.find(text) for text in texts]
    _forget(grammar)
    with ThreadPoolExecutor(12) as pool:
        assert list(pool.map(grammar.find, texts)) == alone


def test_errors_of_a_draft_are_found_and_its_names_are_not(grammar: Grammar):
    """The slips are marked, most of them by both engines, and no name, agency or address is."""
    found = {finding.text: finding for finding in grammar.find(DRAFT).findings}
    assert {"familys", "have", "the the"} <= found.keys()
    assert found["familys"].engines == ("languagetool", "harper")
    assert found["familys"].severity is Severity.ERROR
    assert not any(name in words for words in found for name in ("Okonjo", "Kestrel", "kestrl", "Rivera"))


def test_a_mark_in_a_name_ends_no_sentence_for_engines(grammar: Grammar):
    """Behind a mark of a name a small letter is right and the verb has its subject; elsewhere all is as before."""
    clean = (
        "The Look Up! fund pays for the books. I learned of your Fit to Lead? course from a colleague. Both sing"
        " in the Yes! choir. The staff of Oho! and the staff of our center share one kitchen."
    )
    assert grammar.find(clean).findings == ()
    assert [one.text for one in grammar.find("Our neighbors at Welcome! has a van.").findings] == ["has"]
    assert [one.text for one in grammar.find("Thank you so much! please call us.").findings] == ["please"]


def test_what_is_a_writer_s_choice_is_left_alone(grammar: Grammar):
    """A short phrase needs no comma behind it, and an adverb no hyphen."""
    assert grammar.find("She studied part time for two years. In May she earned a badge.").findings == ()


def test_words_with_two_letters_swapped_are_found(grammar: Grammar):
    """A swap inside a common word is marked at its place with the right word first."""
    for word, swapped in [("program", "progarm"), ("support", "supoprt"), ("community", "commnuity")]:
        text = f"We would be glad of your {swapped} this year."
        (finding,) = [each for each in grammar.find(text).findings if each.text == swapped]
        assert finding.suggestions[0] == word


def test_remembered_passages_change_nothing(grammar: Grammar):
    """An edited draft gets the same findings as it gets from engines that never saw it before."""
    grammar.find(DRAFT)
    edited = DRAFT.replace("evening program", "evning program").replace("Kind regards", "Kindest regards")
    remembered = grammar.find(edited)
    _forget(grammar)
    assert grammar.find(edited) == remembered


def test_findings_do_not_depend_on_the_company(grammar: Grammar):
    """A passage has the same findings alone as in the middle of many others, brackets and quotation marks included."""
    passages = [
        "An open (bracket here.",
        'A "quotation that never ends.',
        "lower case start, and a colour.",
        "The color of it. The color of it. The color.",
        "They closes it) here.",
        *(line for line in DRAFT.split("\n\n")),
    ]
    _forget(grammar)
    whole = grammar.find("\n\n".join(passages)).findings
    _forget(grammar)
    start = 0
    expected = []
    for passage in passages:
        expected += [(start + each.span.start, each.check) for each in grammar.find(passage).findings]
        start += len(passage) + 2
    assert [(each.span.start, each.check) for each in whole] == expected


def test_words_of_the_plan_are_no_misspellings(grammar: Grammar):
    """What the caller accepts is not marked, in any case and with an ending; other slips still are."""
    text = "The people at hearthston helped, and hearthston's staff was kind to the comunity."
    found = {finding.text for finding in grammar.find(text, accepted_words=frozenset({"Hearthston Fund"})).findings}
    assert "comunity" in found
    assert not any("hearthston" in words for words in found)
    assert any("hearthston" in finding.text for finding in grammar.find(text).findings)


def test_only_the_engines_that_are_named_take_part(grammar: Grammar):
    """Naming one engine leaves the other out of findings, versions and notices; naming none leaves both out."""
    for name, other in (("harper", "languagetool"), ("languagetool", "harper")):
        result = grammar.find(DRAFT, engines=(name,))
        assert result.engines[name]
        assert result.engines[other] is None
        assert {engine for finding in result.findings for engine in finding.engines} == {name}
        assert result.notices == ()
    nothing = grammar.find(DRAFT, engines=())
    assert (nothing.findings, nothing.notices, set(nothing.engines.values())) == ((), (), {None})


def test_an_empty_text_has_no_findings(grammar: Grammar):
    """Nothing but white space gives no findings, and the engines that stood ready are named."""
    for text in ("", " \n\r\n \t"):
        result = grammar.find(text)
        assert result.findings == ()
        assert result.engines == {"languagetool": "6.8", "harper": "2.13.0"}


def test_harper_alone_is_a_normal_state():
    """Without LanguageTool on the machine, Harper's findings come at once, with a notice and no waiting."""
    engines = Grammar(install=False)
    engines._server._find_installation = lambda: None
    try:
        for wait in (False, True):
            result = engines.find("She recieve mail.", wait=wait)
            assert [finding.text for finding in result.findings] == ["recieve"]
            assert result.engines == {"languagetool": None, "harper": "2.13.0"}
            (notice,) = result.notices
            assert "Harper alone" in notice.words
        assert engines.status().of("languagetool").state is EngineState.ABSENT
    finally:
        engines.close()


def test_closing_twice_is_harmless_and_later_calls_are_told():
    """After closing, a call gives a notice for each engine and no findings."""
    engines = Grammar(install=False)
    engines.close()
    engines.close()
    engines.start()
    result = engines.find("She recieve mail.", wait=True)
    assert result.findings == ()
    assert len(result.notices) == 2
