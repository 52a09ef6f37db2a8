"""Where claims stand: the policy on testimony about an invented ferry line."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.judge.claims import settle_claim
from onrecord.judge.policy import load_policy
from onrecord.link import find_copies
from onrecord.link.assembly import make_cluster
from onrecord.link.legs import find_centre
from onrecord.model import (
    Act,
    Claim,
    Flag,
    Force,
    Naming,
    Part,
    Position,
    Proposition,
    Source,
    Span,
    Status,
    Voice,
)
from tests.making import KIT, make_page, name, say

NORVIK, BELMAR, POST = name("Norvik"), name("Belmar"), name("Harbour Post", "outlet")
AGENCY = name("Maritime Agency", "regulator")
CLAIM = "Norvik will buy the Belmar yard"
PAIR = ("Norvik", "Belmar")


def told(by: str | None = None, **more: object) -> Proposition:
    """Somebody puts the claim forward."""
    return say(CLAIM, by, names=PAIR, **more)  # type: ignore[arg-type]


def settle(*group: Proposition, as_of: str | None = None) -> Claim | None:
    pages = {
        p.document: make_page(p.document, entities=(NORVIK, BELMAR, POST, AGENCY)) for p in group
    }
    centre = find_centre(group, KIT)
    cluster = make_cluster(group, centre, pages, find_copies(pages), KIT)
    policy = load_policy("official-first", KIT)
    return settle_claim(cluster, centre, pages, policy, KIT, today="2026-06-01", as_of=as_of)


def stands(*group: Proposition) -> Claim:
    claim = settle(*group)
    assert claim is not None
    return claim


def position(claim: Claim, entity: str) -> Position:
    return next(p.position for p in claim.parties if p.entity == entity)


OUTLET = told("Harbour Post", voice=Voice.OUTLET)
DENIAL = say(CLAIM, "Norvik", Act.DENY, names=PAIR, order=60)


@pytest.mark.parametrize(
    ("group", "status"),
    [
        ([told(hedged=True)], Status.RUMOURED),
        ([told("Harbour Post", voice=Voice.OUTLET)], Status.REPORTED),
        ([OUTLET, DENIAL], Status.DENIED),
        ([OUTLET, told("Norvik", act=Act.CONFIRM, order=60)], Status.CONFIRMED),
        ([OUTLET, DENIAL, told("Belmar", act=Act.CONFIRM, order=90)], Status.DISPUTED),
        ([OUTLET, told("Harbour Post", voice=Voice.OUTLET, act=Act.RETRACT)], Status.WITHDRAWN),
    ],
)
def test_the_default_policy(group: Sequence[Proposition], status: Status) -> None:
    assert stands(*group).status is status


def test_an_unnamed_source_confirms_nothing() -> None:
    leak = told(voice=Voice.UNNAMED, act=Act.CONFIRM, order=60)
    assert stands(OUTLET, leak).status is Status.REPORTED


def test_a_refusal_to_comment_changes_no_status_and_is_told() -> None:
    refusal = say("to comment on the report", "Norvik", Act.DECLINE, names=PAIR, order=60)
    claim = stands(OUTLET, refusal)
    assert claim.status is Status.REPORTED
    assert position(claim, "Norvik") is Position.DECLINES


def test_a_non_denial_denies_nothing() -> None:
    words = say(CLAIM, "Norvik", Act.DENY, names=PAIR, order=60, force=Force.NON_DENIAL)
    assert stands(OUTLET, words).status is Status.REPORTED


def test_a_denial_of_the_present_only_is_flagged() -> None:
    now = say(CLAIM, "Norvik", Act.DENY, names=PAIR, order=60, force=Force.PRESENT_ONLY)
    claim = stands(OUTLET, now)
    assert claim.status is Status.DENIED
    assert Flag.PRESENT_ONLY in claim.flags


def test_one_party_s_denial_does_not_speak_for_another() -> None:
    claim = stands(OUTLET, DENIAL)
    assert position(claim, "Norvik") is Position.DENIES
    assert position(claim, "Belmar") is Position.UNADDRESSED
    assert "no statement by Belmar" in claim.sentence


def test_insiders_who_go_on_alleging_are_flagged_and_change_no_status() -> None:
    insiders = told(voice=Voice.UNNAMED, order=120)
    claim = stands(OUTLET, DENIAL, insiders)
    assert claim.status is Status.DENIED
    assert Flag.STILL_ALLEGED in claim.flags
    assert "still allege" in claim.sentence


def test_insiders_before_the_denial_do_not_still_allege() -> None:
    insiders = told(voice=Voice.UNNAMED, order=10)
    assert Flag.STILL_ALLEGED not in stands(OUTLET, insiders, DENIAL).flags


def test_a_regulator_that_checked_and_denies_refutes() -> None:
    finding = say(
        "an investigation found no evidence that Norvik will buy the Belmar yard",
        "Maritime Agency",
        Act.DENY,
        voice=Voice.AUTHORITY,
        names=PAIR,
        order=60,
    )
    assert stands(OUTLET, finding).status is Status.REFUTED


def test_opposition_is_no_evidence_against() -> None:
    against = say(CLAIM, "Belmar", Act.OPPOSE, names=PAIR, order=60)
    claim = stands(OUTLET, against)
    assert claim.status is Status.REPORTED
    assert all(
        e.stance == "discusses" for e in claim.evidence if e.statement == against.statement.id
    )


def test_as_of_a_day_counts_what_had_been_said_by_then() -> None:
    report = told("Harbour Post", voice=Voice.OUTLET, said="2026-03-01")
    denial = say(CLAIM, "Norvik", Act.DENY, names=PAIR, page="later", said="2026-03-04")
    before, after = settle(report, denial, as_of="2026-03-02"), settle(report, denial)
    assert before is not None
    assert after is not None
    assert (before.status, after.status) == (Status.REPORTED, Status.DENIED)
    assert [turn.status for turn in after.history] == [Status.REPORTED, Status.DENIED]
    assert settle(report, denial, as_of="2026-02-01") is None


def test_a_claim_s_id_rests_on_its_earliest_supporting_statement() -> None:
    early = told("Harbour Post", voice=Voice.OUTLET, said="2026-03-01")
    late = told("Tide Weekly", voice=Voice.OUTLET, page="later", said="2026-03-05")
    assert stands(early, late).id == stands(late, early).id == stands(early).id
    assert stands(late).id != stands(early, late).id


def test_voices_count_entities_on_the_record_once() -> None:
    again = say("the report", "Norvik", Act.DENY, page="other")
    claim = stands(OUTLET, DENIAL, again)
    assert claim.voices == 1
    assert claim.articles == 2


def test_an_unnamed_office_does_not_confirm_what_a_page_calls_a_hoax() -> None:
    office = told("", voice=Voice.AUTHORITY, act=Act.CONFIRM, naming=Naming.OFFICE, order=30)
    source = Source((Span(0, 1),), "the police")
    office = replace(office, statement=replace(office.statement, source=source, on_record=True))
    hoax = say("the Belmar yard sale by Norvik is a hoax", names=PAIR, page="other", order=60)
    assert stands(OUTLET, office).status is Status.CONFIRMED
    assert stands(OUTLET, office, hoax).status is Status.REPORTED


BRANDT = "Ada Brandt"


def alone(content: str, by: str = "Norvik", **more: object) -> Status:
    """Where a claim stands that one source alone puts forward."""
    return stands(say(content, by, names=(by,), **more)).status  # type: ignore[arg-type]


def test_a_party_confirms_what_it_does_and_not_what_it_thinks() -> None:
    assert alone("it has sold the Belmar yard") is Status.CONFIRMED
    assert alone("it thinks that the Belmar yard deserves better") is not Status.CONFIRMED
    assert alone("it may sell the Belmar yard") is not Status.CONFIRMED


def test_who_speaks_of_others_confirms_nothing() -> None:
    assert alone("the harbour master sold two old boats", BRANDT) is not Status.CONFIRMED


def test_an_authority_on_another_matter_confirms_nothing() -> None:
    police = say(CLAIM, "Harbour Police", voice=Voice.AUTHORITY, names=PAIR)
    assert stands(OUTLET, police).status is Status.REPORTED
    agency = say("Norvik licence for the Belmar yard approved", "Maritime Agency", names=PAIR)
    told_of_it = say(
        "Norvik licence for the Belmar yard approved",
        "Harbour Post",
        names=PAIR,
        voice=Voice.OUTLET,
        order=9,
    )
    assert stands(told_of_it, agency).status is Status.CONFIRMED


def test_a_not_in_passing_denies_nothing() -> None:
    aside = say(
        "Norvik did not just buy the Belmar yard, it rebuilt it", "Norvik", names=PAIR, order=9
    )
    assert stands(OUTLET, aside).status is not Status.DENIED
    flat = say("Norvik will not buy the Belmar yard", "Norvik", names=PAIR, order=9)
    assert stands(OUTLET, flat).status is Status.DENIED


def test_who_says_a_negative_claim_again_does_not_deny_it() -> None:
    first = say(
        "Norvik will not buy the Belmar yard", "Harbour Post", voice=Voice.OUTLET, names=PAIR
    )
    again = say("it will not buy the Belmar yard", "Norvik", names=PAIR, order=9)
    assert stands(first, again).status is not Status.DENIED


def settle_denied(*group: Proposition) -> Claim | None:
    """The claim of what is only denied, as `check` settles it."""
    pages = {p.document: make_page(p.document, entities=(NORVIK, BELMAR, POST)) for p in group}
    cluster = make_cluster(group, group[0], pages, find_copies(pages), KIT)
    cluster = replace(cluster, subject="Norvik")
    policy = load_policy("official-first", KIT)
    return settle_claim(
        cluster, group[0], pages, policy, KIT, today="2026-06-01", denied_alone=True
    )


def test_a_claim_that_a_party_only_denies_stands_where_it_is_asked_about() -> None:
    claim = settle_denied(DENIAL)
    assert claim is not None and claim.status is Status.DENIED
    assert settle(DENIAL) is None


def test_what_the_page_itself_says_is_not_so_is_no_denied_claim() -> None:
    assert settle_denied(say(f"{CLAIM} is not so", None, Act.ASSERT, negated=True)) is None


def test_who_says_a_thing_of_himself_and_its_negation_denies_nobody() -> None:
    first = say("Norvik will buy the Belmar yard", "Norvik", names=PAIR)
    aside = say("Norvik will not buy the Belmar yard", "Norvik", names=PAIR, order=9)
    assert stands(first, aside).status is not Status.DENIED


def test_nobody_who_has_spoken_is_said_to_have_made_no_statement() -> None:
    perhaps = say("it may buy the Belmar yard", "Norvik", names=PAIR, order=9)
    claim = stands(OUTLET, perhaps)
    assert "no statement by Norvik" not in claim.sentence
    assert not any("No statement by Norvik" in told for told in claim.open)
    assert any("No statement by Belmar" in told for told in claim.open)


def test_a_report_taken_back_in_indirect_words_is_withdrawn() -> None:
    words = "we now accept that there were no such talks"
    own = say(CLAIM, None, names=PAIR)
    note = say(words, None, order=40, refers_to=own.statement.id)
    claim = stands(own, note)
    assert claim.status is Status.WITHDRAWN
    assert claim.sentence.startswith("Withdrawn by")
    posts = told("Harbour Post", voice=Voice.OUTLET, page="another")
    assert stands(own, note, posts).status is not Status.WITHDRAWN  # its root stands by it


SOLD = "Norvik has sold the Belmar yard"


def test_announced_on_a_page_that_has_it_from_another_is_that_page_s_verb() -> None:
    credit = say(SOLD, "Harbour Post", names=PAIR, voice=Voice.OUTLET)
    announced = say(SOLD, "Norvik", names=PAIR, order=60)
    assert stands(credit, announced).status is Status.REPORTED
    assert stands(announced).status is Status.CONFIRMED
    quoted = say(SOLD, "Norvik", names=PAIR, order=90, quoted=True)
    assert stands(credit, announced, quoted).status is Status.CONFIRMED


def test_a_repeated_denial_is_a_denial() -> None:
    again = say("its denial", "Norvik", names=(), order=60)
    assert stands(OUTLET, DENIAL, replace(again, anaphoric=True)).status is Status.DENIED
    claim = stands(OUTLET, replace(again, anaphoric=True))
    assert position(claim, "Norvik") is not Position.AFFIRMS


def test_a_correction_of_another_detail_withdraws_nothing() -> None:
    note = say("that the ferry line was founded in 1988", order=90)
    note = replace(note, exposes="retraction", falsifies=True)
    assert stands(OUTLET, note).status is Status.REPORTED


def test_who_found_no_evidence_denies() -> None:
    agency = say(CLAIM, "Maritime Agency", voice=Voice.AUTHORITY, names=PAIR, order=60)
    cue = Part((Span(60, 70),), "has found no evidence")
    none = replace(agency, statement=replace(agency.statement, cue=cue))
    assert stands(OUTLET, none).status is not Status.CONFIRMED
    supports = {e.statement for e in stands(OUTLET, none).evidence if e.stance == "supports"}
    assert none.statement.id not in supports


def test_who_says_that_talks_were_never_broken_off_denies_nothing() -> None:
    words = "talks of Norvik to buy the Belmar yard have never been broken off"
    insider = say(words, voice=Voice.UNNAMED, names=PAIR, order=120, negated=True)
    claim = stands(OUTLET, DENIAL, insider)
    denied = {e.statement for e in claim.evidence if e.stance == "denies"}
    assert insider.statement.id not in denied
