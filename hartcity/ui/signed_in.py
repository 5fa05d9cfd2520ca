"""Who sits before this page: an account where people sign in, anybody where nobody does."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import streamlit as st

from hartcity.identity import Account, Role, SignIn, account_from, sign_in
from hartcity.storage import Owner, Who


LASTS = timedelta(hours=12)
"""How old a sign-in may be when a page is opened; a browser that stands in a library keeps its cookie for a month."""

_FIRST_SEEN = "signed_in_is_fresh"


def settings() -> SignIn | None:
    """Return how people sign in here; None where nobody does."""
    return sign_in(os.environ, st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {})


def account() -> Account | None:
    """Return whoever signed in; None where nobody did, or nobody does."""
    how = settings()
    if how is None:
        return None
    claims = st.user.to_dict()
    if claims.get("is_logged_in") is not True or not _is_fresh(claims.get("iat")):
        return None
    return account_from(claims, how)


def _is_fresh(issued_at: object) -> bool:
    """Whether the sign-in was recent when this tab was opened; who writes on past that is not interrupted."""
    known = st.session_state.get(_FIRST_SEEN)
    if known is not None and known[0] == issued_at:
        return bool(known[1])
    is_number = isinstance(issued_at, int | float) and not isinstance(issued_at, bool)
    is_fresh = is_number and datetime.now(UTC).timestamp() - float(str(issued_at)) < LASTS.total_seconds()
    st.session_state[_FIRST_SEEN] = (issued_at, is_fresh)
    return is_fresh


def has_role(role: Role) -> bool:
    """Whether whoever sits here has a role; where nobody signs in, everybody has all of them."""
    if settings() is None:
        return True
    found = account()
    return found is not None and role in found.roles


def owner_of(address: str) -> Who:
    """Return the principal that owns the workspace at ``address``, if anybody here does."""
    if settings() is None:
        return address
    found = account()
    return None if found is None else Owner(address, found)
