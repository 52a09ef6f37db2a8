"""Cues that hardly are any."""

import pytest

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import make_page
from onrecord.extract.segments import Segment
from onrecord.extract.unusual import drop_unusual
from onrecord.model import RegionKind
from tests.extract.pages import KIT, cut_passages


def kept(text: str, cue: str, score: float, region: RegionKind) -> bool:
    """Whether an attribution with this cue and score stays."""
    page = make_page(text, cut_passages(text, region=region))
    at = page.words.index(cue)
    one = Attribution(Segment(0, at), Segment(at, at + 1), (Segment(at + 1, at + 3),), score)
    return bool(drop_unusual(page, [one], KIT, "learned"))


@pytest.mark.parametrize(
    ("text", "cue", "score", "region", "stays"),
    [
        ("Tolliver buys its rival mill", "buys", 0.95, RegionKind.HEADLINE, False),
        ("Tolliver says its mill is sold", "says", 0.55, RegionKind.HEADLINE, True),
        ("The advert features a bear and a fish.", "features", 0.6, RegionKind.BODY, False),
        ("The advert features a bear and a fish.", "features", 0.8, RegionKind.BODY, True),
        ("The miller says the flour is dry.", "says", 0.5, RegionKind.BODY, True),
    ],
)
def test_an_unlikely_cue_must_be_surer(
    text: str, cue: str, score: float, region: RegionKind, stays: bool
) -> None:
    assert kept(text, cue, score, region) is stays
