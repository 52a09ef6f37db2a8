"""A root that invents voids what rests on it, from the pages to the sentence."""

import pytest

from onrecord import flow
from onrecord.model import Capture, Claim, Position, Status
from tests.making import KIT

ORIGIN = (
    "City of Holme to paint every pigeon blue\n\n"
    "HOLME - The city of Holme will paint every pigeon blue before the summer, Mayor Ilse Varga "
    'said on Monday. "Grey is bad for business," Varga said.\n\n'
)
DISCLAIMER = "The Holme Bugle is a satirical website; its stories are invented."
ECHOES = [
    "Holme will paint its pigeons blue\n\nThe city of Holme will paint every pigeon blue before "
    "the summer, the Holme Bugle reported on Tuesday.\n\nMayor Ilse Varga said grey was bad for "
    "business, according to the Holme Bugle.",
    "Blue pigeons for Holme\n\nHolme plans to paint every pigeon blue, according to the Holme "
    "Bugle. The paint is to be harmless.",
    "Mayor: every pigeon in Holme to be painted blue\n\nThe city of Holme is going to paint every "
    "pigeon blue before the summer, the Holme Bugle reported, citing Mayor Ilse Varga.",
]
EXPOSURE = (
    "No, Holme is not painting its pigeons\n\nA story that the city of Holme will paint every "
    "pigeon blue is false. It comes from the Holme Bugle, a satirical website whose stories are "
    "invented.\n\nMayor Ilse Varga never said it."
)


def settle(*texts: str, origin: bool = False) -> Claim:
    """The claim about the pigeons; the first page is the Bugle's own where `origin` is true."""
    readings = [
        flow.read(
            Capture(
                text=text,
                outlet="Holme Bugle" if origin and number == 0 else f"Gull {number}",
                published=f"2031-05-0{number + 2}",
            ),
            KIT,
        )
        for number, text in enumerate(texts)
    ]
    return max(flow.settle(readings, kit=KIT), key=lambda c: (c.articles, c.id))


@pytest.mark.parametrize(
    ("texts", "origin"),
    [
        ((ORIGIN + DISCLAIMER, *ECHOES, EXPOSURE), True),
        ((*ECHOES, EXPOSURE), False),
        ((ORIGIN + DISCLAIMER, *ECHOES), True),
        (tuple(echo.replace("Holme Bugle", "Onion") for echo in ECHOES), False),
    ],
)
def test_what_goes_back_to_a_page_that_invents_is_refuted(
    texts: tuple[str, ...], origin: bool
) -> None:
    claim = settle(*texts, origin=origin)
    assert (claim.status, claim.origins) == (Status.REFUTED, 1)
    assert "invents its stories" in claim.sentence


def test_without_a_notice_or_an_exposure_nobody_knows_that_it_is_invented() -> None:
    assert settle(*ECHOES).status is Status.REPORTED


def test_what_an_invented_story_makes_somebody_say_is_nobodys_position() -> None:
    claim = settle(*(page + "The city confirmed it." for page in ECHOES), EXPOSURE)
    assert Position.AFFIRMS not in {party.position for party in claim.parties}
