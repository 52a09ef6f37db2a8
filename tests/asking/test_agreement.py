"""`claims` and `check` agree: a listed claim asked about in its own words is the answer."""

import pytest

from onrecord import flow
from onrecord.examples import article_paths
from onrecord.kit import load_kit
from onrecord.ledger import read_files
from tests.asking.asked import ledger_claims, ledger_names, ledger_pages


@pytest.mark.parametrize("name", ledger_names())
def test_every_claim_of_the_small_ledgers_answers_to_its_own_words(name: str) -> None:
    for claim in ledger_claims(name):
        answer = flow.ask(claim.text, ledger_pages(name), kit=load_kit())
        assert answer.claim is not None, claim.text
        assert (answer.claim.text, answer.claim.status) == (claim.text, claim.status)


@pytest.mark.slow
def test_every_claim_of_the_examples_answers_to_its_own_words() -> None:
    kit = load_kit()
    shelf = read_files(article_paths(), kit=kit, captured="2026-10-01T00:00:00Z")
    claims = flow.settle(shelf.readings(), kit=kit)
    for claim in claims:
        answer = flow.ask(claim.text, shelf.readings(), kit=kit, claims=claims)
        assert answer.claim is not None and answer.claim.status is claim.status, claim.text
