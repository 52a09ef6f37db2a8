"""The origin picture shows who rests on whom, and fits a narrow column."""

from onrecord.web.index import index_export
from onrecord.web.pictures import WIDTH, draw_origins
from tests.web.exports import claim, document, evidence, ferry_export, statement

TEXT = "Heading\nThe Ledger reported a sale. The buyer denied it.\n"


def test_echoes_hang_from_an_origin_that_is_not_among_the_documents() -> None:
    export = ferry_export()
    picture = draw_origins(export["claims"][0], index_export(export))
    assert picture is not None
    assert [box.style for box in picture.boxes] == ["outside", "article", "article"]
    assert len(picture.branches) == 2
    assert "▼ Kaldwick Shipping denies" in [label.text for label in picture.labels]


def test_an_article_that_rests_on_no_other_stands_alone() -> None:
    pages = [document("a", TEXT, outlet="The Ledger"), document("b", TEXT, outlet="The Gazette")]
    rows = [statement("s", key, TEXT, "a sale") for key in ("a", "b")]
    items = [evidence("s", "a", "supports"), evidence("s", "b", "supports")]
    origin = {"entity": "The Ledger", "document": "a", "statement": "s"}
    picture = draw_origins(
        claim("c", "A sale", "reported", items, origin=origin),
        index_export({"documents": pages, "statements": rows}),
    )
    assert picture is not None
    assert [box.style for box in picture.boxes] == ["origin", "article", "article"]
    assert picture.told.endswith("Origin The Gazette (its own account), carried by The Gazette.")


def test_an_origin_known_by_name_is_found_among_the_documents() -> None:
    pages = [document("a", TEXT, outlet="The Ledger")]
    rows = [statement("s", "a", TEXT, "a sale")]
    origin = {"entity": "The Ledger", "document": None, "statement": "s"}
    picture = draw_origins(
        claim("c", "A sale", "reported", [evidence("s", "a", "supports")], origin=origin),
        index_export({"documents": pages, "statements": rows}),
    )
    assert picture is not None
    assert [box.style for box in picture.boxes] == ["origin", "article"]


def test_everything_lies_inside_the_drawing() -> None:
    export = ferry_export()
    for document_ in export["documents"]:
        document_["outlet"] = "The " + "Extraordinarily " * 30 + "Long Gazette"
    picture = draw_origins(export["claims"][0], index_export(export))
    assert picture is not None
    assert all(box.x + box.width <= WIDTH for box in picture.boxes)
    assert all(box.y + box.height <= picture.height for box in picture.boxes)
    assert all(0 < label.y <= picture.height for label in picture.labels)


def test_a_claim_without_evidence_has_no_picture() -> None:
    assert draw_origins(claim("c", "x", "reported", []), index_export({})) is None
