"""What was made for a download stays until the browser has fetched it.

Streamlit makes a document when its button is pressed, tells the browser the address, and forgets the document at the
end of the second page drawn from then on, whoever asked for that page. On a server with many visitors that may be
sooner than the browser comes for it, and the download fails.
"""
# ruff: noqa: SLF001 - what is kept Streamlit tells nobody

from __future__ import annotations

import time
from functools import wraps
from typing import TYPE_CHECKING, Any

from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage


if TYPE_CHECKING:
    from collections.abc import Callable

KEPT_SECONDS = 60.0
"""How long a document stays at least: a browser comes for it in less than one second, over a bad line in a few."""


def keep_made_files() -> None:
    """Let Streamlit take no document away before a browser could fetch it. Call it once."""
    for name, wrapped in WRAPPED:
        setattr(MemoryMediaFileStorage, name, wrapped(getattr(MemoryMediaFileStorage, name)))


def _noting_when(load: Callable[..., str]) -> Callable[..., str]:
    """Return ``load`` so that it notes when a document was made, and takes away those whose time is over."""

    @wraps(load)
    def loaded(storage: Any, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - Streamlit's own
        file_id = load(storage, *args, **kwargs)
        if storage._files_by_id[file_id].kind is MediaFileKind.DOWNLOADABLE:
            _times(storage, "made")[file_id] = time.monotonic()
            _times(storage, "unwanted").pop(file_id, None)
        _take_away(storage)
        return file_id

    return loaded


def _not_too_soon(delete: Callable[[Any, str], None]) -> Callable[[Any, str], None]:
    """Return ``delete`` so that it waits until a document's time is over."""

    @wraps(delete)
    def deleted(storage: Any, file_id: str) -> None:  # noqa: ANN401 - Streamlit's own
        made = _times(storage, "made").pop(file_id, None)
        if made is None:
            delete(storage, file_id)
        else:
            _times(storage, "unwanted")[file_id] = made
        _take_away(storage)

    return deleted


def _take_away(storage: Any) -> None:  # noqa: ANN401 - Streamlit's own
    """Take away what nobody wants any more and was kept long enough."""
    unwanted = _times(storage, "unwanted")
    for file_id in [one for one, made in unwanted.items() if time.monotonic() - made >= KEPT_SECONDS]:
        if unwanted.pop(file_id, None) is not None:  # the one before may have taken this one along
            storage.delete_file(file_id)


def _times(storage: Any, name: str) -> dict[str, float]:  # noqa: ANN401 - it is given two attributes more
    times: dict[str, float] = storage.__dict__.setdefault(name, {})
    return times


WRAPPED: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("load_and_get_id", _noting_when),
    ("delete_file", _not_too_soon),
)
"""The name of each function that is wrapped, and what wraps it. Streamlit calls them one at a time."""
