"""Wordings by which a text says that something is not so, is invented, or is satire."""

import re
from collections.abc import Iterable

from onrecord.kit import Kit
from onrecord.text import fold


def is_falsifying(content: str, around: str, kit: Kit) -> bool:
    """Whether `content` says that a claim is false, invented or doctored.

    A weak word ("false", "fake") counts only where its sentence also has a word that stands for
    a claim ("the report is false"): "false teeth" says nothing of the kind.
    """
    folded = fold(content).lower()
    if _satire(kit).search(fold(content)):
        return True
    plain = _matcher(kit, ("plain", "exhibit"))
    if _unnegated(plain, folded) or _misdated(kit).search(folded):
        return True
    if takes_back(around, kit) or tells_of_a_joke(content, kit):
        return True
    if _unnegated(_matcher(kit, ("finding",)), folded):
        return True
    return bool(
        _matcher(kit, ("weak",)).search(folded) and _pointers(kit).search(fold(around).lower())
    )


def exposure(text: str, kit: Kit) -> str | None:
    """What `text` exposes: "satire" (a named page, or the story at hand, is invented), "exhibit"
    (a picture, video or document is not what it seems), "joke" (somebody says that it was made up
    in fun), "retraction" (an outlet takes back what it published), or None.

    "The Daily Gull is a satirical site" exposes; "he was hired to start a satirical site" does not.
    """
    folded = fold(text)
    if _satire(kit).search(folded):
        return "satire"
    lower = folded.lower()
    if _unnegated(_matcher(kit, ("exhibit",)), lower) or _misdated(kit).search(lower):
        return "exhibit"
    if takes_back(text, kit):
        return "retraction"
    return "joke" if tells_of_a_joke(text, kit) else None


def tells_of_a_joke(text: str, kit: Kit) -> bool:
    """Whether `text` says that something told was a joke or made up: "the story was an April
    Fool's joke", "we made it up". "He told an April Fool's joke" and "a prank went wrong" do not.
    """
    return bool(kit.once("jokes", _build_jokes).search(fold(text).lower()))


def takes_back(text: str, kit: Kit) -> bool:
    """Whether an outlet takes a report back in `text`: "we now accept that there were no such
    talks", "took the story down", "an earlier version of this article said". A detail put right
    ("misspelled the name") takes nothing back.
    """
    folded = fold(text).lower()
    if _retractions(kit, "minor").search(folded):
        return False
    if _retractions(kit, "sure").search(folded):
        return True
    version = _retractions(kit, "version").search(folded)
    return version is not None and bool(_TOLD.search(folded, version.end()))


# "An earlier version of this article was published on Monday" takes nothing back.
_TOLD = re.compile(
    r"\b(?:incorrect|wrong|erroneous|mistaken)ly\b|\b(?:said|stated|reported|claimed|suggested|"
    r"implied|described|identified|quoted|told|attributed|named|gave|had)\b"
)


def tells_of_a_check(text: str, kit: Kit) -> bool:
    """Whether `text` says that the speaker looked into the matter ("tests showed")."""
    return bool(_matcher(kit, ("check",)).search(fold(text).lower()))


def _unnegated(pattern: re.Pattern[str], folded: str) -> bool:
    """Whether a wording stands in a text without a "not" or a doubt before it, and of this one
    thing: "was not staged", "could have been staged", "many such videos are staged".
    """
    return any(
        not _NEGATED.search(folded[max(0, m.start() - _BEFORE) : m.start()])
        and not _DOUBTED.search(folded[max(0, m.start() - _BEFORE_DOUBTED) : m.start()])
        for m in pattern.finditer(folded)
    )


_BEFORE = 40  # characters before a wording in which its negation stands
_BEFORE_DOUBTED = 60  # and in which a doubt about it does
_NEGATED = re.compile(
    r"(?:\bnot|\bnever|n't|\bden(?:y|ies|ied|ying)) (?:\w+ )?$"
    r"|\b(?:not (?:a|one|any)|no|none|nothing|without)\b(?:(?! and | but )[^.,;:!?])*$"
)
_DOUBTED = re.compile(
    r"\b(?:could|may|might|can|whether|if|unclear|possibl[ey]|perhaps|maybe|wonder\w*"
    r"|many|most|some|other|often)\b[^.;:!?]*$"
)


def _retractions(kit: Kit, kind: str) -> re.Pattern[str]:
    return kit.once(
        ("retractions", kind),
        lambda kit: _any_of(r["phrase"] for r in kit.rows("link_retractions") if r["kind"] == kind),
    )


def _matcher(kit: Kit, strengths: tuple[str, ...]) -> re.Pattern[str]:
    return kit.once(
        ("falsity", strengths),
        lambda kit: _any_of(
            row["phrase"] for row in kit.rows("link_falsity") if row["strength"] in strengths
        ),
    )


def _satire(kit: Kit) -> re.Pattern[str]:
    return kit.once("satire", _build_satire)


def _build_satire(kit: Kit) -> re.Pattern[str]:
    """A name set beside "a satirical site", "this story is satire", "works of fiction", "the post
    was from a satirical site", "a fake Gazette website".
    """
    rows = kit.rows("link_satire")
    invents = "|".join(sorted(re.escape(r["word"]) for r in rows if r["kind"] == "invents"))
    page = "|".join(sorted(re.escape(r["word"]) for r in rows if r["kind"] == "page"))
    called = rf"(?:(?:mostly|largely|known|self-described|popular|news) ){{0,2}}\"?(?:{invents})\"?"
    named = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}"
    link = r"(?:,|,? (?:is|was|are|appears to be|seems to be|which is|describes itself as),?)"
    one_of = r"(?:an? |the |(?:yet )?another |one of (?:the|many|several) )?"
    beside = rf"{named}\"?{link} {one_of}{called} (?:\w+ )?(?:{page})"
    before = (
        rf"\b(?:an?|the) {called} (?:\w+ )?(?:{page}),? (?:called |named |known as )?\"?{named}"
    )
    this = r"\b(?:this|the|that) (?:article|story|report|post|piece) (?:\w+ ){0,4}(?:is|was) "
    invented = rf"{this}(?:\w+ )?(?:{invents}|fake|fiction|made up|invented)\b"
    told = r"(?:stor(?:y|ies)|articles?|site|website|pages?|posts?|reports?)"
    brought = r"(?:story|article|report|post|piece|tale|site|website|it)"
    brought = rf"\b(?i:{brought})\b[^.;!?]{{0,60}}?\b(?:by|from|on|with|is|was|in),? "
    brought += (
        rf"(?:actually |really |in fact,? )?{one_of}{called} (?:\w+ ){{0,2}}(?:{page})\b(?!'s)"
    )
    posing = r"\b(?i:fake|spoof|bogus|phony|phoney) (?:[A-Z][\w.]* ){0,3}(?:news )?(?:web ?)?site\b"
    fiction = rf"\b{told} (?:\w+ ){{0,6}}works? of (?:complete )?fiction\b"
    return re.compile(rf"{beside}|{before}|{invented}|{fiction}|{brought}|{posing}")


def traces_to_satire(text: str, kit: Kit) -> bool:
    """Whether a page's own words trace a story to a page that the kit lists as satire: "the tale
    originated with The Onion", "The Onion, which posted the article". "A book published by The
    Onion" is no story.
    """
    return bool(kit.once("traced to satire", _build_traced).search(fold(text)))


def _build_traced(kit: Kit) -> re.Pattern[str]:
    listed = sorted(r["name"] for r in kit.rows("names_outlets") if r["role"] == "satire")
    names = "|".join(map(re.escape, listed))
    story = r"\b(?i:story|article|report|hoax|rumou?r|tale|claim|piece|post|it|this|that)\b"
    verb = (
        r"\b(?:originat\w+|came|comes|started|traced|published|posted|appeared|written|created)\b"
    )
    near = r"[^.;:!?]{0,40}?"
    to = rf"{story}{near}{verb}{near}\b(?:by|on|with|from|in|to|at) (?:the )?(?:[\w-]+ ){{0,4}}"
    made = r"\b(?:posted|published|ran|wrote|invented|made up|created)\b"
    return re.compile(rf"{to}(?:{names})\b|\b(?:{names})\b{near}{made}{near}{story}")


def _misdated(kit: Kit) -> re.Pattern[str]:
    """A picture or recording that is from elsewhere, or of somebody else: "the photo is from 2011",
    "the video was in fact shot at another match", "the man in the photo is not Venn", "the video
    does not show the dam". "The photo was taken in May" says nothing of the kind.
    """
    return kit.once("misdated", _build_misdated)


def _build_misdated(kit: Kit) -> re.Pattern[str]:
    rows = [r for r in kit.rows("judge_exhibits") if r["kind"] in {"photo", "video", "recording"}]
    nouns = "|".join(sorted((re.escape(r["phrase"]) for r in rows), key=lambda p: (-len(p), p)))
    shown = (
        rf"\b(?:man|woman|boy|girl|child|person|people|teacher|student|figure) in the (?:{nouns})"
    )
    truly = r"(?:actually|in fact|really)"
    made = r"(?:taken|shot|filmed|recorded|made|from|of)"
    return re.compile(
        rf"\b(?:{nouns}) (?:\w+ ){{0,4}}(?:is|was|are|were|dates?|dated) "
        rf"(?:{truly} {made}\b|{made} {truly}\b"
        r"|from (?:an? )?(?:old|older|earlier|different|another|unrelated|(?:19|20)\d\d)\b"
        r"|back to (?:19|20)\d\d\b|(?:\w+ )?years old\b)"
        rf"|\b(?:{nouns}) (?:(?:do|does|did) not|(?:do|does|did)n't) (?:\w+ )?(?:show|depict)\b"
        rf"|{shown}(?: \w+){{0,2}} (?:(?:is|was|are|were) not|isn't|wasn't|aren't|weren't)\b"
    )


def _build_jokes(kit: Kit) -> re.Pattern[str]:
    """ "Was" and a joke, or somebody of the first person who made it up."""
    phrases = [row["phrase"] for row in kit.rows("link_falsity") if row["strength"] == "joke"]
    jokes = "|".join(re.escape(p) for p in sorted(phrases) if " up" not in p and "invent" not in p)
    made = "|".join(re.escape(p) for p in sorted(phrases) if " up" in p or "invent" in p)
    was = r"(?:is|was|were|been|as) (?:(?:just|only|all|really|in fact|actually) ){0,2}"
    article = r"(?:an? |the |part of an? |our )?"
    return re.compile(rf"\b{was}{article}(?:{jokes})\b|\b(?:i|we) (?:\w+ )?(?:{made})\b(?! as\b)")


def _pointers(kit: Kit) -> re.Pattern[str]:
    return kit.once(
        "falsity pointers", lambda kit: _any_of(row["word"] for row in kit.rows("link_anaphora"))
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in sorted(phrases)) + r")\b")
