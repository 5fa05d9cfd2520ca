"""The screens are looked at as on a machine without LanguageTool: nothing that is asked of them here needs Java."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import streamlit as st

from hartcity import analysis


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="package", autouse=True)
def no_java(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Start no Java for these tests, and leave none that other tests started to answer them."""
    analysis.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HARTCITY_INSTALL_LANGUAGETOOL", "0")
        patch.setenv("LTP_PATH", str(tmp_path_factory.mktemp("none")))
        yield
    analysis.close()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test a data folder of its own, and what the screens keep for a process anew."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()
