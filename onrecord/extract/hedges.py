"""Whether a content is held back ("may", "reportedly"), and whether it is negated."""

from onrecord.kit import Kit

HEDGE_REACH = 20  # words: a hedge far into a long content holds back a detail, not the content
NEGATION_REACH = 14
_OPEN = frozenset(("if", "whether"))  # "if the rumours are true" settles nothing
_TOLD = frozenset("of about that over around surrounding".split())
_POINTERS = frozenset("the a his her its their 's".split())
_BREAKS = frozenset("that which who because if when while although though but where unless".split())
_BEFORE_MONTH = frozenset("in since by last until till of next this late early mid from".split())
_NEGATIVES = frozenset("not never neither nor cannot".split())
_BEARERS = frozenset("is are was were has have had there 's be been with".split())


def is_hedged(content: list[str], cue: list[str], kit: Kit, *, own: bool = False) -> bool:
    """Whether a content (lower-case words) or its cue carries a hedge of the kit's sheet.

    What a source calls alleged or rumoured and then says to be false is not held back: "the
    alleged sale is a hoax". In the page's `own` voice what is told as a rumour is: "speculation
    is rife that the mill has closed".
    """
    hedges = kit.once("extract.hedges", _read)
    if not hedges["cue"].isdisjoint(cue):
        return True
    denied = not hedges["settled"].isdisjoint(content)
    if own and (_tells_reported(content) or _tells_rumour(content, hedges)):
        return True
    kinds = hedges["content"] | (hedges["rumour"] if own else frozenset())
    return any(
        word in kinds
        and not (word == "may" and _is_month(content, place))
        and not (denied and _is_told_of(content, place, hedges))
        for place, word in enumerate(content[:HEDGE_REACH])
    )


def _tells_rumour(words: list[str], hedges: dict[str, frozenset[str]]) -> bool:
    """Whether, however late, rumours "of", "about" or "that" something are told."""
    if not hedges["settled"].isdisjoint(words):
        return False
    return any(
        word in hedges["rumour"] and after in _TOLD
        for word, after in zip(words, words[1:], strict=False)
    )


def _tells_reported(words: list[str]) -> bool:
    """Whether what happened is only "the reported sale", "her reported death"."""
    return any(
        word in _POINTERS and after == "reported"
        for word, after in zip(words[:HEDGE_REACH], words[1:], strict=False)
    )


def _is_told_of(words: list[str], place: int, hedges: dict[str, frozenset[str]]) -> bool:
    """Whether a hedge calls what is then said to be false or true: "the alleged sale is a hoax"."""
    if words[place] not in hedges["rumour"] | hedges["called"]:
        return False
    if not _OPEN.isdisjoint(words):
        return False
    return any(word in hedges["settled"] for word in words[place + 1 :])


def _is_month(words: list[str], place: int) -> bool:
    """Whether "may" is the month: after "in" or "last", or before a day or year."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return before in _BEFORE_MONTH or after[:1].isdigit()


def is_negated(content: list[str]) -> bool:
    """Whether the main clause of a content is negated: "it is not for sale", "no deal exists"."""
    words = content[1:] if content[:1] == ["that"] else content
    before = ""
    for place, word in enumerate(words[:NEGATION_REACH]):
        if word in _NEGATIVES or (word == "'t" and before.endswith("n")):
            return words[place + 1 : place + 2] != ["only"]
        if word in ("no", "nobody", "nothing", "none") and (place == 0 or before in _BEARERS):
            return True
        if place and word in _BREAKS:
            return False
        before = word
    return False


def _read(kit: Kit) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {
        kind: set() for kind in ("content", "cue", "called", "rumour", "settled")
    }
    for row in kit.rows("extract_hedges"):
        found[row["where"]].add(row["word"])
    return {where: frozenset(words) for where, words in found.items()}
