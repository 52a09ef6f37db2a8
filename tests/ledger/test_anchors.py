"""A judgement stays on its words when a better reader reads them anew."""

from onrecord.ledger.anchors import anchor_judgements
from onrecord.model import Span

from .conftest import make_judgement, make_reading

TEXT = "Mara Quill said the works will stay. Idris Fenn said nothing of the kind was planned."
PAGE = make_reading(
    TEXT, ("Mara Quill", "the works will stay"), ("Idris Fenn", "nothing of the kind was planned")
)
FIRST, SECOND = PAGE.statements


def on(span: tuple[int, int], subject: str = "gone") -> object:
    return make_judgement("source", subject, "Tove Aldane", document="d1", span=Span(*span))


def test_a_judgement_of_a_statement_that_is_there_stays_as_it_is() -> None:
    judgement = on((0, 5), FIRST.id)
    assert anchor_judgements([judgement], [PAGE]).anchored == (judgement,)


def test_a_judgement_of_a_lost_id_moves_to_the_statement_that_shares_most_words() -> None:
    start, end = SECOND.content.spans[0]
    found = anchor_judgements([on((start + 4, end))], [PAGE])
    assert [judgement.subject for judgement in found.anchored] == [SECOND.id]
    assert found.lost == ()


def test_a_judgement_whose_words_are_gone_is_listed_not_dropped() -> None:
    elsewhere = on((0, 4))
    sealed = make_judgement("source", "gone", "X", document="d9", span=Span(0, 4))
    found = anchor_judgements([elsewhere, sealed], [PAGE])
    assert (found.anchored, found.lost) == ((), (elsewhere, sealed))


def test_a_judgement_of_a_claim_or_a_name_needs_no_statement() -> None:
    status = make_judgement("status", "c1", "denied", document="d1", span=Span(0, 4))
    name = make_judgement("name", "Quil", "Mara Quill")
    assert anchor_judgements([status, name], [PAGE]).anchored == (status, name)
