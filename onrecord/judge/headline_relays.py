"""What a passage only relays from another outlet, which it names."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.model import Act, Document, Naming, Statement, Voice
from onrecord.text import find_tokens

_LONGEST_NAME = 5  # words; longer sources are descriptions
_OPENING = 2  # words of a content, "that" with them, that show whom it is about
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
    ("the Herald reported, citing police"), or of the outlet itself; none that an agency told, as
    papers print its reports as their own. What a page of satire told is relayed whatever it cites.
    """
    statements = list(inside)
    tokens = {token.word for token in find_tokens(text)}
    backed = not tokens.isdisjoint(kit.words("stance_backing"))
    backed = backed or any(
        s.source is not None and (s.voice not in _TELLING or _is_on_itself(s, kit))
        for s in statements
    )
    own = _strip(document.outlet or "")
    found = []
    for statement in statements:
        outlet = _name_outlet(statement, kit) if statement.act is Act.ASSERT else ""
        role = kit.once("roles of outlets", _list_roles).get(_strip(outlet), "outlet")
        if role == "satire":
            found.append(Relay(statement, f"{outlet} (satire)"))
        elif outlet and not backed and role != "agency" and _strip(outlet) != own:
            found.append(Relay(statement, outlet))
    return found


def _is_on_itself(statement: Statement, kit: Kit) -> bool:
    """Whether the source speaks of itself ("said that its editors ...")."""
    opening = [token.word for token in find_tokens(statement.content.text)][:_OPENING]
    return not kit.words("link_selves").isdisjoint(opening)


def _name_outlet(statement: Statement, kit: Kit) -> str:
    """The outlet by its name, as it stands in running text, or ""; a reporter is none."""
    source = statement.source
    if source is None or statement.voice is not Voice.OUTLET or statement.negated:
        return ""
    name = source.text.strip()
    words = name.split()
    if statement.naming is not Naming.NAMED or not 0 < len(words) <= _LONGEST_NAME:
        return ""
    if not any(word[:1].isupper() for word in words if word not in ("The", "A", "An")):
        return ""
    listed = _strip(name) in kit.once("roles of outlets", _list_roles)
    person = words[0].casefold() in kit.once("first names", _list_first_names)
    if not listed and (person or words[-1].casefold() in kit.words("stance_anaphors")):
        return ""
    return "the" + name[3:] if name.startswith("The ") else name


def _list_first_names(kit: Kit) -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in kit.rows("names_first"))


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
