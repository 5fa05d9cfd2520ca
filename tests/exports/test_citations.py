"""Citations and reference list belong together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.exports import READINGS, CitationCheck, check_citations


LEE = "Lee, A. B., & Ortiz, C. (2020). *Plans that hold*. https://doi.org/10.1000/abc"
WARD = "Ward, D. (2018). *Working together*. Example Press."


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("It works (Lee & Ortiz, 2020).", ("Lee, 2020",)),
        ("It works (Lee & Ortiz, 2020, p. 12; Ward, 2018).", ("Lee, 2020", "Ward, 2018")),
        ("Lee and Ortiz (2020) say so, and so does Ward (2018, p. 3).", ("Lee, 2020", "Ward, 2018")),
        ("As Lee et al. (2020a) found.", ("Lee, 2020a",)),
        ("See (O'Neil-Hart et al., 2019).", ("O'Neil-Hart, 2019",)),
        ("We meet (Tuesday, 10 a.m.) in 2026.", ()),
        ("The fund (founded 2009) pays.", ()),
        ("It grew (Lee, 2019a, 2019b).", ("Lee, 2019a", "Lee, 2019b")),
        ("Łukasz and Nguyễn (2021) and van der Berg (2019) agree.", ("Łukasz, 2021", "van der Berg, 2019")),
        ("(see Lee, n.d.; Ward, in press)", ("Lee, n.d.", "Ward, in press")),
        ("He knew (Park, 1950, as cited in Lee, 2020, p. 3).", ("Lee, 2020",)),
        ("(J. Park, personal communication, May 3, 2026)", ()),
        ("We meet (May 3, 2026) or later (December 2026).", ()),
        ("By March (2026) it opens.", ()),
        ("", ()),
    ],
)
def test_citations_are_seen_in_every_form(text, works):
    """Brackets, sentences, several works and pages are read; other brackets are left alone."""
    assert check_citations([text], []).not_listed == works


def test_a_clean_pair_is_clean():
    """Each work cited is listed, each listed is cited, and the list is in order."""
    assert check_citations(["(Lee & Ortiz, 2020)", "Ward (2018) agrees"], [LEE, WARD]).is_clean


GROUP = "Office of Health and Family Services. (2020). *Open doors*. Example Press."


@pytest.mark.parametrize(
    ("cited", "entry"),
    [
        ("(Office of Health and Family Services, 2020)", GROUP),
        ("(Office of Health and Family Services [OHFS], 2020)", GROUP),
        ("The Office of Health and Family Services (2020) says so.", GROUP),
        ("van Dyke's (2015) view; (Dyke, 2015)", "van Dyke, R. (2015). *Strengths*. Example Press."),
        ("(Lopez, 2020)", "López, A. (2020, May 3). News. *Example Daily*."),
        ("(李, 2022)", "李, 明. (2022). *社区服务*. 示例."),
        ("(Lee et al., n.d.)", "Lee, A., Park, B., & Ward, C. (n.d.). *Page*. https://example.org"),
        ("(Lee, 1950/2003)", "Lee, A. (2003). *Again* [Video]. Example Press."),
    ],
)
def test_a_citation_meets_its_entry(cited, entry):
    """Organizations, particles, accents, other scripts, several authors and reprints are the same on both sides."""
    assert check_citations([cited], [entry]).is_clean


def test_letters_tell_works_of_a_year_apart():
    """Two works of one author and year are two works."""
    first, second = (f"Lee, A. (2019{letter}). {title}." for letter, title in (("a", "One"), ("b", "Two")))
    assert check_citations(["(Lee, 2019a)"], [first, second]).not_cited == ("Lee, 2019b",)
    assert check_citations(["(Lee, 2019)"], [first]).not_listed == ("Lee, 2019",)


def test_each_side_is_told_what_the_other_lacks():
    """A work only cited and a work only listed are named; another year is another work."""
    found = check_citations(["(Lee & Ortiz, 2021) and (Park, 2020)"], [LEE])
    assert found.not_listed == ("Lee, 2021", "Park, 2020")
    assert found.not_cited == ("Lee, 2020",)


@pytest.mark.parametrize(
    ("doi", "is_odd"),
    [
        ("https://doi.org/10.1000/abc", False),
        ("http://dx.doi.org/10.1000/abc", True),
        ("doi:10.1000/abc", True),
        ("https://example.org/page", False),
    ],
)
def test_a_doi_is_a_link(doi, is_odd):
    """Only the form that APA 7 asks for passes; an entry without a DOI is no matter."""
    assert bool(check_citations([], [f"Lee, A. (2020). Plans. {doi}"]).odd_dois) is is_odd


def test_the_order_of_the_list_is_told():
    """A list that is not alphabetical is told."""
    assert check_citations(["(Lee, 2020) (Ward, 2018)"], [WARD, LEE]).out_of_order


def test_an_entry_without_a_year_is_told():
    """What cannot be read as an entry is shown back, not dropped."""
    assert check_citations([], ["www.example.org"]).unread == ("www.example.org",)


def test_the_courses_readings_are_offered_by_their_names():
    """A reading is called as a sentence would cite it, and that is found as its citation."""
    assert [reading.cited for reading in READINGS][1:] == ["Sullivan & Goodman (2019)", "Woodside & McClam (2018)"]
    assert check_citations([reading.cited for reading in READINGS], [r.entry for r in READINGS]).not_cited == ()


def test_the_courses_readings_are_in_form():
    """The readings are alphabetical, their DOIs links; what we could not confirm is asked for in brackets."""
    entries = [reading.entry for reading in READINGS]
    cited = ["(Robinson & Gallagher, 2019; Sullivan & Goodman, 2019; Woodside & McClam, 2018)"]
    found = check_citations(cited, entries)
    assert found.with_gaps == (entries[0],)
    assert found == CitationCheck(with_gaps=found.with_gaps)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=4))
def test_any_words_are_checked(text, references):
    """No text and no list raises."""
    check_citations([text], references)
