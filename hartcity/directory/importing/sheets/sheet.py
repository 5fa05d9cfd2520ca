"""The lists of a file as one table, and which of its sheets they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.directory.importing.sheets.fields import NEEDED
from hartcity.directory.importing.sheets.listings import Listing, listings
from hartcity.directory.importing.sheets.merging import Merged
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.directory.importing.outcome import LeftOut
    from hartcity.directory.importing.raw import Grid, RawRow

_NO_ROWS = "This file holds no rows under a header, so there is nothing to bring in."


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose columns are not known yet. ``format`` says where it came from (``CSV``, ``Excel``).

    ``sheets`` are the names of all sheets of a workbook, ``taken`` of those whose rows stand here. A row's line is that
    of its own sheet; ``places`` names the sheet of each row where there is more than one. ``across`` are the rows, from
    0, in which a cell is merged over several columns, ``by_title`` the columns that are filled from a sheet's title.
    """

    file: str
    format: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    unreadable: tuple[LeftOut, ...] = ()
    sheets: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    across: frozenset[int] = frozenset()
    by_title: frozenset[str] = frozenset()


def sheet_of(grids: Sequence[Grid], file: str, kind: str, only: str | None = None) -> Sheet:
    """Return the rows of all sheets that list services, or of the only one asked for, under one header.

    What is no service is named: lines above a header, sheets without an organization and a service.

    Raises:
        RefusedFileError: when there is no such sheet, or it holds no rows under a header.

    """
    titles = tuple(grid.title for grid in grids) if kind == "Excel" or len(grids) > 1 else ()
    if only is not None:
        grids = _called(only, grids, titles)
    found = [listing for grid in grids for listing in listings(grid)]
    if not found:
        raise RefusedFileError(_NO_ROWS)
    chosen, is_owner_the_title = _chosen(found, are_titled=bool(titles), are_hidden_meant=only is not None)
    are_many = len({listing.grid.title for listing in chosen}) > 1
    merged = Merged(file, is_many=are_many, is_owner_the_title=is_owner_the_title)
    for grid, header, above in sorted(chosen, key=lambda listing: -len(listing.grid.rows)):
        merged.add(grid.table(header), above)
    if not merged.columns or not merged.rows:
        raise RefusedFileError(_NO_ROWS)
    taken = tuple(dict.fromkeys(listing.grid.title for listing in chosen)) if titles else ()
    hidden = [grid.title for grid in grids if grid.is_hidden and grid.title not in taken]
    others = [title for title in titles if title not in (*taken, *hidden)] if only is None else []
    found_rows = zip(merged.places, merged.rows, merged.across, strict=True)
    ordered = sorted(found_rows, key=lambda row: taken.index(row[0]) if taken else 0)
    return Sheet(
        file,
        kind,
        tuple(merged.columns),
        tuple(row for _, row, _ in ordered),
        tuple(merged.unreadable),
        titles,
        taken,
        (*merged.notices, *_notices(hidden, others, is_owner_the_title=is_owner_the_title)),
        tuple(place for place, _, _ in ordered) if len(taken) > 1 else (),
        frozenset(at for at, (_, _, is_across) in enumerate(ordered) if is_across),
        frozenset(merged.by_title),
    )


def _called(title: str, grids: Sequence[Grid], titles: Sequence[str]) -> list[Grid]:
    """Return the sheets of a title, in whatever letters it is asked for."""
    found = [grid for grid in grids if grid.title.casefold() == " ".join(title.split()).casefold()]
    if not found:
        named = f" It has {', '.join(titles)}." if titles else ""
        raise RefusedFileError(f"This file has no sheet of that name.{named}")
    return found


def _chosen(found: list[Listing], *, are_titled: bool, are_hidden_meant: bool) -> tuple[list[Listing], bool]:
    """Return the lists of services, and whether each sheet's title is the organization that they lack.

    Where no list tells of services, the longest is the one whose columns are asked for.
    """
    of_services = [listing for listing in found if listing.tells(*NEEDED)]
    if of_services:
        return of_services if are_hidden_meant else _seen(of_services), False
    by_title = [listing for listing in found if listing.tells("service")] if are_titled else []
    if len(by_title) > 1 and not any(listing.tells("organization") for listing in by_title):
        return by_title, True
    return [max(found, key=lambda listing: len(listing.grid.rows))], False


def _seen(of_services: list[Listing]) -> list[Listing]:
    """Return the lists on sheets that are seen, unless all are hidden."""
    return [listing for listing in of_services if not listing.grid.is_hidden] or of_services


def _notices(hidden: Sequence[str], others: Sequence[str], *, is_owner_the_title: bool) -> list[str]:
    """Say which sheets were left out, and what their titles were taken for."""
    notices = []
    if hidden:
        notices.append(f"Hidden sheets left out: {', '.join(hidden)}.")
    if is_owner_the_title:
        notices.append("No column holds an organization, so each sheet's name was taken for it.")
    if others:
        notices.append(f"Sheets left out, since no column holds an organization and a service: {', '.join(others)}.")
    return notices
