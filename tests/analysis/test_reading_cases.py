"""Emails on which something was misread once, and others of the same kinds.

Each case holds with the trained reader and with rules alone.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hartcity.analysis import check_draft
from hartcity.model import Draft, Family, Kind, Report, State


GIVEN = [
    json.loads(line)
    for line in Path(__file__).with_name("reading_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
ENGINES = pytest.mark.parametrize("engines", [("reader",), ()], ids=["reader", "rules"])

HEAD = """Maple Bridge Family Center
12 Mill Road
Harbor, OH 44000
Phone: 555-013-0142

March 2, 2026

Northgate Housing
400 Canal Street
Harbor, OH 44001

"""
GREETING = "Dear Ms. Okonjo-Bell,\n\n"
FIRST = (
    "My name is Dara Whitlow, and I am a social work intern at Maple Bridge Family Center. I am writing, with her"
    " written consent, about a parent of two who is looking for stable housing after her lease ended in June. She works"
    " full time at a bakery, has saved for a deposit, and hopes to keep both children in their current school. Would"
    " your Rapid Rehousing Program be able to consider her for a six-month rental subsidy?\n\n"
)
SECOND = (
    "I know how carefully your team matches families with landlords, and I would value your advice. Could we meet by"
    " phone on Tuesday, March 10, at 10:00 a.m. or on Thursday, March 12, at 2:00 p.m., or at another time? I will"
    " gather the pay stubs and the landlord references before we talk, so that we can plan the next steps together."
    " {said}Thank you for your time and for the work that you do.\n\n"
)
ENDING = (
    "Sincerely,\nDara Whitlow\nSocial Work Intern, Maple Bridge Family Center\n555-013-0142\n"
    "dwhitlow@maplebridge.example"
)


def letter(said: str = "", *, above: str = "", below: str = "") -> str:
    """Return a letter with a sentence in its second paragraph, lines above its greeting and lines below its end."""
    head = f"{HEAD}{above}\n\n" if above else ""
    second = SECOND.format(said=f"{said} " if said else "")
    return head + GREETING + FIRST + second + ENDING + (f"\n\n{below}" if below else "")


def report(text: str, engines: tuple[str, ...], *, assignment: str = "advocacy-email", **fields: object) -> Report:
    """Check a draft; every finding's words stand where it says."""
    told = check_draft(Draft(text=text, **fields), assignment=assignment, engines=engines)
    assert all(one.text == text[one.span.start : one.span.end] for one in told.findings)
    return told


def words(told: Report, family: Family) -> list[str]:
    """Return the words that findings of a family mark."""
    return [one.text for one in told.findings if one.family is family]


def states(told: Report) -> dict[str, State]:
    """Return the state of every check."""
    return {result.check: result.state for result in told.checks}


@ENGINES
@pytest.mark.parametrize("case", GIVEN, ids=[f"{at}-{case['kind'][:40]}" for at, case in enumerate(GIVEN)])
def test_a_given_case_is_read_right(case: dict, engines: tuple[str, ...]):
    """What identifies is told and nothing else is, kind words are no demand, and names do not cut sentences."""
    fields = {"kind": Kind.LETTER} if case.get("letter") else {"subject": case.get("subject", "")}
    told = report(case["text"], engines, assignment=case.get("assignment", "advocacy-email"), **fields)
    known = states(told)
    if "names" in case:
        assert set(words(told, Family.IDENTIFIER)) == set(case["names"])
    if "clean" in case:
        here = case["text"].find(case.get("sentence", case["text"]))
        found = [one for one in told.findings if one.family.value == case["clean"] and one.span.start >= here]
        assert [one.text for one in found] == []
    if "sentences" in case:
        assert told.metrics["sentences"] == case["sentences"]
        assert not engines or (known["purpose_early"], known["role_and_agency"]) == (State.MET, State.MET)
    if case.get("told"):
        assert known["subject_line"] is not State.MET


@ENGINES
@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("Re: Marcus Delgado\nMedicaid ID: 44-7716-203", ["Marcus Delgado", "44-7716-203"]),
        ("Client: Marcus Delgado\nPhone: 555-044-0177", ["Marcus Delgado", "555-044-0177"]),
        ("Patient: Xiomara Quispe\nBirth date: 3 May 1990", ["Xiomara Quispe", "3 May 1990"]),
        ("Regarding: Tamika Rowland\nCase #: 2231-88", ["Tamika Rowland", "2231-88"]),
        ("Resident: Luis Ortega\nCurrent address: 77 Birch Avenue, Unit 4", ["Luis Ortega", "77 Birch Avenue, Unit 4"]),
        ("Name: Tamika Rowland\nDOB: 04/12/1988", ["Tamika Rowland", "04/12/1988"]),
        ("Subject: Rapid rehousing request", []),
        ("Re: Rapid Rehousing Program referral", []),
    ],
)  # fmt: skip
def test_reference_lines_above_the_greeting_are_read(above: str, told: list[str], engines: tuple[str, ...]):
    """What a label gives away of a person is told, and the letterheads of both agencies are not."""
    assert set(words(report(letter(above=above), engines, kind=Kind.LETTER), Family.IDENTIFIER)) == set(told)


@ENGINES
@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("Attachments: consent form of Luis Ortega", ["Luis Ortega"]),
        ("Enclosures:\n- Lease of Tamika Rowland\n- Card 212-09-4455", ["Tamika Rowland", "212-09-4455"]),
        ("Client: Tamika Rowland, DOB 04/12/1988", ["Tamika Rowland", "04/12/1988"]),
        ("PS: Tamika Rowland will call you too.", ["Tamika Rowland"]),
        ("Enclosure: pay stubs (2)", []),
        ("cc: Dr. Lena Ortiz, supervisor", []),
        ("cc: Maple Bridge Family Center", []),
        (
            "On Mar 2, 2026, at 4:05 PM, Kim Ito <kim@northgate.example> wrote:\n> Hi Dara,\n> Her name is Tamika"
            " Rowland and she lives at 318 Larkspur Lane.\n> Best,\n> Kim Ito\n> 555-099-0123",
            ["Tamika Rowland", "318 Larkspur Lane"],
        ),
        (
            "From: Kim Ito <kim@northgate.example>\nSent: Monday, March 2, 2026 4:05 PM\nTo: Dara Whitlow\nSubject: RE:"
            " housing\n\nIs Tamika Rowland your client?\n\nKim",
            ["Tamika Rowland"],
        ),
    ],
)
def test_what_stands_below_the_signature_is_read(below: str, told: list[str], engines: tuple[str, ...]):
    """Enclosures, copies, labels and quoted messages are told of; those who write to each other are not."""
    assert set(words(report(letter(below=below), engines), Family.IDENTIFIER)) == set(told)


def test_a_quoted_name_is_asked_about_as_quoted():
    """The question on a finding in a quoted message is whether to cut the quote."""
    quoted = letter(below="On Mon, Mar 2, 2026 at 4:05 PM Kim Ito <kim@x.example> wrote:\n> Is Tamika Rowland here?\n")
    (finding,) = (one for one in report(quoted, ()).findings if one.family is Family.IDENTIFIER)
    assert "quoted" in finding.question


@ENGINES
@pytest.mark.parametrize(
    "said",
    [
        "Our partner St. Luke's Episcopal Church hosts the pantry.",
        "He eats lunch at Dorothy Day House.",
        "She attends groups at Mary's Place.",
        "We refer to the Martin Luther King Jr. Community Center.",
        "Our meals come from the Rosa Parks shelter.",
        "Our colleague at Saint Joseph Villa will help.",
    ],
)
def test_organizations_that_bear_a_name_are_nobody(said: str, engines: tuple[str, ...]):
    """A saint's or a person's name on a house is no identifier."""
    assert words(report(letter(said), engines), Family.IDENTIFIER) == []


@pytest.mark.parametrize("said", ["Her friend Maria Delgado drives her.", "Ms. Rowland moved out in May."])
def test_people_are_still_told(said: str):
    """A name of somebody in the story is told by the rules as before."""
    assert words(report(letter(said), ()), Family.IDENTIFIER) != []


@ENGINES
@pytest.mark.parametrize(
    "said",
    [
        "I will report to you on Friday.",
        "We will report her progress to the group.",
        "I will file her renewal by Monday.",
        "We will escalate the ticket with our landlord team.",
        "I will contact your supervisor as you suggested.",
        "Which of the two suits you best?",
        "Would mornings work better for you?",
        "Call me when you have a moment.",
        "Feel free to call.",
        "Have a wonderful day.",
        "Please forgive the short notice.",
        "Kindly find the form attached.",
        "Meet me whenever you can.",
        "Correct me if I have misread your hours.",
        "Set me right if your rules have changed.",
        "If there is no opening, I will file her form with the county instead.",
        "If you cannot take him, I will report that back to his mother.",
        "If her landlord does not answer, we will file a complaint with the city for her.",
        "If you do not mind, I will tell everyone in our group how kind you were.",
        "If I do not hear from you, I will call again on Monday.",
        "You had better weather for the fair than we did.",
        "You can call me.",
        "You could call me on Monday.",
        "You may write to us about her forms.",
    ],
)
def test_kind_words_are_no_demand(said: str, engines: tuple[str, ...]):
    """Offers, comparisons and courtesies are neither orders nor threats."""
    assert words(report(letter(said), engines), Family.DEMAND) == []


@pytest.mark.parametrize(
    "said",
    [
        "You better call me.",
        "I will file a formal complaint.",
        "I will report you to the state.",
        "I will escalate this to your director.",
        "I will call the newspaper.",
        "Call me today.",
        "Give me an answer by noon.",
        "Kindly ensure that she is seen.",
    ],
)
def test_orders_and_threats_are_still_told(said: str):
    """What leaves no choice is marked by the rules alone."""
    assert words(report(letter(said), ()), Family.DEMAND) != []


@ENGINES
@pytest.mark.parametrize(
    "said",
    [
        "If you cannot find a place for him, I will file a grievance with your board.",
        "Should there be no bed by the first, I shall lodge a complaint with the county.",
        "If she is turned down again, we will take our referrals elsewhere.",
        "Unless you find her a bed this week, we will have to inform your funders.",
        "Say no again and the whole neighborhood will know.",
        "I'm willing to go public with this unless something changes.",
        "Otherwise our attorney will be in touch with your office.",
        "If you turn him down, our volunteers will stop helping at your pantry.",
        "If you value our partnership, you will find him a bed.",
        "If you want to stay on our list, you had better answer.",
        "You'd better hurry.",
    ],
)
def test_a_step_against_the_reader_is_told_with_its_condition(said: str, engines: tuple[str, ...]):
    """A complaint, the press or lost referrals are a threat where a condition is put to the reader, in any words."""
    assert words(report(letter(said), engines), Family.DEMAND) != []


@ENGINES
@pytest.mark.parametrize(
    "said",
    [
        "She needs care so she can work her shift, and you need to take her kids because nobody else will.",
        "You have got to let him in.",
        "Her bus leaves at five and you'll have to give her a place near the station, as the others are too far.",
    ],
)
def test_what_the_reader_needs_to_do_for_somebody_is_an_order(said: str, engines: tuple[str, ...]):
    """An order to take, let in or give is told in a long sentence too."""
    assert words(report(letter(said), engines), Family.DEMAND) != []


def test_a_courteous_question_that_may_be_a_request_counts_as_one():
    """It is seen that the reader is asked, though not whether for a service or for a meeting."""
    said = "Might a crossing guard be sent, or could we find another way together?"
    told, _, _ = FIRST.partition("Would your Rapid")
    text = f"{GREETING}{told}\n\nI know how full your routes are. {said}\n\n{ENDING}"
    assert states(report(text, ("reader",)))["considerate_ask"] is State.MET


@ENGINES
@pytest.mark.parametrize(
    "said",
    [
        "Our FYI (Families and Youth Inside) group knows her.",
        "He was seen by the BRB, the Bay Ridge Board, in May.",
        "The In-Home Doula Kitchen, or IDK, cooks for her, and IDK staff know her well.",
        "BTW stands for Better Tomorrow Weavers, her choir.",
    ],
)
def test_an_abbreviation_that_is_written_out_is_no_chat(said: str, engines: tuple[str, ...]):
    """Where words with its initials stand beside it, an abbreviation in capitals is a name, there and further on."""
    assert words(report(letter(said), engines), Family.INFORMAL) == []


@pytest.mark.parametrize("said", ["OMG, the office called.", "BRB (back soon).", "LOL, the Bay Ridge Board said so."])
def test_an_abbreviation_that_is_not_written_out_is_still_chat(said: str):
    """Other words beside it leave it what it is."""
    assert words(report(letter(said), ()), Family.INFORMAL) != []


@pytest.mark.parametrize(
    ("subject", "is_told"),
    [
        ("Housing referral: Delgado household", True),
        ("Rapid rehousing referral for the Rowlands", True),
        ("Rapid rehousing referral for T. Rowland", True),
        ("Rapid rehousing for a working family", False),
        ("Rapid rehousing request for a Somali family", False),
    ],
)
def test_a_family_name_in_the_subject_is_seen(subject: str, is_told: bool):
    """A surname beside family, household or an initial keeps the subject from being met."""
    assert (states(report(letter(), (), subject=subject))["subject_line"] is not State.MET) == is_told


@ENGINES
@pytest.mark.parametrize(
    "text",
    [
        "We could talk on Wednesdays or Fridays at 3.",
        "He is 34 and has two boys, 5 and 9.",
        "The class began in September 2024.",
        "Section 8 vouchers help 30 families.",
        "Since 2019 we have served 4000 people.",
    ],
)
def test_numbers_and_days_in_other_texts_are_no_identifier(text: str, engines: tuple[str, ...]):
    """In a text that is no email, dates, counts and weekdays identify nobody; an address does."""
    assert words(report(text, engines, assignment="general"), Family.IDENTIFIER) == []
    assert words(report("She lives at 44 Oak Street.", engines, assignment="general"), Family.IDENTIFIER) != []


JOINED = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "st": "\ufb06"}


@ENGINES
@pytest.mark.parametrize("how", ["ligatures", "soft hyphens", "accents apart"])
def test_a_text_as_a_pdf_leaves_it_reads_like_the_text(how: str, engines: tuple[str, ...]):
    """Ligatures, soft hyphens in words and letters apart from their accents change no check, score or finding."""
    said = "You must find a caf\u00e9 office for her first stuff, due to the fact that Tamika Griffin asked."
    plain = letter(said)
    pasted = plain
    if how == "ligatures":
        for letters, joined in JOINED.items():
            pasted = pasted.replace(letters, joined)
    elif how == "soft hyphens":
        pasted = pasted.replace("housing", "hous\u00ading").replace("must", "mu\u200bst")
    else:
        pasted = pasted.replace("\u00e9", "e\u0301")
    here, there = report(plain, engines), report(pasted, engines)
    assert len(pasted) != len(plain)
    assert here.scores == there.scores
    assert states(here) == states(there)
    assert [one.check for one in here.findings] == [one.check for one in there.findings]
    assert here.findings
