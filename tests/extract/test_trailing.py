"""Clauses at a sentence's end that credit what stands before them."""

import pytest

from onrecord.extract import find_statements
from onrecord.extract.trailing import find_trailing_clause
from onrecord.model import Act
from tests.extract.pages import KIT, document_of, holding, page_of

CUES = KIT.words("extract_trailing_cues")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Tolliver Mills sold mouldy flour for a year, the Grain Inspectorate found on Monday.",
            "the Grain Inspectorate",
            "Tolliver Mills sold mouldy flour for a year",
        ),
        (
            "The mill missed its date: no sack had left by Friday, the company admitted on Sunday.",
            "the company",
            "no sack had left by Friday",
        ),
        (
            "Tolliver Mills has been sold to a rival, the Harbour Lamp understands.",
            "the Harbour Lamp",
            "Tolliver Mills has been sold to a rival",
        ),
        (
            "The flour was mouldy in all of its shops, the Inspectorate has found.",
            "the Inspectorate",
            "The flour was mouldy in all of its shops",
        ),
    ],
)
def test_a_clause_at_the_end_credits_what_stands_before_it(
    text: str, source: str, content: str
) -> None:
    found = holding(find_statements(document_of(text), KIT), content)
    assert found.source is not None and found.source.text == source
    assert found.content.text == content


@pytest.mark.parametrize(
    "text",
    [
        "When the sacks were opened in the yard, the inspectors found mouldy flour.",
        "After a long search of the old mill, nothing was found on Monday.",
        "The flour came from Port Averley, where the mould was first found.",
        "Short of it, the company admitted.",
    ],
)
def test_a_verb_with_its_own_object_credits_nothing(text: str) -> None:
    assert find_trailing_clause(page_of(text), 0, CUES) is None


def test_what_a_company_acknowledges_after_a_colon_is_confirmed() -> None:
    text = "The mill is late: no sack had left by Friday, the company acknowledged on Sunday."
    found = holding(find_statements(document_of(text), KIT), "no sack had left by Friday")
    assert found.act is Act.CONFIRM
