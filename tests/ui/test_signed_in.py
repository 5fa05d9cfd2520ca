"""The screens where people sign in: the way in, own work found again, and what is for tutors."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from hartcity.identity import Account
from hartcity.storage import Owner, Store, Writing


ROOT = Path(__file__).parents[2]
SECRET = "a secret of the tests, long enough to be one"  # noqa: S105
ISSUER = "https://school.example"
ANA = Account(ISSUER, "ana", "Ana Ruiz")


WHO_IS_IN = """
import streamlit as st
from hartcity.ui import signed_in

found = signed_in.account()
st.text("nobody" if found is None else found.name)
"""


class Claims:
    """What Streamlit says of whoever signed in."""

    def __init__(self) -> None:
        self.claims: dict[str, object] = {"is_logged_in": False}

    def come(self, subject: str, *, hours_ago: float = 0, **claims: object) -> None:
        """Let somebody be signed in."""
        named: dict[str, object] = {"iss": ISSUER, "sub": subject, "name": f"{subject.title()} Ruiz"}
        named["iat"] = time.time() - 3600 * hours_ago
        self.claims = {"is_logged_in": True, **named, **claims}

    def to_dict(self) -> dict[str, object]:
        """Return the claims."""
        return dict(self.claims)


@pytest.fixture
def claims(tmp_path, monkeypatch):
    """Let people sign in to an app on an empty data folder."""
    for name, value in {
        "HARTCITY_DATA": str(tmp_path),
        "HARTCITY_INSTALL_LANGUAGETOOL": "0",
        "LTP_PATH": str(tmp_path / "none"),
        "HARTCITY_OIDC_METADATA_URL": f"{ISSUER}/.well-known/openid-configuration",
        "HARTCITY_OIDC_CLIENT_ID": "hartcity",
        "HARTCITY_OIDC_CLIENT_SECRET": "none",
        "HARTCITY_OIDC_REDIRECT_URI": "http://localhost:8501/oauth2callback",
        "HARTCITY_ACCOUNT_SECRET": SECRET,
        "HARTCITY_ROLES_CLAIM": "groups",
        "HARTCITY_TUTORS": "staff",
        "HARTCITY_ADMINISTRATORS": "root",
    }.items():
        monkeypatch.setenv(name, value)
    components = BidiComponentManager()
    components.discover_and_register_components(start_file_watching=False)
    monkeypatch.setattr("streamlit.components.v2.get_bidi_component_manager", lambda: components)
    said = Claims()
    monkeypatch.setattr("streamlit.user", said)
    st.cache_resource.clear()
    yield said
    st.cache_resource.clear()


def opened(page: str = "", **query: str) -> AppTest:
    """Return the app in a session of its own, at a page."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params.update(query)
    app.run()
    if page:
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    """Return what stands on the buttons."""
    return [button.label for button in app.button]


@pytest.mark.usefixtures("claims")
def test_nobody_sees_anything_before_signing_in():
    """Signed out, the first page is the way in and nothing else."""
    assert labels(opened()) == ["Sign in"]


def test_work_is_found_again_without_an_address(claims):
    """A new session of the same account offers its work; another account does not get it by its address."""
    store = Store.open(account_secret=SECRET)
    store.save_draft(Owner("x" * 43, ANA), Writing("Dear team,", "A flat for Ms. A."), base=0, writer="a")
    store.close()
    claims.come("ana")
    app = opened()
    assert any("A flat for Ms" in label for label in labels(app))
    assert "Sign out" in labels(app)
    assert "Ana Ruiz" in " ".join(caption.value for caption in app.caption)
    claims.come("ben")
    for other in (opened(), opened(w="x" * 43)):
        assert not any("A flat for Ms" in label for label in labels(other))
        assert "Dear team" not in str(other.main)
    assert "w" not in other.query_params


@pytest.mark.parametrize(("groups", "is_tutor"), [([], False), (["staff"], True)])
def test_pages_for_tutors_are_theirs(claims, groups, is_tutor):
    """A student reads whom the page is for; a tutor gets it."""
    claims.come("ana", groups=groups)
    for page in ("class", "assignment", "tutor"):
        told = [info.value for info in opened(page).info]
        assert any("for tutors" in words for words in told) != is_tutor, page


@pytest.mark.parametrize(("groups", "is_open"), [([], False), (["staff"], False), (["root"], True)])
def test_the_administrators_page_holds_numbers_alone(claims, groups, is_open):
    """Nobody else gets it, tutors neither; it tells how much is kept and no word, name or address of anybody."""
    store = Store.open(account_secret=SECRET)
    store.save_draft(Owner("x" * 43, ANA), Writing("Dear team, Ms. A is ready to move."), base=0, writer="a")
    store.close()
    claims.come("kim", groups=groups)
    page = opened("administrator")
    told = {metric.label: metric.value for metric in page.metric}
    assert bool(told) is is_open
    assert not is_open or (told["Workspaces"], told["Accounts"]) == ("1", "1")
    assert any("whoever runs this copy" in info.value for info in page.info) is not is_open
    assert not any(words in str(page.main) for words in ("Ms. A", "Ana", "x" * 43))


def test_a_sign_in_of_yesterday_is_asked_for_again(claims, monkeypatch):
    """A page that is opened twelve hours later asks; one that stands open goes on."""
    claims.come("ana", hours_ago=13)
    assert labels(opened()) == ["Sign in"]
    claims.come("ana", hours_ago=11)
    stands_open = AppTest.from_string(WHO_IS_IN).run()
    monkeypatch.setattr("hartcity.ui.signed_in.LASTS", timedelta(hours=1))
    assert stands_open.run().text[0].value == "Ana Ruiz"
    assert AppTest.from_string(WHO_IS_IN).run().text[0].value == "nobody"
    claims.come("ben", hours_ago=11)
    assert stands_open.run().text[0].value == "nobody"
