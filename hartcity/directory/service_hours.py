"""When a service is open, at each of its places where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.directory.opening_hours import hours, joined
from hartcity.directory.rows import first, texts


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hartcity.directory.rows import GroupedRows, Row


def hours_of(grouped: GroupedRows, owners: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the hours of a service, and those of its places with the place behind them where these differ.

    ``owners`` are the ids of what schedules hang on. The hours of a building count where nothing nearer has any.
    """
    own = _told(row for key in owners["service_id"] for row in grouped.of("schedule", "service_id", key))
    links, places = owners["service_at_location_id"], owners["location_id"]
    at_links = [_told(grouped.of("schedule", "service_at_location_id", link)) for link in links]
    is_said_nearer = bool(own) or any(at_links)
    at_places = at_links if is_said_nearer else [_told(grouped.of("schedule", "location_id", key)) for key in places]
    if len({tuple(told) for told in at_places}) > 1:
        at_places = [
            [f"{text} ({where})" if where else text for text in told]
            for told, where in zip(at_places, (_where(grouped, place) for place in places), strict=True)
        ]
    return tuple(dict.fromkeys([*own, *(text for told in at_places for text in told)]))


def _told(rows: Iterable[Row]) -> list[str]:
    return list(filter(None, map(hours, joined(rows))))


def _where(grouped: GroupedRows, place: str) -> str:
    """Return by what people know a place: its street, or its name."""
    named = texts(grouped.of("location", "id", place), "name")
    return first((*texts(grouped.of("address", "location_id", place), "address_1"), *named))
