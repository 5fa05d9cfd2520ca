"""One list of findings from the answers of all engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hartcity.engines.base import Answer, Reply
from hartcity.engines.passages import Passage
from hartcity.engines.tiers import Tier, Tiers
from hartcity.model import Finding


def merge(
    text: str,
    pieces: Sequence[Passage],
    replies: Mapping[str, Sequence[Reply]],
    *,
    tiers: Tiers,
    accepted_words: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return the findings of all engines in the order of ``text``, without doubles.

    ``replies`` gives, for each engine, one reply for each piece.
    """
    found: list[Finding] = []
    for said in replies.values():
        for piece, reply in zip(pieces, said, strict=True):
            if isinstance(reply, Answer):
                found.extend(
                    replace(finding, span=finding.span.shifted(piece.start))
                    for finding in reply.findings
                    if tiers.of(finding.check).tier is not Tier.OFF
                )
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.check)))
