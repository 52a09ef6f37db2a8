"""How the past claims of outlets and kinds of source ended."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.judge.track import Carrier, SourceRecord, record_sources, wilson_interval
from onrecord.model import (
    Claim,
    ClaimKind,
    Entity,
    EntityKind,
    Evidence,
    Reading,
    Source,
    Span,
    Stance,
    Status,
    Turn,
    Voice,
    When,
)
from tests.judge.test_differing import claim as bare
from tests.making import make_page, say

Telling = tuple[Evidence, Reading]


def tell(
    voice: Voice,
    page: str = "post",
    *,
    root: str | None = "Harbour Post",
    stance: Stance = Stance.SUPPORTS,
    said: str | None = None,
    hedged: bool = False,
    entity: str | None = "Ana Quill",
) -> Telling:
    statement = say(
        "Norvik buys the yard", "X", page=page, order=list(Voice).index(voice), said=said
    )
    source = Source((Span(0, 1),), "she", entity)
    statement = replace(statement.statement, voice=voice, hedged=hedged, source=source)
    evidence = Evidence(
        statement.id, page, stance, None, False, None, "", "all", root=root, voice=voice
    )
    return evidence, replace(make_page(page), statements=(statement,))


def make(
    status: Status,
    *tellings: Telling,
    because: tuple[Telling, ...] = (),
    day: str | None = None,
    kind: ClaimKind = ClaimKind.EVENT,
    key: str = "c1",
) -> Claim:
    turn = Turn(
        When(None, day, "published") if day else None,
        status,
        "a rule",
        tuple(evidence.statement for evidence, _ in because),
    )
    evidence = tuple(evidence for evidence, _ in (*tellings, *because))
    return replace(bare(key, status), kind=kind, evidence=evidence, history=(turn,))


def record(claims: list[Claim], *tellings: Telling) -> SourceRecord:
    return record_sources(claims, [reading for _, reading in tellings])


UNNAMED = tell(Voice.UNNAMED)
PARTY = tell(Voice.PRINCIPAL, "tide", root="Tide Weekly")


@pytest.mark.parametrize(
    ("status", "numbers"),
    [
        (Status.CONFIRMED, (1, 0, 0)),
        (Status.REFUTED, (0, 1, 0)),
        (Status.WITHDRAWN, (0, 1, 0)),
        (Status.DENIED, (0, 0, 1)),
        (Status.DISPUTED, (0, 0, 1)),
        (Status.REPORTED, (0, 0, 1)),
    ],
)
def test_only_findings_admissions_and_withdrawals_end_a_claim_and_never_a_denial(
    status: Status, numbers: tuple[int, int, int]
) -> None:
    found = record([make(status, UNNAMED, because=(PARTY,))], UNNAMED, PARTY)
    (outlet,) = found.outlets
    tally = outlet.tally
    assert outlet.outlet == "Harbour Post"
    assert (tally.held, tally.fell, tally.unresolved) == numbers
    assert found.reports[Carrier.UNNAMED] == tally


@pytest.mark.parametrize(("status", "held", "fell"), [(Status.MET, 1, 0), (Status.MISSED, 0, 1)])
def test_promises_end_met_or_missed_and_are_nobody_else_s_report(
    status: Status, held: int, fell: int
) -> None:
    found = record([make(status, PARTY, kind=ClaimKind.PLEDGE)], PARTY)
    tally = found.promises[Carrier.PARTY]
    assert (tally.held, tally.fell) == (held, fell)
    assert (found.outlets, found.reports) == ((), {})


def test_an_announcement_is_no_report_that_came_true() -> None:
    found = record([make(Status.CONFIRMED, because=(PARTY,))], PARTY)
    assert (found.own, found.outlets, found.reports) == (1, (), {})


def test_the_own_words_of_the_page_that_carries_the_confirmation_are_no_report() -> None:
    beside = tell(Voice.AUTHOR, "tide", root="Tide Weekly", said="2026-03-04")
    ended = make(Status.CONFIRMED, beside, because=(PARTY,), day="2026-03-04")
    assert record([ended], beside, PARTY).outlets == ()


def test_own_words_count_where_they_are_known_to_come_no_later() -> None:
    for said, counted in (("2026-03-01", 1), ("2026-03-09", 0), (None, 0)):
        own = tell(Voice.AUTHOR, said=said)
        ended = make(Status.CONFIRMED, own, because=(PARTY,), day="2026-03-04")
        assert len(record([ended], own, PARTY).outlets) == counted, said


def test_a_source_that_speaks_after_the_end_carried_nothing() -> None:
    late = tell(Voice.UNNAMED, said="2026-03-09")
    ended = make(Status.CONFIRMED, late, because=(PARTY,), day="2026-03-04")
    assert record([ended], late, PARTY).reports == {}


def test_a_claim_counts_once_for_its_plainest_carrier() -> None:
    expert = tell(Voice.EXPERT, "tide", root="Tide Weekly")
    found = record([make(Status.REPORTED, UNNAMED, expert)], UNNAMED, expert)
    assert {carrier: tally.claims for carrier, tally in found.reports.items()} == {Carrier.NAMED: 1}
    assert [(one.outlet, *one.carriers) for one in found.outlets] == [
        ("Harbour Post", Carrier.UNNAMED),
        ("Tide Weekly", Carrier.NAMED),
    ]


def test_what_an_echo_tells_counts_once_for_its_origin() -> None:
    echo = tell(Voice.OUTLET, "tide", root="Harbour Post")
    (outlet,) = record([make(Status.REPORTED, UNNAMED, echo)], UNNAMED, echo).outlets
    assert (outlet.outlet, outlet.tally.claims) == ("Harbour Post", 1)


def test_a_may_is_no_outlet_s_claim_and_a_page_without_an_outlet_has_no_row() -> None:
    hedged, nowhere = tell(Voice.AUTHOR, hedged=True), tell(Voice.UNNAMED, "x", root=None)
    assert record([make(Status.RUMOURED, hedged, nowhere)], hedged, nowhere).outlets == ()


def test_who_denies_or_discusses_carries_nothing() -> None:
    against = tell(Voice.EXPERT, stance=Stance.DENIES)
    assert record([make(Status.REPORTED, against)], against).reports == {}


def test_a_status_that_a_person_signed_ends_a_claim() -> None:
    signed = replace(make(Status.REPORTED, UNNAMED), status=Status.REFUTED)
    assert record([signed], UNNAMED).reports[Carrier.UNNAMED].fell == 1


def test_few_endings_are_said_to_be_few() -> None:
    claims = [make(Status.CONFIRMED, UNNAMED, key=f"c{n}") for n in range(10)]
    assert not record(claims, UNNAMED).reports[Carrier.UNNAMED].few
    assert record(claims[:9], UNNAMED).reports[Carrier.UNNAMED].few


@pytest.mark.parametrize(
    ("held", "ended", "interval"),
    [
        (0, 0, None),
        (5, 10, (0.237, 0.763)),
        (0, 10, (0.0, 0.278)),
        (10, 10, (0.722, 1.0)),
        (12, 21, (0.365, 0.755)),
    ],
)
def test_the_interval_is_wilson_s(
    held: int, ended: int, interval: tuple[float, float] | None
) -> None:
    assert wilson_interval(held, ended) == interval


@pytest.mark.parametrize(
    ("voice", "entity", "carrier"),
    [
        (Voice.EXPERT, "Ana Quill", Carrier.NAMED),
        (Voice.WITNESS, None, Carrier.UNNAMED),  # "a neighbour"
        (Voice.ORGANISATION, None, None),  # "it": who that is was not worked out
    ],
)
def test_a_source_that_is_not_named_is_no_named_source(
    voice: Voice, entity: str | None, carrier: Carrier | None
) -> None:
    telling = tell(voice, entity=entity)
    found = record([make(Status.REPORTED, telling)], telling).reports
    assert list(found) == ([carrier] if carrier else [])
    assert record([make(Status.REPORTED, telling)], telling).unclear == (carrier is None)


def test_a_journalist_is_not_the_outlet_that_a_report_goes_back_to() -> None:
    evidence, page = tell(Voice.OUTLET, root="Ana Quill")
    ana = Entity("e1", "Ana Quill", EntityKind.PERSON, "")
    telling = (evidence, replace(page, entities=(ana,)))
    assert record([make(Status.REPORTED, telling)], telling).outlets == ()


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    held, ended = counts
    interval = wilson_interval(held, ended)
    assert interval is not None
    assert 0 <= interval[0] <= held / ended + 0.0005
    assert held / ended - 0.0005 <= interval[1] <= 1
