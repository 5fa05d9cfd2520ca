"""Has a subject that names the purpose.

What: The subject field, or a Re: or Subject: line in the text, says what the message is about and what for, without
anything that identifies the person; a letter needs none.
Why: The reader decides by the subject when and by whom the message is opened, and subjects are seen by many eyes.
Example: Request for weekend child care and a short call
Source: Wikiversity, Basic Parts of Professional E-mails; NNEDV Tech Safety, Email best practices (subjects travel
unprotected).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, Kind, State
from hartcity.text import Document
from hartcity.text.subject_line import SubjectLine


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="The subject says what the message is for.",
        partly="The subject is there, but its purpose is not clear or it says too much.",
        not_seen="No subject that names the purpose was seen.",
        question="Which few words would tell the reader what you ask for, without saying who it is about?",
    ),
)


def run(document: Document) -> CheckResult:
    """Look at the subject field and at Re: or Subject: lines."""
    subject = document.subject_line
    if subject is None:
        letter = document.draft.kind is Kind.LETTER
        return _verdict(
            State.NOT_APPLICABLE if letter else State.NOT_SEEN, (), "A letter needs no subject line." if letter else ""
        )
    spans = () if subject.span is None else (subject.span,)
    return _verdict(_state(subject), spans)


def _state(subject: SubjectLine) -> State:
    if not subject.names_purpose:
        return State.PARTLY if subject.names_topic or subject.identifies else State.NOT_SEEN
    is_spoiled = subject.is_informal or subject.shouts or subject.identifies or subject.labels
    return State.PARTLY if is_spoiled else State.MET


_MESSAGE = (
    "Dear Intake Team,\n\n"
    "I am a case aide at Birch Hill Family Services, and I am writing to ask for a bed for a veteran. He works "
    "nights.\n\n"
    "Could we meet at your office on Monday at 10 or Tuesday at 2? I will bring his papers, and I thank you for "
    "reading.\n\n"
    "Sincerely,\nAna Ruiz\n555-010-0101"
)
_SUBJECTS = (
    ("Request for a shelter bed and a short call", State.MET),
    ("Weekend child care for a nurse's aide", State.MET),
    ("Referral for Grief Counseling", State.MET),
    ("Question about your job training group", State.MET),
    ("Help with a rent hearing on May 3", State.MET),
    ("Shower chair and rails", State.MET),
    ("Speech evaluation for a three-year-old", State.MET),
    ("Interpreter for a lease signing, May 14", State.MET),
    ("beds", State.PARTLY),
    ("What your choir did", State.PARTLY),
    ("A question for you", State.PARTLY),
    ("A humble plea for a coat", State.PARTLY),
    ("Quick question about rides :)", State.PARTLY),
    ("Dental appointment for Maria Lopez, DOB 4/1/1990", State.PARTLY),
    ("Okonjo housing request", State.PARTLY),
    ("Counseling referral: Okonjo family", State.PARTLY),
    ("Request to Birch Hill Family Services for a shelter bed", State.MET),
    ("Apartment at Ada Winslow House: request for a visit", State.MET),
    ("Correspondence Regarding a Matter of Importance", State.PARTLY),
    ("Thank you!", State.PARTLY),
    ("Difficult client needs counseling", State.PARTLY),
    ("", State.NOT_SEEN),
    ("HELP!!!", State.NOT_SEEN),
    ("Reaching out", State.NOT_SEEN),
    ("Final notice", State.NOT_SEEN),
    ("Hello", State.NOT_SEEN),
)
EXAMPLES = (
    *(Example(_MESSAGE, state, subject=subject) for subject, state in _SUBJECTS),
    Example(f"Subject: Tutoring for a ninth grader\n\n{_MESSAGE}", State.MET),
    Example(f"Re: Ride request for weekly treatment\n\n{_MESSAGE}", State.MET, kind=Kind.LETTER),
    Example(_MESSAGE, State.NOT_APPLICABLE, kind=Kind.LETTER),
)
