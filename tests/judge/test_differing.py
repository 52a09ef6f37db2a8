"""Two policies over one record: what flips, from what to what, by which rule."""

from dataclasses import replace

from onrecord.judge.differing import compare_policies
from onrecord.model import Claim, ClaimKind, Leg, Status, Turn

LABELS = ("official-first@1", "strict@1")


def claim(
    key: str = "c1", status: Status = Status.REPORTED, rule: str = "told", articles: int = 1
) -> Claim:
    return Claim(
        id=key,
        text=f"Norvik buys yard {key}",
        kind=ClaimKind.EVENT,
        status=status,
        since=None,
        flags=(),
        accusation=False,
        due=None,
        legs=(),
        parties=(),
        origin=None,
        articles=articles,
        origins=1,
        voices=0,
        unnamed=0,
        evidence=(),
        differences=(),
        history=(Turn(None, status, rule, ("s1",)),),
        sentence="",
        policy="",
    )


def test_a_claim_that_stands_elsewhere_flips_with_rule_and_statements() -> None:
    found = compare_policies([claim()], [claim(status=Status.RUMOURED, rule="one root")], LABELS)
    (flip,) = found.flips
    assert (found.before, found.after, found.claims) == (*LABELS, 1)
    assert (flip.before.status, flip.after.status) == (Status.REPORTED, Status.RUMOURED)
    assert (flip.before.rule, flip.after.rule) == ("told", "one root")
    assert flip.before.because == ("s1",)


def test_another_rule_for_the_same_status_is_no_flip() -> None:
    assert compare_policies([claim()], [claim(rule="another")], LABELS).flips == ()


def test_a_claim_that_only_one_side_has_is_not_compared() -> None:
    assert compare_policies([claim("c1"), claim("c2")], [claim("c2")], LABELS).claims == 1


def test_the_flips_that_most_articles_tell_come_first() -> None:
    ours = [claim("c1"), claim("c2", articles=5)]
    theirs = [replace(c, status=Status.RUMOURED) for c in ours]
    assert [f.id for f in compare_policies(ours, theirs, LABELS).flips] == ["c2", "c1"]


def test_a_leg_that_stands_elsewhere_is_a_flip_although_the_whole_stays_mixed() -> None:
    legs = (
        Leg("l1", "Norvik and Belmar", Status.DENIED, ("Norvik", "Belmar"), ("s1",)),
        Leg("l2", "Norvik and Tarn", Status.REPORTED, ("Norvik", "Tarn"), ("s2",)),
    )
    ours = replace(claim(status=Status.MIXED), legs=legs)
    theirs = replace(ours, legs=(legs[0], replace(legs[1], status=Status.RUMOURED)))
    (flip,) = compare_policies([ours], [theirs], LABELS).flips
    assert [(leg.text, leg.before, leg.after) for leg in flip.legs] == [
        ("Norvik and Tarn", Status.REPORTED, Status.RUMOURED)
    ]
    assert "Norvik and Tarn: rumoured" in flip.after.rule
    assert flip.before.because == ("s1", "s2")


def test_a_status_that_a_person_signed_is_said_to_be_theirs() -> None:
    signed = replace(claim(), status=Status.REFUTED)
    (flip,) = compare_policies([signed], [claim(status=Status.RUMOURED)], LABELS).flips
    assert flip.before.rule == "a person's judgement"
    assert flip.before.because == ()
