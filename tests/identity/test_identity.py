"""What a provider's claims make of somebody, and what a configuration has to say."""

from __future__ import annotations

from typing import Any

import pytest

from hartcity.identity import Account, ConfigurationError, Role, SignIn, account_from, sign_in


SECRET = "0123456789abcdef" * 2
CLAIMS: dict[str, Any] = {
    "iss": "https://school.example",
    "sub": "17",
    "name": "Ana  Ruiz",
    "email": "Ana@school.example",
}
AUTH = {
    "redirect_uri": "https://assistant.school.example/oauth2callback",
    "cookie_secret": "c",
    "client_id": "i",
    "client_secret": "s",
    "server_metadata_url": "https://school.example/.well-known/openid-configuration",
}


def roles(claims: dict[str, Any], **named: Any) -> set[Role]:
    """Return the roles that follow from claims."""
    found = account_from({**CLAIMS, **claims}, SignIn(SECRET, "", **named))
    assert found is not None
    return set(found.roles)


def test_whoever_signs_in_is_a_student() -> None:
    """Nothing in the claims is needed for that, and the name is what the provider says."""
    assert account_from(CLAIMS, SignIn(SECRET, "")) == Account("https://school.example", "17", "Ana Ruiz")
    assert roles({"groups": ["staff"], "roles": "tutor"}) == {Role.STUDENT}


@pytest.mark.parametrize(
    ("path", "claims"),
    [
        ("groups", {"groups": ["staff", "x"]}),
        ("groups", {"groups": "staff"}),
        ("realm_access.roles", {"realm_access": {"roles": ["staff"]}}),
        ("https://school.example/roles", {"https://school.example/roles": ["staff"]}),
    ],
)
def test_a_claim_names_tutors(path: str, claims: dict[str, Any]) -> None:
    """A claim may be a list or one word, stand inside another, or have an address for a name."""
    assert roles(claims, roles_claim=path, tutors=frozenset({"staff"})) == {Role.STUDENT, Role.TUTOR}


def test_a_list_names_people_by_subject_or_verified_address() -> None:
    """An address that the provider has not made sure of gives no role."""
    listed = frozenset({"ana@school.example"})
    assert Role.TUTOR in roles({"email_verified": True}, tutors=listed)
    for claims in ({}, {"email_verified": False}, {"email_verified": "true"}, {"email": ["ana@school.example"]}):
        assert Role.TUTOR not in roles(claims, tutors=listed)
    assert roles({}, tutors=frozenset({"17"}), administrators=frozenset({"17"})) == set(Role)


@pytest.mark.parametrize("value", [None, 7, True, "", " ", [], ["x"], [None, 7], {"a": "staff"}, {"staff": "x"}])
@pytest.mark.parametrize("claim", ["iss", "sub", "name", "groups", "email", "email_verified"])
def test_odd_claims_never_make_a_tutor(claim: str, value: object) -> None:
    """Whatever a provider sends, it is read or passed over."""
    for path in ("groups", "groups.a.b", ""):
        found = account_from({**CLAIMS, claim: value}, SignIn(SECRET, "", path, frozenset({"staff"})))
        assert found is None or (found.issuer and found.subject and found.roles == {Role.STUDENT})


def test_nobody_signs_in_where_nothing_says_so() -> None:
    """A newcomer's start needs no configuration."""
    assert sign_in({}, {}) is None
    assert sign_in({"HARTCITY_TUTORS": "a"}, {"other": {"x": 1}}) is None


def test_files_and_environment_say_the_same() -> None:
    """What stands in the file may stand in variables, which go before."""
    ours = {"account_secret": SECRET, "roles_claim": "groups", "tutors": ["staff", "Lee@school.example"]}
    read = sign_in({}, {"auth": AUTH, "hartcity": ours})
    assert read is not None
    assert read.tutors == {"staff", "lee@school.example"}
    assert SECRET not in repr(read)
    environment = {
        "HARTCITY_OIDC_METADATA_URL": AUTH["server_metadata_url"],
        "HARTCITY_OIDC_CLIENT_ID": "i",
        "HARTCITY_OIDC_CLIENT_SECRET": "s",
        "HARTCITY_OIDC_REDIRECT_URI": AUTH["redirect_uri"],
        "HARTCITY_ACCOUNT_SECRET": SECRET,
        "HARTCITY_ROLES_CLAIM": "groups",
        "HARTCITY_TUTORS": "staff, Lee@school.example",
    }
    assert sign_in(environment, {}) == read
    assert sign_in({"HARTCITY_TUTORS": "x"}, {"auth": AUTH, "hartcity": ours}) != read
    default = {name: AUTH[name] for name in ("client_id", "client_secret", "server_metadata_url")}
    apart = {"redirect_uri": AUTH["redirect_uri"], "cookie_secret": "c", "default": default}
    assert sign_in({}, {"auth": apart, "hartcity": ours}) == read


@pytest.mark.parametrize(
    ("auth", "ours", "told"),
    [
        (AUTH, {}, "account_secret"),
        (AUTH, {"account_secret": "short"}, "32"),
        ({**AUTH, "client_id": ""}, {"account_secret": SECRET}, "client_id"),
        ({"client_id": "i"}, {"account_secret": SECRET}, "server_metadata_url, client_secret, redirect_uri"),
        ({**AUTH, "redirect_uri": "https://a.example/"}, {"account_secret": SECRET}, "/oauth2callback"),
        ({}, {"account_secret": SECRET}, "[auth] is missing"),
    ],
)
def test_a_configuration_in_part_lets_nobody_in(auth: dict[str, Any], ours: dict[str, Any], told: str) -> None:
    """What is missing is told to whoever runs the server; nothing goes on as if nobody had to sign in."""
    with pytest.raises(ConfigurationError, match=told.replace("[", r"\[")):
        sign_in({}, {"auth": auth, "hartcity": ours})
