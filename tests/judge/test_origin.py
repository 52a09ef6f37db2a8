"""Where a claim comes from."""

from onrecord import flow
from onrecord.model import Capture, Origin
from tests.making import KIT


def origin(*texts: str, outlets: tuple[str, ...] = ()) -> Origin | None:
    """The origin of the claim that most of some pages tell."""
    readings = [
        flow.read(
            Capture(text=text, path=f"{n}.txt", outlet=outlets[n] if outlets else None),
            KIT,
            reader="rules",
        )
        for n, text in enumerate(texts)
    ]
    claims = flow.settle(readings, kit=KIT)
    return max(claims, key=lambda c: (c.articles, c.id)).origin if claims else None


ECHOES = (
    "Per Holt\n\nNorvik had suspended the rower Per Holt for doping, Anna Lind said on Monday.",
    "Rower out\n\nThe rower Anna Lind said that Norvik had suspended Per Holt for doping.",
)


def test_where_no_outlet_is_credited_it_comes_from_who_says_it_on_the_record() -> None:
    found = origin("Norvik said that it had suspended the rower Per Holt for doping.", *ECHOES)
    assert found is not None
    assert found.entity in {"Anna Lind", "Norvik"}
    assert found.document is not None


def test_an_outlet_that_most_pages_credit_comes_before_a_speaker() -> None:
    credited = "Norvik has suspended Per Holt for doping, the Harbour Post reported."
    said = "Norvik said that it had suspended Per Holt for doping."
    found = origin(credited, f"Rower out\n\n{credited}", said)
    assert found is not None
    assert (found.entity, found.document) == ("Harbour Post", None)


def test_the_outlet_s_own_page_is_named_where_it_is_at_hand() -> None:
    credited = "Norvik has suspended Per Holt for doping, the Harbour Post reported."
    own = "Norvik suspended Per Holt for doping\n\nNorvik has suspended Per Holt for doping."
    found = origin(credited, own, outlets=("Gull", "Harbour Post"))
    assert found is not None
    assert found.entity == "Harbour Post"
    assert found.document is not None


def test_what_only_a_named_analyst_or_people_on_a_network_say_comes_from_them() -> None:
    said = "Norvik has suspended the rower Per Holt for doping, the analyst Ada Brandt said."
    found = origin(f"Rower out\n\n{said}", f"Per Holt\n\n{said}")
    assert found is not None
    assert found.entity is not None
    assert "Brandt" in found.entity


def test_a_page_that_invents_comes_before_whoever_passes_it_on() -> None:
    found = origin(
        "Norvik has banned the colour blue from its ferries, the Harbour Post reported.",
        "The story that Norvik has banned the colour blue from its ferries is not true. It was "
        "published by The Onion, a satirical site.",
    )
    assert found is not None
    assert found.entity == "The Onion"


def test_of_two_outlets_that_as_many_pages_tell_it_from_the_earlier_is_the_origin() -> None:
    said = "Norvik has suspended the rower Per Holt for doping"
    readings = [
        flow.read(Capture(text=f"{head}\n\n{said}.", outlet=outlet, published=day), KIT)
        for head, outlet, day in (
            ("Rower out", "Harbour Gazette", "2031-05-04"),
            ("Holt suspended by Norvik", "Tide Herald", "2031-05-02"),
        )
    ]
    claims = flow.settle(readings, kit=KIT)
    found = max(claims, key=lambda c: (c.articles, c.id)).origin
    assert found is not None
    assert found.entity == "Tide Herald"
