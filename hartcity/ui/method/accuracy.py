"""How well the scores agree with people: the measured table, as it was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st


FOLDER = Path(__file__).parents[3] / "assets" / "accuracy"


def measured(folder: Path = FOLDER) -> tuple[str, str, str, pd.DataFrame] | None:
    """Return the date, the command, the reader's version and the table of the newest measurement; None without one.

    A measurement is a JSON file named by its date; the version is empty where no reader took part. The table has a row
    for each dataset and measure: ours with its 95 % interval, the best simple rival of the same run, human agreement
    where it is known, and the number of texts.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        return None
    loaded: dict[str, Any] = json.loads(files[-1].read_text(encoding="utf-8"))
    table = pd.DataFrame([_row(row) for row in loaded["rows"]])
    return files[-1].stem, loaded["command"], loaded.get("reader") or "", table


def show() -> None:
    """Draw the table, or say that nothing was measured yet."""
    found = measured()
    if found is None:
        st.info("No measurement is kept with this copy.", icon=":material/info:")
        return
    date, command, version, table = found
    st.markdown(
        "Each line compares a score with what people said of the same texts. "
        "The rival is the best of word count, a readability formula and a sentiment lexicon in the same run. "
        "The labelled drafts were seen while the checks were built, so their lines are no evidence of accuracy."
    )
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        column_config={
            "Ours": st.column_config.NumberColumn(format="%.3f"),
            "Simple rival": st.column_config.NumberColumn(format="%.3f"),
            "Human agreement": st.column_config.NumberColumn(format="%.2f"),
        },
        placeholder="",
        alt="Measured agreement with people, by dataset and measure",
    )
    reader = f"with version {version} of the reader" if version else "before there was a reader, with rules alone"
    st.caption(f"Measured on {date}, {reader}, by: {command}")


def _row(row: dict[str, Any]) -> dict[str, Any]:
    ours = row["values"].get("ours") or {}
    low, high = ours.get("low"), ours.get("high")
    return {
        "Dataset": row["dataset"].replace("_", " "),
        "Measure": row["label"],
        "Ours": ours.get("value"),
        "95 % interval": f"{low:.3f} to {high:.3f}" if low is not None and high is not None else "",
        "Simple rival": row["best_rival"],
        "Human agreement": row["ceiling"],
        "Texts": row["n"],
    }
