"""Retellings: a share in one sentence, the part and the whole in a headline or sentence by it."""

from collections.abc import Callable

import pytest

from onrecord.model import Check

Checks = Callable[[str], list[Check]]
Under = Callable[[str, str], list[Check]]


@pytest.mark.parametrize(
    ("headline", "text", "right", "wrong"),
    [
        ("Orla Air to cut a fifth of its routes, union says",
         "Orla Air wants to drop {} of its 110 routes this autumn, the Pilots' Guild said.",
         "22", "44"),
        ("Brio to close a quarter of shops", "Brio will close {} of its 120 shops by June.",
         "30", "60"),
        ("Brio closes 25% of its shops", "Brio is closing {} of its 120 shops, it said.", "30",
         "42"),
        ("Nine in 10 staff join strike at Brio",
         "Some {} of the 1,500 staff joined the strike at Brio, the union said.", "1,350", "950"),
        ("Orla to shed a third of its workforce", "Orla is to cut {} jobs out of 1,200.", "400",
         "800"),
        ("Fire destroys half of Velm hotel rooms",
         "A fire has destroyed {} of the 90 rooms of the Velm hotel.", "45", "75"),
    ],
)  # fmt: skip
def test_the_share_in_a_headline_is_that_of_the_first_sentence(
    checks_under: Under, headline: str, text: str, right: str, wrong: str
) -> None:
    for part, verdict in ((right, "holds"), (wrong, "fails")):
        found = checks_under(headline, text.format(part))
        assert [(check.kind, check.verdict) for check in found] == [("share", verdict)]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Brio will close {} of its 120 shops. That is a quarter of them.", "30", "60"),
        ("They found fault with {} of 48 kitchens. That is one in four.", "12", "24"),
        ("They found fault with {} of 48 kitchens. That is 25% of the total.", "12", "18"),
        ("Brio will close a quarter of its shops, it said. In all, {} of its 120 shops will close.",
         "30", "60"),
        ("It rents {} square feet. That is more than half of the 1.7 million square feet of the "
         "park.", "1 million", "0.4 million"),
        ("Orla will cut {} jobs in Arles, a quarter of the 1,600 people who work there.", "400",
         "800"),
        ("It drew {} viewers, less than half of the 18 million viewers of the debate.",
         "8 million", "12 million"),
        ("Some {} pupils were sent home, a third of the 27,000 in the city.", "9,000", "19,000"),
    ],
)  # fmt: skip
def test_a_share_of_what_was_just_told_is_recomputed(
    checks_of: Checks, text: str, right: str, wrong: str
) -> None:
    for part, verdict in ((right, "holds"), (wrong, "fails")):
        (check,) = checks_of(text.format(part))
        assert (check.kind in ("share", "product"), check.verdict) == (True, verdict)


@pytest.mark.parametrize(
    ("headline", "text", "right", "wrong"),
    [
        ("Half of Brio staff to go", "Brio will lay off {} of its 400 staff.", "200", "300"),
        ("Sund to scrap a quarter of sailings", "Sund will scrap {} of its 72 weekly sailings.",
         "18", "36"),
        ("A third of Orla shops to close", "Orla makes kettles.\n\nOrla will close {} of its 90 "
         "shops.", "30", "60"),
    ],
)  # fmt: skip
def test_what_is_not_tied_is_said_only_where_it_fits(
    checks_under: Under, headline: str, text: str, right: str, wrong: str
) -> None:
    assert [check.verdict for check in checks_under(headline, text.format(right))] == ["holds"]
    assert checks_under(headline, text.format(wrong)) == []


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Brio to close a quarter of its shops", "Brio has closed 60 of its 120 shops since 2020."),
        ("Brio to close a quarter of its shops", "Zip, a rival, is closing 60 of its 120 shops."),
        ("Brio to close a quarter of its shops", "Brio will sell 60 of its 120 shops to Zip."),
        ("Brio to close a quarter of its shops", "Brio will close 3 of its 120 offices, too."),
        ("Brio to close a quarter of its shops", "Brio will close another 60 of its 120 shops."),
        ("Brio to close a quarter of its shops", "Brio denied it would close 60 of its 120 shops."),
        ("A third of Orla shops to close", "Orla will close 60 of its 90 big shops."),
        ("A third of Orla shops in Arden to close", "Orla will close 60 of its 90 shops."),
        ("A third of Orla shops to close", "Orla will close 60 of its 90 shops in Arden."),
        ("Nine in 10 staff join strike at Brio, union says",
         "Brio said on Monday that 300 of its 1,500 staff had joined the strike."),
        ("Half of Brio staff walk out", "Brio runs boats.\n\nIt said 300 of its 1,500 staff left."),
        ("A fifth of voters back Marlow", "Marlow won 60 of the 100 seats."),
        ("20% of Brio users hit by outage", "About 3 million of Brio's 5 million users are men."),
    ],
)  # fmt: skip
def test_a_share_of_something_else_in_the_headline_is_left_alone(
    checks_under: Under, headline: str, text: str
) -> None:
    assert checks_under(headline, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 of the 900 pupils were ill. That is a half of what doctors feared.",
        "Some 600 of the 900 pupils were ill. That is a third of the school's budget.",
        "Some 600 of the 900 pupils were ill. That is a third of the town.",
        "A quarter of its shops made a loss. It will close 60 of its 120 shops.",
        "A quarter of its shops will close. It opened 60 of its 120 shops.",
        "Brio will close 60 of its 120 shops.\n\nThat is a quarter of them.",
        "It rents 900 sheds and 40 boats. That is half of the 900 boats of the port.",
        "It rents 200 sheds. That is not half of the 900 sheds that it wanted.",
        "It cut 400 jobs in May, when sales fell, a quarter of the 800 people said.",
        "It lost 300 workers in May, a quarter of the 600 workers had left by then.",
        "It cut 400 jobs in May, a quarter of the 800 shops.",
        "It has 40 vans and 90 lorries, a third of the 90 lorries of Zop.",
    ],
)
def test_a_share_of_something_else_is_left_alone(checks_of: Checks, text: str) -> None:
    assert checks_of(text) == []


def test_what_a_share_in_words_was_taken_as_is_printed(checks_of: Checks) -> None:
    (check,) = checks_of("They found fault with 12 of 48 kitchens. That is one in four.")
    assert check.says.startswith("12 of 48 is 25 %; the text says one in four = 25 % (taken as 20 ")
