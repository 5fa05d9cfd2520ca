"""The first page: what the assistant does, what it leaves to the student, and where to go on."""

import streamlit as st

from hartcity.ui import practice, signed_in, where_words_go
from hartcity.ui.progress import steps
from hartcity.ui.safe import safe
from hartcity.ui.since import said_since
from hartcity.ui.workspace import session


work = session.work()
reached = steps(work)

st.title("Hart City assignment assistant")
st.markdown("Plan the services, write the advocacy email, see how it reads. In your own words.")

others = [other for other in session.recent() if other.id != work.id]
is_new = not (work.text or work.plan)

with st.container(horizontal=True):
    if not is_new:
        name = str((work.plan.get("service_user") or {}).get("alias") or work.subject or "your draft")
        saved = next((f", saved {said_since(seen.saved_at)}" for seen in session.recent() if seen.id == work.id), "")
        if st.button(f"Continue {safe(name)}{saved}", type="primary", icon=":material/arrow_forward:"):
            st.switch_page("pages/email.py" if work.text else "pages/plan.py", query_params={"w": work.id})
    elif others:
        last = others.pop(0)
        label = f"Continue {safe(last.title)}, saved {said_since(last.saved_at)}"
        if st.button(label, type="primary", icon=":material/arrow_forward:") and session.open_workspace(last.id):
            to = "pages/email.py" if session.work().text else "pages/plan.py"
            st.switch_page(to, query_params={"w": last.id})
    if st.button("Start a new plan", type="primary" if is_new else "secondary", icon=":material/add:"):
        session.new_workspace()
        st.switch_page("pages/plan.py")
    if st.button("Look at a practice case", icon=":material/school:"):
        practice.open_practice()
        st.switch_page("pages/email.py", query_params={"w": session.work().id})
    if st.button("Practice: find the flaws first", icon=":material/search:"):
        practice.open_practice(find_first=True)
        st.switch_page("pages/email.py", query_params={"w": session.work().id})

    if st.button("Look for services", icon=":material/domain:", help="The directory: who offers what, and to whom."):
        st.switch_page("pages/directory.py")

if not is_new:
    st.header("Your work")
    with st.container(horizontal=True):
        for step in reached.values():
            with st.container(border=True, width=280):
                st.markdown(f"{step.icon} **{step.title}**  \n{safe(step.words)}")

if others:
    with st.expander("Other work on this browser" if signed_in.settings() is None else "Your other work"):
        for other in others[:8]:
            if st.button(safe(other.title), key=f"open-{other.id}", icon=":material/folder_open:"):
                session.open_workspace(other.id)
                st.rerun()

st.space("small")
does, does_not, privacy = st.columns(3, gap="large")
with does:
    st.header("What it does")
    st.markdown(
        "- Collects your service plan: two services, what they change, how they work together, what access costs.\n"
        "- Reads your draft while you write and underlines what may stand in its way.\n"
        "- Says for each criterion what it saw, with the words it rests on and the reason."
    )
with does_not:
    st.header("What it leaves to you")
    st.markdown(
        "- The sentences. It asks questions and fixes spelling and grammar, nothing more.\n"
        "- The grade. Every score is practice feedback, not your grade.\n"
        "- Sending. Nothing is sent to anyone; you hand in what you choose."
    )
with privacy:
    st.header("Where your words stay")
    found_again = (
        "Your work is found again by the address of the page, so keep that address to yourself."
        if signed_in.settings() is None
        else "Your work opens for your account alone. Sign out when others use this browser too."
    )
    st.markdown(
        f"- {safe(where_words_go.kept().capitalize())}. No text goes to an outside grammar service, ever.\n"
        f"- {found_again}\n"
        "- Names and details that could identify someone are asked about first."
    )
