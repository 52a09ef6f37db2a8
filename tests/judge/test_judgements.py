"""A person's signed status, and how it finds its claim again."""

from dataclasses import replace

from onrecord.judge.judgements import apply_judgements
from onrecord.model import Claim, Judgement, Status
from tests.judge.test_status import OUTLET, stands


def sign(claim: Claim, status: str = "refuted", quote: str | None = None) -> Judgement:
    return Judgement(
        "j", "status", claim.id, status, "ana", "2026-03-05T10:00", "read the filing", quote
    )


def test_a_signed_status_is_laid_over_and_the_policy_s_own_stays_to_be_read() -> None:
    claim = stands(OUTLET)
    (judged,) = apply_judgements([claim], [sign(claim)])
    assert judged.status is Status.REFUTED
    assert "ana" in judged.sentence
    assert claim.sentence in judged.sentence


def test_it_finds_a_claim_by_an_old_id_and_by_the_words_it_was_made_about() -> None:
    claim = stands(OUTLET)
    renamed = replace(claim, id="another", aliases=(claim.id,))
    reworded = replace(claim, id="another", aliases=())
    assert apply_judgements([renamed], [sign(claim)])[0].status is Status.REFUTED
    quoted = sign(claim, quote=f"that “{claim.text}”,")
    assert apply_judgements([reworded], [quoted])[0].status is Status.REFUTED


def test_it_leaves_every_other_claim_alone() -> None:
    claim = stands(OUTLET)
    other = replace(claim, id="other", text="something else", aliases=())
    assert apply_judgements([other], [sign(claim, quote=claim.text)]) == (other,)
