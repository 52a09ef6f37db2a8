"""What a passage only relays from another outlet, which it names."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.model import Act, Document, Naming, Statement, Voice
from onrecord.text import find_tokens

_LONGEST_NAME = 5  # words; longer sources are descriptions
_TELLING = frozenset((Voice.OUTLET, Voice.UNNAMED, Voice.AUTHOR))


@dataclass(frozen=True, slots=True)
class Relay:
    """A statement that another outlet is the source of, and the outlet in running text."""

    statement: Statement
    by: str


def find_relays(
    text: str, inside: Iterable[Statement], document: Document, kit: Kit
) -> list[Relay]:
    """The statements of a passage that rest on another outlet's word alone.

    None where the passage tells of a confirmation, a document or a source that answers for it
    ("the Herald reported, citing police"), and none that an agency told: papers print its reports
    as their own. What a page of satire told is relayed whatever it cites.
    """
    statements = list(inside)
    tokens = {token.word for token in find_tokens(text)}
    backed = not tokens.isdisjoint(kit.words("stance_backing"))
    backed = backed or any(s.voice not in _TELLING and s.source is not None for s in statements)
    own = _strip(document.outlet or "")
    found = []
    for statement in statements:
        outlet = _name_outlet(statement) if statement.act is Act.ASSERT else ""
        role = kit.once("roles of outlets", _list_roles).get(_strip(outlet), "outlet")
        if role == "satire":
            found.append(Relay(statement, f"{outlet} (satire)"))
        elif outlet and not backed and role != "agency" and _strip(outlet) != own:
            found.append(Relay(statement, outlet))
    return found


def _name_outlet(statement: Statement) -> str:
    """The outlet by its name, as it stands in running text, or ""."""
    source = statement.source
    if source is None or statement.voice is not Voice.OUTLET:
        return ""
    name = source.text.strip()
    if statement.naming is not Naming.NAMED or len(name.split()) > _LONGEST_NAME:
        return ""
    if not any(word[:1].isupper() for word in name.split() if word not in ("The", "A", "An")):
        return ""
    return "the" + name[3:] if name.startswith("The ") else name


def _strip(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _list_roles(kit: Kit) -> dict[str, str]:
    """What kind of outlet each listed name is."""
    return {
        _strip(name): row["role"]
        for row in kit.rows("names_outlets")
        for name in (row["name"], *row["aliases"].split("|"))
        if name
    }
