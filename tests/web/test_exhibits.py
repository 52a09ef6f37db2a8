"""Exhibits and charges of a dossier."""

from onrecord.web.exhibits import view_charge, view_exhibits

EXHIBIT = {"kind": "photo", "text": "A photo", "examined_by": "the lab", "shows": None}


def test_the_same_words_are_shown_once() -> None:
    claim = {"exhibits": [EXHIBIT, {**EXHIBIT, "text": "a photo"}]}
    (view,) = view_exhibits(claim)
    assert (view.kind, view.examined_by, view.shows) == ("photo", "the lab", "")


def test_a_claim_of_an_older_ledger_has_none() -> None:
    assert view_exhibits({}) == ()
    assert view_charge({}) == ""


def test_a_charge_is_one_line_with_its_answer() -> None:
    charge = {"accusers": ["Ada Brandt"], "accused": ["Norvik"], "answer": "Norvik denies it."}
    assert view_charge({"charge": charge}) == "Ada Brandt against Norvik. Norvik denies it."
    assert view_charge({"charge": {"accused": []}}) == "Nobody named against nobody named."
