"""Names of employers, schools, towns and other places that point to one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.kinds.person_name import nobodys_names
from hartcity.rules.owners import Owner, owner
from hartcity.rules.word_class import word_class
from hartcity.text.word_lists import is_ordinary


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.proper_name import ProperName
    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


@dataclass(frozen=True)
class NamedPlace(Kind):
    """Capitalized names that end in one of ``endings`` or follow one of the phrases ``before``.

    Names of the writer's or the reader's organization and of organizations in the plan are no such place. Without
    ``organizations``, a name that an organization goes by is none either, unless it ends in one of ``lands`` (in
    "born in Tarn County" no office is meant).
    """

    phrases: tuple[str, ...]
    endings: frozenset[str]
    organizations: bool
    lands: frozenset[str]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``before``, ``endings``, ``organizations`` and ``lands``."""
        return cls(
            table.texts("before"),
            frozenset(table.texts("endings")),
            table.flag("organizations"),
            frozenset(table.texts("lands")),
        )

    def hits(self, draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the names."""
        leads = {(id(one.passage), one.place.end) for one in found}
        for name in draft.names:
            led = (id(name.passage), name.first) in leads
            if (led or self.endings.intersection(name.words[-2:])) and self._points(draft, name, led=led):
                yield Hit(name.span, name.passage)

    def _points(self, draft: TokenizedDraft, name: ProperName, *, led: bool) -> bool:
        is_office = name.is_organization and not self.organizations and name.words[-1] not in self.lands
        if name.is_own or is_office or name.house is not None or name.words[0] in word_class("title"):
            return False
        if nobodys_names().issuperset(name.words) or (len(name.words) == 1 and is_ordinary(name.words[0]) and not led):
            return False
        return not draft.email or owner(draft, name.span.start, name.passage) is not Owner.CORRESPONDENTS
