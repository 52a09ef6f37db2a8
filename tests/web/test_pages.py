"""A document is shown as its text stands, with what is evidence marked in its place."""

from onrecord.web.index import index_export
from onrecord.web.pages import TEXT_LIMIT, make_page
from tests.web.exports import FERRY, document, ferry_export, statement


def test_lines_hold_the_text_and_nothing_else() -> None:
    export = ferry_export()
    cited = {("ferry", "s1"): [(1, "claim-c1")], ("ferry", "s2"): [(1, "claim-c1")]}
    page = make_page(export["documents"][0], index_export(export), cited)
    shown = ["".join(piece.text for piece in line.pieces) for line in page.lines]
    assert shown == [line.rstrip() for line in FERRY.splitlines() if line.strip()]


def test_a_statement_is_pinned_where_its_content_begins_and_numbered_where_it_ends() -> None:
    export = ferry_export()
    page = make_page(
        export["documents"][0], index_export(export), {("ferry", "s2"): [(4, "claim-c1")]}
    )
    (piece,) = [piece for line in page.lines for piece in line.pieces if piece.anchors]
    assert piece.anchors == ("statement-ferry-s2",)
    assert piece.text == "invented from the first line to the last"
    assert piece.claims == ((4, "claim-c1"),)


def test_a_statement_that_is_no_evidence_is_not_marked() -> None:
    export = ferry_export()
    page = make_page(export["documents"][0], index_export(export), {})
    assert not [piece for line in page.lines for piece in line.pieces if piece.role]


def test_what_was_left_out_is_listed_and_labelled() -> None:
    export = ferry_export()
    page = make_page(export["documents"][0], index_export(export), {})
    assert page.left_out == (
        "teaser for another article: You might also like Harbour pilots want more sleep",
    )
    assert [line.label for line in page.lines if line.label] == ["teaser for another article"]


def test_a_statement_beyond_the_text_shown_still_has_a_place_to_link_to() -> None:
    text = "Heading\n" + "word " * (TEXT_LIMIT // 5) + "the end is near"
    index = index_export(
        {
            "documents": [document("d", text)],
            "statements": [statement("s", "d", text, "the end is near")],
        }
    )
    page = make_page(index.document("d"), index, {("d", "s"): [(1, "claim-c")]})
    assert page.loose_anchors == ("statement-d-s",)
    assert page.cut_off == len(text) - TEXT_LIMIT


def test_a_text_with_thousands_of_statements_is_laid_out_quickly() -> None:
    text = "Heading\n" + "\n".join(f"Number {n} said something here." for n in range(3000))
    rows, at = [], 0
    for n in range(3000):
        row = statement(f"s{n}", "d", "x said", "x", "x", cue="said")
        at = text.index(f"Number {n} ", at)
        row["content"]["spans"] = [[at + 12, at + 20]]
        rows.append(row)
    index = index_export({"documents": [document("d", text)], "statements": rows})
    cited = {("d", row["id"]): [(1, "claim-c")] for row in rows}
    page = make_page(index.document("d"), index, cited)
    assert sum(bool(piece.anchors) for line in page.lines for piece in line.pieces) == 3000
