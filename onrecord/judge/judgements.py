"""A person's corrections, laid over what the policy says and remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Claim, Judgement, Status


def apply_judgements(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """`claims` with every signed status laid over the policy's, newest judgement last.

    A judgement finds its claim by id, by alias, or by the words that it was made about (an edit
    of the page changes every id); the sentence names the person and the reason, and
    the policy's own status stays in the history.
    """
    signed = [j for j in sorted(judgements, key=lambda j: (j.at, j.id)) if j.kind == "status"]
    latest = {j.subject: j for j in signed} | {plain_words(j.quote): j for j in signed if j.quote}
    return tuple(_judge(claim, latest) for claim in claims)


def plain_words(words: str | None) -> str:
    """Words as a judgement finds its claim by them: without marks, case, "that" and outer stops."""
    bare = "".join(c for c in (words or "").lower() if c not in "“”\"'‘’")
    return " ".join(bare.split()).removeprefix("that ").strip(" ,;:.")


def _judge(claim: Claim, latest: dict[str, Judgement]) -> Claim:
    for name in (claim.id, *claim.aliases, plain_words(claim.text)):
        judgement = latest.get(name)
        if judgement is not None and judgement.value in set(Status):
            sentence = (
                f"{judgement.value.capitalize()} by the judgement of {judgement.by} "
                f"({judgement.at[:10]}): {judgement.why.rstrip('.')}. "
                f"The policy alone says: {claim.sentence}"
            )
            return replace(claim, status=Status(judgement.value), sentence=sentence)
    return claim
