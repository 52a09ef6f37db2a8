"""Sources behind a source."""

from onrecord.extract import find_statements
from tests.extract.pages import KIT, document_of


def test_the_cited_say_what_the_outlet_reports() -> None:
    text = (
        "Acme is in talks to buy Borealis, the Evening Post reported on Monday, "
        "citing people familiar with the matter."
    )
    statements = find_statements(document_of(text), KIT)
    cited = next(s for s in statements if s.source and s.source.text.startswith("people"))
    outer = next(s for s in statements if s.source and s.source.text == "the Evening Post")
    assert cited.content.text == outer.content.text == "Acme is in talks to buy Borealis"
    assert cited.within == outer.id and outer.within is None


def test_a_citation_between_cue_and_content_is_an_aside() -> None:
    text = "The Evening Post reported, citing unnamed sources, that Acme would close the mill."
    statements = find_statements(document_of(text), KIT)
    cited = next(s for s in statements if s.source and s.source.text == "unnamed sources")
    assert cited.content.text == "that Acme would close the mill"


def test_a_citation_of_a_fact_is_left_as_it_is() -> None:
    text = "Acme closed the mill, citing high costs."
    for statement in find_statements(document_of(text), KIT):
        assert statement.source is None or statement.source.text != "high costs"
