"""The trained reader: what it is, how often it is right, and what it cannot do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from hartcity.reader.encoder import MANIFEST
from hartcity.reader.weights import WEIGHTS


MEASURED = WEIGHTS / "measures.json"


def measured(file: Path = MEASURED) -> tuple[int, pd.DataFrame] | None:
    """Return how many drafts were measured on and a table with a row a measure; None where nothing is kept."""
    try:
        told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        return None
    rows = [
        {
            "Measure": row["measure"],
            "With the reader": row["value"],
            "95 % interval": f"{row['interval'][0]:.2f} to {row['interval'][1]:.2f}",
            "Rules of before": row.get("rules_alone"),
            "Second person": row.get("second_person"),
        }
        for row in told["rows"]
    ]
    return told["drafts"], pd.DataFrame(rows)


def show() -> None:
    """Say what the reader is and draw its table."""
    st.markdown(
        "What a sentence does (asks, thanks, says that somebody agreed) is read by a small trained reader that is a "
        "part of this app. It learned from practice drafts written and labelled for this project, and it can be wrong. "
        "Unsure, it says \u201cpartly\u201d or nothing. Where it cannot be loaded, the checks of meaning stay "
        "silent and the report says so."
    )
    found = measured()
    if found is None:
        st.info("No measurement of the reader is kept with this copy.", icon=":material/info:")
        return
    count, table = found
    columns = {
        name: st.column_config.NumberColumn(format="%.2f")
        for name in ("With the reader", "Rules of before", "Second person")
    }
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        column_config=columns,
        placeholder="",
        alt="How often the reader is right",
    )
    st.caption(
        f"Measured with version {_version()} of the reader, on {count} drafts by authors on whose drafts nothing was "
        "fitted. The second person labelled a part of the drafts without seeing the first labels: more agreement than "
        "that cannot be expected."
    )


def _version() -> str:
    """Return the version of the weights, beside which their measures are kept."""
    return str(json.loads((WEIGHTS / MANIFEST).read_text(encoding="utf-8"))["version"])
