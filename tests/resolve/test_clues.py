"""What stands beside a name and tells what it names."""

import pytest

from onrecord.kit import load_kit
from onrecord.model import Capture
from onrecord.read import make_document
from onrecord.resolve import find_names

KIT = load_kit()


@pytest.mark.parametrize("after", [", the ... said.", ", the said nothing.", ", a."])
def test_an_apposition_without_a_noun_tells_nothing(after: str) -> None:
    document = make_document(Capture(text=f"Norvik has closed, says Mara Quill{after}"), KIT)
    mentions, _ = find_names(document, KIT)
    assert "Mara Quill" in {mention.entity for mention in mentions}
