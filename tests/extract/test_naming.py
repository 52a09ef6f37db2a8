"""How a source is named."""

import pytest

from onrecord.extract.naming import head_role, name_unresolved, tell_naming
from onrecord.model import Naming
from tests.extract.pages import KIT


@pytest.mark.parametrize(
    ("source", "naming"),
    [
        ("Acme", Naming.NAMED),
        ("Jo Bell, an analyst at Borealis", Naming.NAMED),
        ("she", Naming.NAMED),
        ("the global chief marketing officer, Ana Roe", Naming.NAMED),
        ("police spokesman Sgt. Al Wood", Naming.NAMED),
        ("Acme engineer Ana Roe", Naming.NAMED),
        ("a friend of Ana Roe", Naming.DESCRIBED),
        ("an Acme spokeswoman", Naming.OFFICE),
        ("Acme's chief executive", Naming.OFFICE),
        ("police", Naming.OFFICE),
        ("the ministry", Naming.OFFICE),
        ("people familiar with the matter", Naming.DESCRIBED),
        ("several sources, including police officials", Naming.DESCRIBED),
        ("a person close to Borealis", Naming.DESCRIBED),
        ("one of its sources", Naming.DESCRIBED),
        ("two former Acme employees", Naming.DESCRIBED),
        ("the company", Naming.DESCRIBED),
        ("sources", Naming.BARE),
        ("Insiders", Naming.BARE),
        ("Lawmakers", Naming.BARE),
        ("officials", Naming.BARE),
        ("", Naming.NONE),
    ],
)
def test_the_words_of_a_source_tell_how_it_is_named(source: str, naming: Naming) -> None:
    assert tell_naming(source, KIT) is naming


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a source close to the police", "unnamed"),
        ("the spokesman for a group of analysts", "office"),
        ("a police spokesman", "authority"),
        ("the chief financial officer", "office"),
        ("Ana Roe", ""),
    ],
)
def test_the_role_is_that_of_the_head_noun(source: str, kind: str) -> None:
    assert head_role(source.split(), KIT)[0] == kind


@pytest.mark.parametrize(
    ("source", "naming"),
    [
        ("Doctors", Naming.BARE),
        ("Video", Naming.BARE),
        ("A British fighter", Naming.DESCRIBED),
        ("Canadian media", Naming.DESCRIBED),
        ("Users of Chatterbox", Naming.DESCRIBED),
        ("Several Arabic-language newspapers", Naming.DESCRIBED),
        ("BARK", Naming.NAMED),
        ("Zentrix", Naming.NAMED),
        ("Lena Stroud, the regulator's director of inspections", Naming.NAMED),
        ("she", Naming.NAMED),
    ],
)
def test_a_capital_is_no_name_where_nobody_is_known_by_it(source: str, naming: Naming) -> None:
    assert name_unresolved(source, KIT) is naming
