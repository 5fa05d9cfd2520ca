"""Where the words are and who reads them is said as it is."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from hartcity.engines import EngineState, EngineStatus
from hartcity.ui import where_words_go


HERE = EngineStatus("harper", EngineState.READY)
ELSEWHERE = EngineStatus("languagetool", EngineState.READY, host="grammar.school.example")


@pytest.fixture
def served(monkeypatch):
    """Return a function that sets the address under which the page is open."""

    def at(url):
        monkeypatch.setattr(where_words_go, "st", SimpleNamespace(context=SimpleNamespace(url=url)))

    return at


@pytest.mark.parametrize(
    "url", ["http://localhost:8501/email", "http://127.0.0.1:8501", "http://[::1]:8501/", "", None]
)
def test_a_page_of_this_machine_says_so(served, url):
    """On the student's own machine nothing leaves it."""
    served(url)
    assert where_words_go.kept() == "on this machine"
    assert where_words_go.readers([HERE]) == "Nothing left this machine."


def test_a_page_of_a_server_never_speaks_of_this_machine(served):
    """A class's server keeps the words, so its name stands there."""
    served("https://write.school.example/email")
    assert where_words_go.kept() == "on the server write.school.example"
    assert "this machine" not in where_words_go.readers([HERE])


def test_a_grammar_server_elsewhere_is_named(served):
    """With ``LANGUAGETOOL_URL`` on another machine the words do leave, and the screen says where to."""
    served("http://localhost:8501/")
    assert "grammar.school.example" in where_words_go.readers([HERE, ELSEWHERE])
    assert "Nothing left" not in where_words_go.readers([HERE, ELSEWHERE])


def test_no_screen_says_by_itself_that_words_stay_here():
    """Whether they stay on this machine or on a server depends on how the page was reached, so one module says it."""
    screens = Path(where_words_go.__file__).parent
    said = re.compile(r"\b(?:stays?|kept|runs?)\s+on\s+this\s+machine")
    found = {
        file.name
        for file in [*screens.rglob("*.py"), *screens.parents[1].joinpath("pages").glob("*.py")]
        if said.search(" ".join(re.sub(r'"\s*\n\s*f?"', "", file.read_text(encoding="utf-8")).split()))
    }
    assert not found
