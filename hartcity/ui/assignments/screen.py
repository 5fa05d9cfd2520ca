"""A teacher's own assignment: choose where to begin, change it, see what that does to a sample, save a version."""

from __future__ import annotations

from typing import Any

import streamlit as st

from hartcity.assignment import AssignmentError, assignments, load, parse, source
from hartcity.classes.own_assignments import OwnAssignment, as_toml, as_values, new_assignment
from hartcity.ui import labels
from hartcity.ui.assignments.criteria import edit_criteria
from hartcity.ui.assignments.effect import draw_effect
from hartcity.ui.assignments.kept import known, remember
from hartcity.ui.assignments.own_rules import edit_rules
from hartcity.ui.safe import safe


_LARGEST_MEGABYTES = 1
_MOST_CHARACTERS, _MOST_WORDS, _MOST_STEPS = 750_000, 2_000, 10
_CHOSEN = "assignment_chosen"
_NEXT = "assignment_next"


def draw_assignment() -> None:
    """Draw the whole screen."""
    st.title("Your own assignment", anchor=False)
    st.markdown(
        "Weights, limits, levels, required checks, the wording of questions and rules of your own. Each saving is a "
        "version; nothing that a student wrote changes."
    )
    _draw_bringing()
    own = {each.code: each for each in known()}
    choices = [*own, *assignments()]
    if _NEXT in st.session_state:
        st.session_state[_CHOSEN] = st.session_state.pop(_NEXT)
    if st.session_state.get(_CHOSEN) not in choices:
        st.session_state[_CHOSEN] = choices[0]
    chosen = st.selectbox("Begin with", choices, format_func=lambda name: _title(name, own), key=_CHOSEN)
    base = own[chosen].toml() if chosen in own else source(chosen)
    stamp = f"{chosen}_{len(own[chosen].versions) if chosen in own else 0}"
    changed = _edited(as_values(base), stamp)
    toml = as_toml(changed)
    st.header("What it does to a sample", anchor=False)
    try:
        read = parse("assignment", toml)
    except AssignmentError as error:
        st.error(f"It cannot be saved like this: {safe(_plain(error))}", icon=":material/block:")
        return
    if read.criteria:
        draw_effect(base, toml)
    _draw_saving(own.get(chosen), toml, has_changed=as_values(base) != changed)


def _title(name: str, own: dict[str, OwnAssignment]) -> str:
    if name not in own:
        return f"{load(name).title} (ours)"
    found = own[name]
    return f"{parse('assignment', found.toml()).title}, version {len(found.versions)}"


def _plain(error: AssignmentError) -> str:
    return str(error).replace("assignment.toml, ", "").replace("assignment.toml: ", "")


def _edited(values: dict[str, Any], stamp: str) -> dict[str, Any]:
    values["title"] = st.text_input("Title", values["title"], max_chars=80, key=f"title_{stamp}") or values["title"]
    if values["criteria"]:
        st.header("Criteria", anchor=False)
        edit_criteria(values["criteria"], stamp)
    st.header("Limits and required checks", anchor=False)
    limits = values["limits"]
    left, middle, right = st.columns(3)
    limits["fewest_words"] = left.number_input(
        "Fewest words for a score", 1, _MOST_WORDS, limits["fewest_words"], key=f"words_{stamp}"
    )
    limits["characters"] = middle.number_input(
        "Characters that are read", 1_000, _MOST_CHARACTERS, limits["characters"], key=f"characters_{stamp}"
    )
    limits["next_steps"] = right.number_input(
        "Next steps at a time", 1, _MOST_STEPS, limits["next_steps"], key=f"steps_{stamp}"
    )
    _edit_required(values, stamp)
    st.header("Rules of your own", anchor=False)
    rules = edit_rules(values.get("rules", []), stamp)
    if rules or "rules" in values:
        values["rules"] = rules
    return values


def _edit_required(values: dict[str, Any], stamp: str) -> None:
    """Let the teacher say which checks come first, and how each is asked for."""
    stages = {stage["name"]: stage for stage in values.get("stages", [])}
    essentials, later = stages.get("essentials"), stages.get("advocacy")
    if essentials is None or later is None:
        return
    every = [*essentials["checks"], *later["checks"]]
    required = st.multiselect(
        "Required checks, asked for first",
        every,
        default=essentials["checks"],
        format_func=labels.title,
        key=f"required_{stamp}",
    )
    essentials["checks"] = [check for check in every if check in required]
    later["checks"] = [check for check in every if check not in required]
    questions = values.get("questions", {})
    with st.expander("Your wording of a check's question"):
        check = st.selectbox("Check", every, format_func=labels.title, key=f"asked_{stamp}")
        kept = st.session_state.setdefault(f"questions_{stamp}", dict(questions))
        asked = st.text_input(
            "Question to the writer; empty for ours",
            kept.get(check, ""),
            max_chars=300,
            key=f"question_{stamp}_{check}",
        )
        if asked.strip():
            kept[check] = asked.strip()
        else:
            kept.pop(check, None)
    if kept or questions:
        values["questions"] = dict(kept)


def _draw_bringing() -> None:
    with st.expander("Bring one: a TOML file, or a colleague's code", icon=":material/upload_file:"):
        file = st.file_uploader("Assignment as TOML", type=["toml"], max_upload_size=_LARGEST_MEGABYTES)
        if file is not None and st.button("Use this file", icon=":material/check:"):
            try:
                _take(new_assignment(file.getvalue().decode("utf-8-sig")))
            except UnicodeDecodeError:
                st.error("This file is not UTF-8 text, so nothing was taken from it.", icon=":material/block:")
            except AssignmentError as error:
                st.error(f"This file is no assignment: {safe(_plain(error))}", icon=":material/block:")
        code = st.text_input("Code of an assignment", max_chars=16, placeholder="16 letters and digits")
        if code.strip():
            try:
                found = OwnAssignment(code.strip().lower())
                is_there = bool(found.versions)
            except ValueError:
                is_there = False
            if is_there:
                _take(found, rerun=found.code not in {each.code for each in known()})
            else:
                st.error("There is no assignment under this code here.", icon=":material/block:")


def _take(own: OwnAssignment, *, rerun: bool = True) -> None:
    remember(own)
    if rerun:
        st.session_state[_NEXT] = own.code
        st.rerun()


def _draw_saving(own: OwnAssignment | None, toml: str, *, has_changed: bool) -> None:
    with st.container(horizontal=True):
        label = "Save as a new version" if own else "Save as your own assignment"
        if st.button(label, type="primary", icon=":material/save:", disabled=own is not None and not has_changed):
            saved = own or new_assignment(toml)
            if own:
                own.save(toml)
            st.session_state[_NEXT] = saved.code
            remember(saved)
            st.toast("Saved. The class screen offers it now.", icon=":material/check:")
            st.rerun()
        st.download_button(
            "As TOML",
            data=toml,
            file_name="assignment.toml",
            mime="application/toml",
            icon=":material/download:",
            on_click="ignore",
        )
    if own is None:
        return
    st.markdown(f"Code for your students: `{own.students_code}`. They open it on the page *Email*, and are read by it.")
    st.markdown(f"Code for a colleague who works here too and may change it: `{own.code}`")
    with st.expander(f"Versions: {len(own.versions)}"):
        for number, version in reversed(list(enumerate(own.versions, start=1))):
            st.download_button(
                f"Version {number} as TOML",
                data=own.toml(version),
                file_name=f"assignment-{number}.toml",
                mime="application/toml",
                on_click="ignore",
                key=f"version_{own.code}_{number}",
            )
        earlier = st.number_input("Go back to version", 1, len(own.versions), len(own.versions))
        if earlier != len(own.versions) and st.button(f"Make version {earlier} the newest again"):
            own.save(own.toml(own.versions[earlier - 1]))
            st.rerun()
