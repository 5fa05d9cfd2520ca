"""Whose a name is, or a number, is seen by where it stands: in a letterhead, a reference, a copy, a quote, the subject.

Each case holds with the trained reader and with rules alone.
"""

from __future__ import annotations

import pytest

from hartcity.analysis import check_draft
from hartcity.model import Draft, Family, Kind, State


ENGINES = pytest.mark.parametrize("engines", [("reader",), ()], ids=["reader", "rules"])
HEAD = """Millrace Neighborhood Center
12 Millrace Walk
Old Harbor, ME 04000
555-0130

14 May 2026

Golden Hour Fitness
300 Canal Street, 2nd floor"""
LETTER = """Dear Ms. Hollander,

I'm Priya Castellanos, a practicum student at the Millrace Neighborhood Center. I am contacting you, with her \
agreement, about a grandmother who would like to join your Tuesday chair exercise class. Since January she has taken \
the stairs one at a time.

Your instructors have a fine name on our block. Is there room for one more this month? I could stop by on Thursday at \
3:00 or call on Friday at 9:30. Millrace can drive her both ways. Thank you for considering it.

Kind regards,
Priya Castellanos
Millrace Neighborhood Center, 555-0133"""


def told(text: str, engines: tuple[str, ...], **fields: object) -> list[str]:
    """Return the words that identify, as a report tells them."""
    report = check_draft(Draft(text=text, **fields), engines=engines)
    return [one.text for one in report.findings if one.family is Family.IDENTIFIER]


@ENGINES
@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("Regarding our shared guest, Winifred Osei", ["Winifred Osei"]),
        ("About our neighbor Winifred Osei", ["Winifred Osei"]),
        ("Dancer: Winifred Osei\nHome: 77 Pepper Lane", ["Winifred Osei", "77 Pepper Lane"]),
        ("Ref. guest Winifred Osei\nReach her at w.osei@inbox.example", ["Winifred Osei", "w.osei@inbox.example"]),
        ("Participant contact: w.osei@inbox.example", ["w.osei@inbox.example"]),
        ("Attention: Adele Hollander, Program Manager", []),
        ("c/o Fenwick Dray, Registrar\nP.O. Box 88", []),
        ("Supervising social worker: Dr. Conrad Eaves, LMSW", []),
        ("Board: Hjalmar Voss (chair), Petra Lund", []),
    ],
)
def test_a_reference_tells_and_a_letterhead_does_not(above: str, names: list[str], engines: tuple[str, ...]):
    """The name and the private address of the person are told, those of officers and boxes of agencies are not."""
    assert told(f"{HEAD}\n\n{above}\n\n{LETTER}", engines, kind=Kind.LETTER) == names


@ENGINES
@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Dancer: Winifred Osei, born June 2, 1948", ["Winifred Osei", "June 2, 1948"]),
        ("Parents: Elspeth and Hamish Osei", ["Elspeth", "Hamish Osei"]),
        ("c: Theodora Osei (niece of the lady)", ["Theodora Osei"]),
        ("Attachment: Osei_income_2025.pdf", ["Osei"]),
        ("Attachment: Millrace_fee_table_2026.pdf", []),
        ("cc: Conrad Eaves, LMSW, supervisor; Adele Hollander, Golden Hour Fitness", []),
        ("P.S. Millrace Neighborhood Center moves to 15 Tallow Street in June.", []),
        ("> Our office manager, Theodora Ng, makes the appointments. You can call her at 555-0177.", []),
        ("> Applications are read on Mondays. Write to fund@goldenhour.example.", []),
    ],
)
def test_below_the_signature_everyone_is_known_by_their_line(below: str, names: list[str], engines: tuple[str, ...]):
    """Forms, copies and files tell of the person; the writer's and the reader's side is left alone."""
    assert told(f"{LETTER}\n\n{below}", engines) == names


@pytest.mark.parametrize("mark", ["P.S. ", "PS - ", "P. S. ", "p.s. ", "PPS: ", "P.S. \u2014 "])
def test_a_name_in_a_postscript_begins_with_the_name(mark: str):
    """Every spelling of the mark is read alike, and none is part of the name."""
    assert told(f"{LETTER}\n\n{mark}Winifred Osei would bring her own mat.", ("reader",)) == ["Winifred Osei"]


@ENGINES
def test_a_name_told_in_a_reference_is_told_in_the_letter_too(engines: tuple[str, ...]):
    """The reader need not second it, since the line says whose name it is."""
    text = LETTER.replace("Thank you", "Winifred has her own mat. Thank you")
    assert told(f"{HEAD}\n\nOur guest: Winifred Osei\n\n{text}", engines, kind=Kind.LETTER) == [
        "Winifred Osei",
        "Winifred",
    ]


@ENGINES
@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Osei exercise class request", "Osei"),
        ("Exercise class referral: Belisle household", "Belisle"),
        ("Exercise class application (Belisle)", "Belisle"),
        ("Request for Ms. Hollander: a place in the exercise class", ""),
        ("Exercise class for a guest of the Millrace Neighborhood Center: request", ""),
        ("Request for a place in the Ada Winslow Senior Center class", ""),
    ],
)
def test_a_bare_family_name_in_the_subject_is_seen(subject: str, name: str, engines: tuple[str, ...]):
    """Typed into the text it is told of, and in its field it keeps the subject from being met."""
    assert told(f"Subject: {subject}\n\n{LETTER}", engines) == ([name] if name else [])
    report = check_draft(Draft(text=LETTER, subject=subject), engines=engines)
    state = next(result.state for result in report.checks if result.check == "subject_line")
    assert (state is State.PARTLY) == bool(name)
