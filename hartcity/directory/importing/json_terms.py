"""The terms that older versions of HSDS, and many programs, hang on a service in lists of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping

_TERM_LISTS = {
    "taxonomy",
    "taxonomies",
    "taxonomy_terms",
    "service_taxonomy",
    "service_taxonomies",
    "services_taxonomy",
}
"""Under these names older versions and many programs keep the terms of a service."""


def with_attributes(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an object with the terms that older versions hang on it as attributes."""
    lists = [name for name in _TERM_LISTS & set(item) if isinstance(item[name], list)]
    if not lists:
        return item
    told = [each for name in sorted(lists) for each in item[name]]
    held = [{"name": each} if isinstance(each, str) else each for each in told if isinstance(each, (str, dict))]
    attributes = [_attribute(each) for each in held]
    rest = {name: value for name, value in item.items() if name not in lists}
    return {**rest, "attributes": [*(item.get("attributes") or []), *attributes]}


def _attribute(held: Mapping[str, Any]) -> Mapping[str, Any]:
    named = next((name for name in ("taxonomy_term", "taxonomy", "term") if isinstance(held.get(name), dict)), "")
    if named:
        return {**{name: value for name, value in held.items() if name != named}, "taxonomy_term": held[named]}
    if "name" in held:
        return {"taxonomy_term": held}
    return {**held, "taxonomy_term_id": held.get("taxonomy_term_id") or held.get("taxonomy_id")}
