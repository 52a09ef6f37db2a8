"""An excerpt is the sentence that a statement stands in, cut along its spans exactly."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.excerpts import Segment, cut_marked, show_marked, show_span, show_statement
from tests.web.exports import document, part, statement

TEXT = (
    "A heading\n"
    "The harbour was quiet. Mr. Olsen said the crane “had never been tested”. He left at noon.\n"
    "Nobody else would say. The board called it “a rumour”.\n"
)


def _joined(excerpt: tuple[Segment, ...]) -> str:
    return "".join(segment.text for segment in excerpt)


def test_a_statement_is_shown_in_its_own_sentence_only() -> None:
    row = statement("s", "d", TEXT, "had never been tested", "Mr. Olsen", cue="said")
    excerpt = show_statement(row, document("d", TEXT))
    assert _joined(excerpt) == "Mr. Olsen said the crane “had never been tested”."
    assert [(s.text, s.role) for s in excerpt if s.role] == [
        ("Mr. Olsen", "source"),
        ("said", "cue"),
        ("had never been tested", "content"),
    ]


def test_a_source_in_another_paragraph_is_shown_with_the_gap() -> None:
    row = statement("s", "d", TEXT, "a rumour", "Mr. Olsen")
    excerpt = show_statement(row, document("d", TEXT))
    assert _joined(excerpt) == (
        "Mr. Olsen said the crane “had never been tested”. … The board called it “a rumour”."
    )


def test_the_words_between_the_pieces_of_a_content_are_shown_unmarked() -> None:
    row = statement("s", "d", TEXT, "the crane")
    row["content"] = part(TEXT, "the crane", "had never been tested")
    marked = [s.text for s in show_statement(row, document("d", TEXT)) if s.role == "content"]
    assert marked == ["the crane", "had never been tested"]


def test_a_statement_in_a_title_outside_the_text_is_cut_from_the_title() -> None:
    page = document("d", TEXT, title="Crane “never tested”, says Olsen")
    row = statement("s", "d", page["title"], "never tested")
    row["content"]["in"] = "title"
    assert _joined(show_statement(row, page)) == page["title"]


def test_spans_that_do_not_fit_the_text_show_the_words_of_the_record() -> None:
    row = statement("s", "d", TEXT, "a rumour")
    row["content"]["spans"] = [[10_000, 10_008]]
    assert _joined(show_statement(row, document("d", TEXT))) == "a rumour"
    assert show_span(TEXT, 5, 99_999) == ()


def test_a_line_of_a_million_characters_is_cut_to_a_window_and_quickly() -> None:
    text = "word " * 200_000
    excerpt = show_span(text, 500_000, 500_004)
    assert len(_joined(excerpt)) < 1000


@given(
    st.text(alphabet="ab. \n“”", max_size=60),
    st.lists(
        st.tuples(st.integers(0, 59), st.integers(1, 20), st.sampled_from(["source", "content"])),
        max_size=5,
    ),
)
def test_cutting_keeps_every_character(text: str, marks: list[tuple[int, int, str]]) -> None:
    fitting = [(a, min(a + n, len(text)), role) for a, n, role in marks if a < len(text)]
    assert "".join(s.text for s in cut_marked(text, 0, len(text), fitting)) == text
    for segment in show_marked(text, fitting):
        assert segment.role == "gap" or segment.text.strip() == "" or segment.text in text
