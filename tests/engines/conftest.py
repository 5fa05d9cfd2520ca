"""LanguageTool for the tests: installed once on this machine, by the function that installs it for a student."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hartcity.engines import EngineState, Grammar
from hartcity.engines.languagetool.install import find_installation, install


@pytest.fixture(scope="session")
def installation() -> Path:
    """Give the folder of a whole installation."""
    return find_installation() or install()


@pytest.fixture(scope="session")
def grammar(installation: Path) -> Iterator[Grammar]:
    """Both engines, ready, with a real Java behind them."""
    assert installation.is_dir()
    engines = Grammar(install=False)
    engines.start()
    engines.find("A few words.")
    assert engines.status().of("languagetool").state is EngineState.READY, engines.status()
    yield engines
    engines.close()
