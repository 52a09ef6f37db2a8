"""A worksheet stands with a claim where its figures lead somewhere, and nowhere else."""

from dataclasses import replace

import pytest

from onrecord import flow
from onrecord.kit import Kit
from onrecord.measure.worksheets import Standing, Verdict, find_standing
from onrecord.model import (
    Act,
    Capture,
    Claim,
    ClaimKind,
    Evidence,
    Figure,
    Judgement,
    Part,
    Reading,
    RegionKind,
    Span,
    Stance,
    Statement,
    Status,
    make_id,
)

HEAD = "Orvane denies that it will share its Velland works with Tallis\n\nMay 6, 2026\n\n"
TALKS = "Orvane Motors is in talks to share its Velland works with Tallis Motors"
LEAD = (
    f"{TALKS}, the Velland Herald reported on Monday. "
    "Orvane said there was “no truth” to the report.\n\n"
)
FIGURES = (
    "The works can build 240,000 vans a year. It needs about 75 % of capacity to break even. "
    "Sales came to under 60,000 vans a year.\n"
)


def read(text: str, kit: Kit) -> Reading:
    return flow.read(Capture(text=text, path="works.txt"), kit, reader="rules")


def claim_of(reading: Reading, words: str) -> Claim:
    """A claim whose own words are `words`, with the first place of these as its only evidence."""
    evidence = Evidence("told", reading.document.id, Stance.SUPPORTS, None, False, None, "", "all")
    return Claim(
        "c1a1", words, ClaimKind.EVENT, Status.REPORTED, None, (), False, None, (), (), None,
        1, 1, 0, 0, (evidence,), (), (), "", "official-first@1",
    )  # fmt: skip


def with_statement(reading: Reading, claim: Claim) -> Reading:
    """The reading with the statement that a claim made by hand rests on."""
    start = reading.document.text.index(claim.text)
    part = Part((Span(start, start + len(claim.text)),), claim.text)
    statement = Statement("told", None, RegionKind.BODY, None, None, part, Act.ASSERT)
    return replace(reading, assertions=(*reading.assertions, statement))


def place(text: str, kit: Kit, words: str = TALKS) -> tuple[Claim, Reading]:
    """The claim that says `words` in a text, and the page."""
    reading = read(text, kit)
    claim = claim_of(reading, words)
    return claim, with_statement(reading, claim)


def stand(text: str, kit: Kit, words: str = TALKS) -> dict[str, Standing]:
    """The sheets that stand with the claim that says `words`, by name."""
    claim, reading = place(text, kit, words)
    return {item.sheet.name: item for item in find_standing(claim, [reading], kit)}


def bound(standing: Standing) -> dict[str, str]:
    return {item.given.variable: item.quote.figure.text for item in standing.bindings}


def test_the_figures_of_a_plant_stand_with_the_claim_about_it(kit: Kit) -> None:
    found = stand(HEAD + LEAD + FIGURES, kit)
    assert found.keys() == {"plant"}
    assert bound(found["plant"]) == {
        "capacity": "240,000 vans a year",
        "be_rate": "about 75 %",
        "sales": "under 60,000 vans a year",
    }
    used = next(r for r in found["plant"].solution.results if r.variable == "used_now")
    assert used.interval.high == pytest.approx(60 / 235, rel=1e-6)
    assert "the sales quoted are the plant's whole output" in used.premises


def test_figures_that_contradict_each_other_stand_as_a_conflict(kit: Kit) -> None:
    told = FIGURES.replace("break even.", "break even, or 225,000 vans a year.")
    solution = stand(HEAD + LEAD + told, kit)["plant"].solution
    assert solution.verdict is Verdict.CONFLICT
    assert solution.conflict is not None
    assert set(solution.conflict.given) == {"capacity", "be_rate", "break_even"}


CAPACITY = "The works can build 240,000 vans a year. "
SALES = "Sales came to under 60,000 vans a year.\n"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (CAPACITY, "nothing follows from a capacity alone"),
        (
            "The works can build 240,000 vans a year and its annexe can build 90,000 vans a year. "
            + SALES,
            "which of two capacities is meant is not known",
        ),
        ("Production at the works rose by 40,000 vans. Sales fell by 60,000 vans.", "no levels"),
        ("Rain fell.\n\nThe fair opened.\n\nA choir sang.\n\n" + FIGURES, "too far away"),
        ("The works can build 240,000 hulls a year. Sales were under 60,000 hulls.", "no vehicles"),
        ("The works employs 2,400 people. Sales came to 60 million dollars.", "no vehicles"),
    ],
)
def test_no_sheet_stands_where_nothing_meaningful_binds(told: str, why: str, kit: Kit) -> None:
    assert stand(HEAD + LEAD + told, kit) == {}, why


def test_no_sheet_stands_with_a_claim_about_something_else(kit: Kit) -> None:
    assert "plant" in stand(HEAD + LEAD + FIGURES, kit)
    other = "Orvane Motors is in talks to hire a choir"
    assert stand(HEAD + LEAD.replace(TALKS, other) + FIGURES, kit, other) == {}


def test_no_sheet_stands_where_its_topic_is_not_spoken_of(kit: Kit) -> None:
    words = TALKS.replace("works", "depots")
    told = FIGURES.replace("works can build", "depots can build")
    assert (
        stand(HEAD.replace("works", "depots") + LEAD.replace(TALKS, words) + told, kit, words) == {}
    )


def test_figures_of_another_story_of_the_page_are_not_taken(kit: Kit) -> None:
    reading = read(HEAD + LEAD + CAPACITY + SALES, kit)
    sales = next(f for f in reading.figures if f.text.startswith("under 60,000"))
    claim = claim_of(reading, TALKS)
    apart = tuple(replace(f, story="another") if f is sales else f for f in reading.figures)
    here = with_statement(reading, claim)
    assert find_standing(claim, [here], kit)
    assert not find_standing(claim, [replace(here, figures=apart)], kit)


def test_a_production_line_stands_by_its_own_figure(kit: Kit) -> None:
    words = "The line will produce up to 90,000 motors a year"
    text = (
        "Halden to build motors\n\nMay 6, 2026\n\nHalden Vans is building a new production line in "
        f"Cairn, the company said on Monday. {words}, Halden Vans said.\n"
    )
    assert bound(stand(text, kit, words)["line"]) == {"pieces": "up to 90,000 motors a year"}
    assert stand(text, kit, "Halden Vans is building a new production line in Cairn")["line"]


def judge(figure: Figure, value: str, document: str, at: str = "2026-06-01") -> Judgement:
    return Judgement(
        make_id("binding", figure.id, value, at), "binding", figure.id, value, "Ana", at, "I asked",
        quote=figure.text, document=document, span=Span(figure.start, figure.end),
    )  # fmt: skip


def test_a_person_s_word_on_a_figure_is_followed_and_remembered(kit: Kit) -> None:
    claim, reading = place(HEAD + LEAD + FIGURES, kit)
    sales = next(f for f in reading.figures if f.text.startswith("under 60,000"))
    document = reading.document.id
    gone = judge(sales, "plant.none", document)
    assert find_standing(claim, [reading], kit, [gone]) == ()
    (moved,) = find_standing(
        claim, [reading], kit, [gone, judge(sales, "plant.extra", document, "2026-06-02")]
    )
    assert bound(moved)["extra"] == "under 60,000 vans a year"
    assert "sales" not in bound(moved)
    item = next(item for item in moved.bindings if item.given.variable == "extra")
    assert item.corrected is not None
    assert (item.corrected.by, item.corrected.why) == ("Ana", "I asked")


def test_a_correction_finds_its_figure_again_by_its_place(kit: Kit) -> None:
    claim, reading = place(HEAD + LEAD + FIGURES, kit)
    sales = next(f for f in reading.figures if f.text.startswith("under 60,000"))
    said = replace(judge(sales, "plant.none", reading.document.id), subject="of an older reader")
    assert find_standing(claim, [reading], kit, [said]) == ()
