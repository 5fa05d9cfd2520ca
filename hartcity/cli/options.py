"""What several commands take."""

from __future__ import annotations

import typer

from hartcity import analysis
from hartcity.engines import ENGINES as GRAMMAR_ENGINES


ENGINES = (*GRAMMAR_ENGINES, analysis.READER)


def engine_names(engines: str | None) -> tuple[str, ...] | None:
    """Return the engines of a comma list, none for ``none``, None where nothing is named."""
    if engines is None:
        return None
    names = tuple(dict.fromkeys(name.strip() for name in engines.split(",") if name.strip()))
    if names == ("none",):
        return ()
    unknown = [name for name in names if name not in ENGINES]
    if unknown or not names:
        raise typer.BadParameter(f"Choose from {', '.join(ENGINES)}, none.", param_hint="--engines")
    return names
