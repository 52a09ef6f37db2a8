"""Exhibits: the documents, photos, videos, filings and tests that the evidence on a claim rests on.

They are found in the sentences of the statements themselves, in their own words: "internal
documents seen by the Courier", "a video posted on a forum", "a lab test by the university".
"""

import re
from collections.abc import Mapping, Sequence

from onrecord.judge.testimony import Testimony
from onrecord.kit import Kit
from onrecord.model import Document, Exhibit, Reading, Span, Stance, Statement
from onrecord.text import fold

_REACH = 80  # characters around an exhibit in which its making and its examiner stand
_LONGEST = 1200  # characters of a sentence that are looked through
_BEFORE = 3  # words before the noun that may belong to it: "leaked internal documents"
_WORD = re.compile(r"[\w'-]+")
_NAMED = re.compile(r"(?:the |a |an )?[\w'&.-]+(?: (?:of the |of |for |the )?[\w'&.-]+){0,5}")
_MADE_BY = re.compile(r" by (?:(?:the|an?) )?[A-Z]")
_END = re.compile(
    r"[,.;:()!?\"]| (?:and|but|which|that|who|show\w*|found|said|says|in|on|at|as|after) "
)
_SHOWING = re.compile(r"\b(?:show|shows|showed|showing|reveal|reveals|revealed|found)(?: that)? ")
_LONGEST_SHOWN = 300  # characters
_SHOWS = re.compile(r"\bshow(?:s|ed|ing)?\b|\breveal|\bsuggest|\bindicat|\bsa(?:y|id)|\bconfirm")


def find_exhibits(
    testimony: Sequence[Testimony], pages: Mapping[str, Reading], kit: Kit
) -> tuple[Exhibit, ...]:
    """What the statements for and against a claim rest on, one entry for each mention."""
    found: dict[tuple[str, Span], Exhibit] = {}
    for one in testimony:
        if one.stance is Stance.UNRELATED:
            continue
        document = pages[one.proposition.document].document
        for exhibit in _read_sentence(one.statement, document, kit):
            key = (exhibit.document, exhibit.spans[0])
            known = found.get(key)
            if known is None or (known.shows is None and exhibit.shows is not None):
                found[key] = exhibit
    return tuple(found[key] for key in sorted(found))


def _read_sentence(statement: Statement, document: Document, kit: Kit) -> list[Exhibit]:
    """The exhibits that the sentence of a statement says it rests on."""
    content = statement.content
    string = document.string(content.where)
    start, end = _sentence(statement, document)
    text = fold(string[start:end]).lower()
    parts = [content.spans[0]]
    for part in (statement.source, statement.cue):
        if part is not None and part.where is content.where:
            parts.extend(part.spans)
    attributing = [s for s in parts[1:] if start <= s.start < end]
    exhibits = []
    for match in kit.once("judge exhibits", _build_nouns).finditer(text):
        here = Span(start + match.start(), start + match.end())
        if match.start() and string[here.start].isupper():
            continue  # part of a name: "the Harbour Ledger"
        attributes = any(s.start <= here.start < s.end for s in attributing)
        if not attributes and not _rests_on(
            string[start:end], text, match.start(), match.end(), kit
        ):
            continue
        here = Span(start + _begin(text, match.start(), kit), here.end)
        examined_by, finding = _examination(string[start:end], text, match.end(), kit)
        exhibits.append(
            Exhibit(
                kind=_kinds(kit)[match.group()],
                text=" ".join(string[here.start : here.end].split()),
                document=document.id,
                statement=statement.id,
                spans=(here,),
                where=content.where,
                examined_by=examined_by,
                shows=_shown(statement, attributes) or _shown_after(string, here.end, end),
                finding=finding,
            )
        )
    return exhibits


def _sentence(statement: Statement, document: Document) -> tuple[int, int]:
    """Where the sentence in which a statement begins stands, cut where it is too long."""
    where, at = statement.content.where, statement.content.spans[0].start
    for passage in document.passages:
        if passage.where is where and passage.start <= at < passage.end:
            start = max(passage.start, at - _LONGEST)
            return start, min(passage.end, start + 2 * _LONGEST)
    return at, min(statement.content.spans[-1].end, at + _LONGEST)


def _rests_on(string: str, text: str, start: int, end: int, kit: Kit) -> bool:
    """Whether the words around a noun make it something that is shown, and no thing in passing."""
    before = text[max(0, start - _REACH) : start]
    leads = _words(kit, "leads")
    if re.search(rf"\b(?:{leads}) (?:[\w'-]+ ){{0,{_BEFORE}}}$", before):
        return True
    after = text[end : end + _REACH]
    shown = f"{_words(kit, 'shown')}|{_examined(kit)}"
    return bool(
        re.match(rf" (?:[\w'-]+ ){{0,2}}(?:{shown})\b", after) or _MADE_BY.match(string, end)
    )


def _examination(string: str, text: str, end: int, kit: Kit) -> tuple[str | None, str | None]:
    """Who looked at an exhibit, and whether it was found genuine or doctored."""
    after = text[end : end + _REACH]
    examiner = None
    match = re.match(rf" (?:[\w'-]+ ){{0,2}}(?:{_examined(kit)}) ", after)
    made_by = _MADE_BY.match(string, end)
    if match is not None or made_by is not None:
        begin = end + (match.end() if match else len(" by "))
        name = _NAMED.match(string, begin)
        stop = _END.search(text, begin)
        if name is not None:
            last = min(name.end(), stop.start() if stop else name.end())
            examiner = string[begin:last].strip(" .,") or None
    for finding in ("doctored", "genuine"):
        if re.search(rf"\b(?:{_words(kit, finding)})\b", after):
            return examiner, finding
    return examiner, None


def _shown(statement: Statement, attributes: bool) -> str | None:
    """What an exhibit is said to show: the content, where the exhibit itself is the source."""
    cue = statement.cue.text.lower() if statement.cue else ""
    if not attributes or not (_SHOWS.search(cue) or "according" in cue):
        return None
    return " ".join(statement.content.text.split())


def _shown_after(string: str, after: int, end: int) -> str | None:
    """What follows "show that" in the same sentence, soon after an exhibit."""
    told = string[after:end]
    match = _SHOWING.search(told, 0, _REACH)
    if match is None:
        return None
    said = " ".join(told[match.end() :].split()).strip(" .,;")
    return said if 0 < len(said) <= _LONGEST_SHOWN else None


def _begin(text: str, start: int, kit: Kit) -> int:
    """Where the words that belong to a noun begin: "leaked internal" before "documents"."""
    stops = kit.once(
        "judge exhibit stops",
        lambda k: {r["word"] for r in k.rows("judge_exhibit_words") if r["kind"] == "stop"},
    )
    before = list(_WORD.finditer(text, max(0, start - _REACH), start))
    for word in reversed(before[-_BEFORE:]):
        adjacent = text[word.end() : start].strip() == "" or word is not before[-1]
        if word.group() in stops or not adjacent or text[word.end() : word.end() + 1] != " ":
            break
        start = word.start()
    return start


def _kinds(kit: Kit) -> dict[str, str]:
    return kit.once(
        "judge exhibit kinds",
        lambda k: {row["phrase"]: row["kind"] for row in k.rows("judge_exhibits")},
    )


def _build_nouns(kit: Kit) -> re.Pattern[str]:
    nouns = sorted(_kinds(kit), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, nouns)) + r")(?![\w-])")


def _words(kit: Kit, kind: str) -> str:
    """The words of one kind, longest first, as alternatives of a pattern."""

    def build(kit: Kit) -> str:
        words = [row["word"] for row in kit.rows("judge_exhibit_words") if row["kind"] == kind]
        return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))

    return kit.once(("judge exhibit words", kind), build)


def _examined(kit: Kit) -> str:
    return _words(kit, "examined")
