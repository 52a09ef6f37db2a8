"""Every form of the words that tell of a deed: close, closes, closed, closing, closure."""

import re
from dataclasses import dataclass

from onrecord.kit import Kit


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word that tells of a deed."""

    deed: str
    turn: str
    kin: str
    kind: str  # plain, third, past, ing, noun
    particle: str = ""


def deed_forms(kit: Kit) -> dict[str, tuple[Form, ...]]:
    """What each word that may tell of a deed tells of."""
    return kit.once("deed forms", _build_forms)


def _build_forms(kit: Kit) -> dict[str, tuple[Form, ...]]:
    """Every form of every deed's verbs and nouns."""
    irregular = {r["verb"]: (r["past"], r["participle"]) for r in kit.rows("link_irregulars")}
    forms: dict[str, dict[Form, None]] = {}
    for row in kit.rows("link_deeds"):
        deed = (row["deed"], row["turn"], row["kin"])
        for verb in row["verbs"].split():
            base, _, particle = verb.partition("-")
            for word, kind in _inflect(base, irregular):
                form = Form(*deed, kind, particle)
                forms.setdefault(word, {})[form] = None
        for noun in row["nouns"].split():
            for word in (noun, noun + "s", noun.removesuffix("y") + "ies"):
                forms.setdefault(word, {})[Form(*deed, "noun")] = None
    return {word: tuple(found) for word, found in forms.items()}


def _inflect(base: str, irregular: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """The forms of a verb: close, closes, closed, closing."""
    if base.endswith("e"):
        third, past, ing = base + "s", base + "d", base[:-1] + "ing"
        ing = base + "ing" if base.endswith("ee") else ing
        ing = base[:-2] + "ying" if base.endswith("ie") else ing
    elif re.search(r"[^aeiou]y$", base):
        third, past, ing = base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    else:
        double = base + base[-1] if _DOUBLES.search(base) else base
        third = base + ("es" if re.search(r"(?:s|x|z|ch|sh)$", base) else "s")
        past, ing = double + "ed", double + "ing"
    pasts = irregular.get(base, (past, past))
    found = [(base, "plain"), (third, "third"), (ing, "ing"), *((p, "past") for p in pasts)]
    if base in pasts:  # "shut", "cut": the form does not tell
        found = [(base, "plain"), (third, "third"), (ing, "ing")]
    return list(dict.fromkeys(found))


_DOUBLES = re.compile(
    r"^(?:[^aeiou]*[aeiou][bdgklmnprt]|.*(?:drop|admit|transfer|ban|scrap|slip|quit))$"
)
