"""Citations and reference list belong together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.exports import READINGS, CitationCheck, check_citations
from hartcity.exports.citations import cited_works


LEE = "Lee, A. B., & Ortiz, C. (2020). *Plans that hold*. https://doi.org/10.1000/abc"
WARD = "Ward, D. (2018). *Working together*. Example Press."


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("It works (Lee & Ortiz, 2020).", [("Lee", "2020")]),
        ("It works (Lee & Ortiz, 2020, p. 12; Ward, 2018).", [("Lee", "2020"), ("Ward", "2018")]),
        ("Lee and Ortiz (2020) say so, and so does Ward (2018, p. 3).", [("Lee", "2020"), ("Ward", "2018")]),
        ("As Lee et al. (2020a) found.", [("Lee", "2020a")]),
        ("See (O'Neil-Hart et al., 2019).", [("O'Neil-Hart", "2019")]),
        ("We meet (Tuesday, 10 a.m.) in 2026.", []),
        ("The fund (founded 2009) pays.", []),
        ("", []),
    ],
)
def test_citations_are_seen_in_every_form(text, works):
    """Brackets, sentences, several works and pages are read; other brackets are left alone."""
    assert cited_works(text) == works


def test_a_clean_pair_is_clean():
    """Each work cited is listed, each listed is cited, and the list is in order."""
    assert check_citations(["(Lee & Ortiz, 2020)", "Ward (2018) agrees"], [LEE, WARD]).is_clean


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
