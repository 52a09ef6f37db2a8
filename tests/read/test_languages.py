"""The language of a text."""

import pytest

from onrecord.kit import load_kit
from onrecord.read.languages import find_language
from tests.read.conftest import PROSE, Read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PROSE, "en"),
        ("Harlow buys Kestrel", "unknown"),
        ("12 % 34 %", "unknown"),
        ("Der Spediteur Harlow kauft vierzig Lastwagen von Kestrel, sagte ein Sprecher.", "de"),
        ("El transportista Harlow compra cuarenta camiones, dijo una portavoz el lunes.", "es"),
        ("Le transporteur Harlow achète quarante camions, a déclaré lundi un porte-parole.", "fr"),
    ],
)
def test_a_language_is_told_or_unknown(text: str, language: str) -> None:
    assert find_language(text, load_kit()) == language


def test_only_a_known_language_that_is_not_english_is_unread(read: Read) -> None:
    assert not read(PROSE).unread
    assert not read("Harlow buys").unread
    assert read("Der Spediteur Harlow kauft vierzig Lastwagen von Kestrel, sagt er.").unread
