"""Has a subject that names the purpose.

What: The subject field, or a Re: or Subject: line in the text, says what the message is about and what for, without
anything that identifies the person; a letter needs none.
Why: The reader decides by the subject when and by whom the message is opened, and subjects are seen by many eyes.
Example: Request for weekend child care and a short call
Source: Wikiversity, Basic Parts of Professional E-mails; NNEDV Tech Safety, Email best practices (subjects travel
unprotected).
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult, Kind, State
from hartcity.text import Document
from hartcity.text.subject import SubjectLine


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
    if (
        subject.names_service
        and subject.names_purpose
        and not subject.is_informal
        and not subject.identifies
        and not subject.labels
    ):
        return State.MET
    named = subject.names_service or subject.names_purpose or subject.identifies or subject.names_topic
    return State.PARTLY if named and not subject.shouts else State.NOT_SEEN


EXAMPLES = ()
