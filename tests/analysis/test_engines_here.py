"""What is said of a grammar engine that is not on this machine."""

from pathlib import Path

import pytest

from hartcity import analysis
from hartcity.analysis import check_draft, engine_status, start_engines
from hartcity.engines import EngineState
from hartcity.model import Draft
from hartcity.ui.status import engines_line


@pytest.fixture
def without_languagetool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Let LanguageTool be neither on this machine nor fetched."""
    monkeypatch.setenv("HARTCITY_INSTALL_LANGUAGETOOL", "0")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setattr("hartcity.engines.shared._START_AGAIN_SECONDS", float("inf"))
    for name in ("LANGUAGETOOL_URL", "LANGUAGETOOL_URLS"):
        monkeypatch.delenv(name, raising=False)
    analysis.close()
    yield
    analysis.close()


@pytest.mark.usefixtures("without_languagetool")
def test_an_engine_that_is_not_here_is_not_called_starting():
    """However often a page is drawn or a draft read, LanguageTool stays absent, and Harper is said to check alone."""
    draft = Draft(text="She needs a ride to the clinic on Tuesdays.")
    read_by = [name for name, version in check_draft(draft).engines.items() if version]
    for _ in range(20):
        start_engines()
        check_draft(draft, wait=False)
        status = engine_status()
        assert status.of("languagetool").state is EngineState.ABSENT
        assert engines_line(status.engines, read_by) == "Checked by Harper alone, as LanguageTool is not here"
        assert engines_line(status.engines, ()) == "Harper checks alone, as LanguageTool is not here"
