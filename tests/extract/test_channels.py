"""Through what a source spoke."""

import pytest

from onrecord.extract.channels import tell_channel
from onrecord.model import Channel
from tests.extract.pages import KIT


@pytest.mark.parametrize(
    ("around", "channel"),
    [
        ("acme said in a filing with the regulator", Channel.FILING),
        ("acme said in a stock exchange announcement", Channel.EXCHANGE_NOTICE),
        ("she wrote in a blog post", Channel.OWN_CHANNEL),
        ("acme said in a statement", Channel.PRESS_RELEASE),
        ("the chief executive told the evening post", Channel.INTERVIEW),
        ("according to an internal memo", Channel.INTERNAL_DOCUMENT),
        ("he tweeted", Channel.SOCIAL),
        ("a spokeswoman said", Channel.SPOKESPERSON),
        ("acme said on monday", None),
        ("the court filed past", None),
    ],
)
def test_the_words_around_the_cue_name_the_channel(around: str, channel: Channel | None) -> None:
    assert tell_channel(around, KIT) is channel
