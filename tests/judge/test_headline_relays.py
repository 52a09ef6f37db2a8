"""Headlines over bodies that only relay what another outlet reports."""

import pytest

from onrecord import flow
from onrecord.kit import load_kit
from onrecord.model import Capture, Headline, HeadlineVerdict

HEADLINE = "Marlow Steel buys rival Dunmore Forge"


def weigh(headline: str, body: str) -> Headline:
    """The verdict on a page as the readers read it."""
    weighed = flow.read(Capture(text=f"{headline}\n\n{body}"), load_kit()).headline
    assert weighed is not None
    return weighed


ONLY_RELAYED = [
    "Marlow Steel has bought its rival Dunmore Forge, according to the Harbour Post. The price "
    "was not given.",
    "The Harbour Post reported on Monday that Marlow Steel had bought its rival Dunmore Forge.",
]


@pytest.mark.parametrize("body", ONLY_RELAYED)
def test_what_the_body_has_only_from_another_outlet_is_overstated(body: str) -> None:
    weighed = weigh(HEADLINE, body)
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert "only as reported by the Harbour Post" in weighed.why
    assert weighed.passages


BACKED = [
    "Marlow Steel has bought its rival Dunmore Forge, according to the Harbour Post, which cited "
    "court documents.",
    "Marlow Steel has bought its rival Dunmore Forge, according to the Harbour Post. The sale of "
    "Dunmore Forge to Marlow Steel, its rival, closed on Friday.",
    "Marlow Steel has bought its rival Dunmore Forge, according to Reuters.",
    "Marlow Steel has bought its rival Dunmore Forge, its chairman Otis Brand told the Harbour "
    "Post.",
]


@pytest.mark.parametrize("body", BACKED)
def test_a_report_with_a_confirmation_or_an_agency_behind_it_leaves_the_headline_fair(
    body: str,
) -> None:
    assert weigh(HEADLINE, body).verdict is HeadlineVerdict.FAIR


NO_RELAY = [
    "Marlow Steel has not bought its rival Dunmore Forge, according to the Harbour Post.",
    "Marlow Steel has bought its rival Dunmore Forge, wrote Matt Corwin, a Harbour Post reporter.",
    "The Harbour Post said that it stood by its article on Marlow Steel and its rival Dunmore "
    "Forge.",
]


@pytest.mark.parametrize("body", NO_RELAY)
def test_a_negated_report_a_reporter_and_an_outlet_on_itself_relay_no_headline(body: str) -> None:
    assert "reported by" not in weigh(HEADLINE, body).why


def test_a_headline_that_names_the_outlet_is_fair() -> None:
    headline = "Marlow Steel buys rival Dunmore Forge, according to the Harbour Post"
    assert weigh(headline, ONLY_RELAYED[0]).verdict is HeadlineVerdict.FAIR


def test_a_lesser_matter_in_the_same_words_states_nothing() -> None:
    body = (
        "The Harbour Post reported that Marlow Steel was buying its rival Dunmore Forge. Marlow "
        "has publicly denied the story.\n\nMarlow Steel makes rails at two works."
    )
    weighed = weigh(HEADLINE, body)
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert "as denied" in weighed.why


LEAD = (
    "Marlow Steel has changed hands for $90 million, according to the Harbour Post, which "
    "reported that the family had sold it.\n\n"
)


def test_a_relaying_lead_that_the_body_could_not_confirm_is_the_matter_in_other_words() -> None:
    weighed = weigh(
        "Marlow Steel has new owners after 40 years",
        LEAD + "The Courier could not confirm the report.",
    )
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert "says that it could not be confirmed" in weighed.why


def test_a_relaying_lead_in_other_words_alone_is_left() -> None:
    weighed = weigh(
        "Marlow works get new owners after 40 years", LEAD + "The firm makes rails in two works."
    )
    assert weighed.verdict is HeadlineVerdict.FAIR


def test_satire_is_told_as_such_though_it_quotes_a_spokesman() -> None:
    body = (
        "Marlow Steel has bought its rival Dunmore Forge for one penny, The Onion reported, "
        "quoting a spokesman."
    )
    weighed = weigh(HEADLINE, body)
    assert weighed.verdict is HeadlineVerdict.OVERSTATED
    assert "(satire)" in weighed.why


def test_a_headline_that_plays_the_matter_down_doubts_it() -> None:
    body = (
        "Marlow Steel is rumoured to be buying its rival Dunmore Forge. Marlow denied the report."
    )
    headline = "Marlow Steel plays down talk of Dunmore Forge purchase"
    assert weigh(headline, body).verdict is HeadlineVerdict.FAIR


def test_what_the_body_tells_on_its_own_before_a_report_counts() -> None:
    body = (
        "Marlow Steel showed buyers around Dunmore Forge on Monday. The Harbour Post reported that "
        "Marlow Steel had bought its rival Dunmore Forge."
    )
    assert weigh(HEADLINE, body).verdict is HeadlineVerdict.FAIR
