"""Accounts: where articles of one claim differ in a figure, and where they do not."""

from dataclasses import replace

import pytest

from onrecord import flow
from onrecord.kit import Kit
from onrecord.measure import compare_accounts, find_figures
from onrecord.model import (
    Act,
    Capture,
    Claim,
    ClaimKind,
    Evidence,
    Part,
    Reading,
    RegionKind,
    Span,
    Stance,
    Statement,
    Status,
)
from tests.measure.conftest import make_page


def article(
    kit: Kit, text: str, name: str, day: str | None = None, version_of: str | None = None
) -> Reading:
    """A page of which each sentence is a statement."""
    page = replace(make_page(text), id=name, title=name, published=day, version_of=version_of)
    told = tuple(
        Statement(
            id=f"{name}-{p.start}",
            story="story",
            region=RegionKind.BODY,
            source=None,
            cue=None,
            content=Part((Span(p.start, p.end),), text[p.start : p.end]),
            act=Act.ASSERT,
        )
        for p in page.passages
    )
    return Reading(name, "rules", page, assertions=told, figures=find_figures(page, kit))


def claim_on(*pages: Reading) -> Claim:
    """A claim that rests on the first sentence of each page."""
    evidence = tuple(
        Evidence(
            page.assertions[0].id, page.document.id, Stance.SUPPORTS, None, True, None, "", "all"
        )
        for page in pages
    )
    return Claim(
        "claim", "", ClaimKind.EVENT, Status.REPORTED, None, (), False, None, (), (), None,
        len(pages), 1, 0, 0, evidence, (), (), "", "",
    )  # fmt: skip


def differences(kit: Kit, *pages: Reading) -> tuple[str, ...]:
    return compare_accounts(pages, [claim_on(*pages)], kit).get("claim", ())


JOBS = "Auralith will cut {} jobs at its Pellworth works as orders for handsets dry up."


def test_a_number_given_differently_is_a_difference_with_both_wordings(kit: Kit) -> None:
    pages = [article(kit, JOBS.format(n), name) for n, name in (("900", "Post"), ("90", "Herald"))]
    (said,) = differences(kit, *pages)
    assert said == (
        'figures differ: "Auralith will cut 90 jobs at its Pellworth works as" (Herald); '
        '"Auralith will cut 900 jobs at its Pellworth works as" (Post)'
    )


def test_the_order_of_the_articles_changes_nothing(kit: Kit) -> None:
    pages = [article(kit, JOBS.format(n), name) for n, name in (("900", "Post"), ("90", "Herald"))]
    assert differences(kit, *pages) == differences(kit, *reversed(pages))


def test_articles_that_agree_are_named_together(kit: Kit) -> None:
    told = (("900", "Post"), ("90", "Herald"), ("900", "Echo"))
    (said,) = differences(kit, *(article(kit, JOBS.format(n), name) for n, name in told))
    assert "(Echo; Post)" in said
    assert said.count("900 jobs") == 1


def test_a_later_figure_is_a_change(kit: Kit) -> None:
    first = article(kit, JOBS.format("900"), "Post", "2026-03-02")
    later = article(kit, JOBS.format("1,100"), "Herald", "2026-03-09")
    (said,) = differences(kit, first, later)
    assert said.startswith('a figure changed: "Auralith will cut 900 jobs')
    assert "(Post, 2026-03-02)" in said
    assert said.endswith("(Herald, 2026-03-09)")


def test_another_figure_in_a_newer_version_is_a_revision(kit: Kit) -> None:
    old = article(kit, JOBS.format("900"), "old", "2026-03-02")
    text = JOBS.format("90") + " Correction: an earlier version said that it would cut 900 jobs."
    new = article(kit, text, "new", "2026-03-02", version_of="old")
    found = compare_accounts([old, new], [claim_on(new)], kit)["claim"]
    assert found == (
        'revised by new, 2026-03-02: "Auralith will cut 900 jobs at its Pellworth works as", '
        'later "Auralith will cut 90 jobs at its Pellworth works as"',
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (JOBS.format("900"), JOBS.format("about 920")),  # rounding
        (JOBS.format("900"), JOBS.format("more than 850")),  # a bound
        (JOBS.format("900"), JOBS.format("up to 1,000")),
        (JOBS.format("900"), JOBS.format("90") + " Others had spoken of 900 jobs."),  # knows both
        (JOBS.format("900"), JOBS.format("90").replace("Auralith", "Zollern")),  # another company
        (JOBS.format("900"), JOBS.format("90").replace("Pellworth works", "offices")[:25] + "."),
        (
            "Auralith cut 900 jobs at its Pellworth works in 2024 as orders dried up.",
            "Auralith cut 400 jobs at its Pellworth works in 2025 as orders dried up.",
        ),
        (
            "Norrvik carries 35 percent of the island's summer passenger traffic by ferry.",
            "Norrvik carries 20 percent of the island's winter freight traffic by ferry.",
        ),
        (
            "Marlow heard at least ten shots on Tarn Street: six shots and then four.",
            "Marlow heard six shots on Tarn Street and then, after a pause, four.",
        ),
    ],
)
def test_what_may_be_another_quantity_is_no_difference(kit: Kit, left: str, right: str) -> None:
    assert differences(kit, article(kit, left, "Post"), article(kit, right, "Herald")) == ()


def test_the_claims_of_settled_articles_are_compared(kit: Kit) -> None:
    told = (("900", "Coast Post", "2026-03-02"), ("90", "Vale Herald", "2026-03-02"))
    pages = [
        flow.read(
            Capture(
                f"Zollern Glass will cut {jobs} jobs at its Arden works as orders for jars dry up, "
                "its chief executive said on Monday.\n\nThe union said that it had been warned.",
                title="Zollern Glass to cut jobs at Arden",
                outlet=outlet,
                published=day,
            ),
            kit,
        )
        for jobs, outlet, day in told
    ]
    claims = flow.settle(pages, kit=kit)
    found = compare_accounts(pages, claims, kit)
    assert set(found) <= {claim.id for claim in claims}
    assert [said.startswith("figures differ") for ds in found.values() for said in ds] == [True]


def test_a_figure_beside_the_evidence_is_not_the_claims(kit: Kit) -> None:
    lead = "The minister resigned on Monday. "
    pages = [article(kit, lead + JOBS.format(n), name) for n, name in (("900", "A"), ("90", "B"))]
    assert differences(kit, *pages) == ()


def test_many_articles_are_compared_in_bounded_time(kit: Kit) -> None:
    told = [JOBS.format(900 if n % 2 else 90) for n in range(300)]
    pages = [article(kit, text, f"page {n}") for n, text in enumerate(told)]
    assert len(differences(kit, *pages)) == 1


def test_a_hostile_sentence_is_compared_in_bounded_time(kit: Kit) -> None:
    text = "Auralith cut 900 jobs and 30 posts " * 3000
    pages = [article(kit, text, "A"), article(kit, text.replace("900", "90"), "B")]
    assert differences(kit, *pages) == ()


def test_many_numbers_in_the_same_words_are_a_list(kit: Kit) -> None:
    pages = [article(kit, JOBS.format(n), f"page {n}") for n in range(100, 800, 50)]
    assert differences(kit, *pages) == ()


TOLD_OTHERWISE = [
    (
        "Brennick Foods will close its Tarrow cannery with the loss of 340 jobs.",
        "About 430 jobs will go when Brennick Foods closes the cannery in Tarrow.",
    ),
    (
        "Dellwick Bank agreed to pay a fine of $12 million over the leaks.",
        "Dellwick Bank will pay a $21 million fine over the leaks, it agreed on Monday.",
    ),
    (
        "Kestrel Air ordered 30 jets from Vantor in a deal worth $9 billion.",
        "Kestrel Air has ordered 13 jets from Vantor, a deal worth $9 billion.",
    ),
    (
        "A ferry sank off Port Merrow on Sunday and 14 people died.",
        "A ferry sank off Port Merrow on Sunday, killing 41 people.",
    ),
]


@pytest.mark.parametrize(("left", "right"), TOLD_OTHERWISE)
def test_one_event_told_in_other_words_with_another_number_differs(
    kit: Kit, left: str, right: str
) -> None:
    (said,) = differences(kit, article(kit, left, "Post"), article(kit, right, "Herald"))
    assert said.startswith("figures differ")


SOMETHING_ELSE = [
    (
        "A ferry sank off Port Merrow on Sunday and 14 people died.",
        "A ferry sank off Port Merrow on Sunday; 41 people were rescued.",
    ),
    (
        "At least 14 people died when a ferry sank off Port Merrow on Sunday.",
        "A ferry sank off Port Merrow on Sunday, killing 41 people.",
    ),
    (
        "Kestrel Air ordered 30 jets from Vantor.",
        "Kestrel Air has an option on 15 more jets from Vantor.",
    ),
    (
        "Brennick Foods will close its Tarrow cannery with the loss of 340 jobs.",
        "Brennick Foods closed its Marle cannery last year with the loss of 90 jobs.",
    ),
    (
        "Brennick Foods will close its Tarrow cannery with the loss of 340 jobs.",
        "Brennick Foods will close its Tarrow cannery with the loss of about 350 jobs.",
    ),
    (
        "Dellwick Bank will pay a fine of $12 million over the leaks at Corvale.",
        "Dellwick Bank last year paid a fine of $21 million over the leaks at Corvale.",
    ),
]


@pytest.mark.parametrize(("left", "right"), SOMETHING_ELSE)
def test_another_fate_time_or_rounding_is_no_difference(kit: Kit, left: str, right: str) -> None:
    assert differences(kit, article(kit, left, "Post"), article(kit, right, "Herald")) == ()
