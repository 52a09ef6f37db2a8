"""Figures: the quantities of a page, normalised, with bounds, each where it stands."""

from collections import Counter
from collections.abc import Iterator

from onrecord.kit import Kit
from onrecord.measure.lexicon import Lexicon, load_lexicon
from onrecord.measure.pieces import Piece, find_pieces
from onrecord.measure.quantities import Quantity, read_quantities
from onrecord.measure.subjects import find_subject
from onrecord.measure.units import singular
from onrecord.measure.vague import read_vague
from onrecord.model import Document, Figure, Passage, RegionKind, Span, Where, make_id, text_sha256
from onrecord.text import fold

# A teaser is cut off and belongs to another page; boilerplate is addresses and prices of ads.
_UNREAD = frozenset({RegionKind.TEASER, RegionKind.BOILERPLATE})
_UNIT_WORD = "unit"


def find_figures(document: Document, kit: Kit) -> tuple[Figure, ...]:
    """The quantities of `document` in the order of its text, those of a separate title first."""
    lexicon = load_lexicon(kit)
    if document.unread:
        return ()
    folded = {where: fold(document.string(where)) for where in Where}
    made = _Made(document, folded[Where.TEXT], lexicon)
    figures: list[Figure] = []
    for passage in _passages(document):
        text, plain = document.string(passage.where), folded[passage.where]
        pieces = find_pieces(text, plain, passage.start, passage.end)
        for quantity in _read_passage(pieces, lexicon):
            figures.append(_make_figure(document, passage, pieces, quantity, lexicon, made))
    figures.sort(key=lambda f: (f.where is not Where.TITLE, f.start, f.end))
    return tuple({figure.id: figure for figure in figures}.values())


def measure_sentence(sentence: str, kit: Kit) -> tuple[Figure, ...]:
    """The quantities of one sentence that stands alone; amounts that no number tells are none."""
    passages = (Passage(0, len(sentence), RegionKind.BODY, None, 0),)
    page = Document(
        "sentence", sentence, text_sha256(sentence), None, None, None, None, None, None, "en",
        False, None, None, None, (), (), passages,
    )  # fmt: skip
    return tuple(figure for figure in find_figures(page, kit) if not figure.unquantified)


def _passages(document: Document) -> Iterator[Passage]:
    """The passages that are read, and the title where it stands outside the text."""
    titled = document.title_span is not None
    for passage in document.passages:
        titled = titled or passage.where is Where.TITLE
        if passage.region not in _UNREAD:
            yield passage
    if document.title and not titled:
        yield Passage(0, len(document.title), RegionKind.HEADLINE, None, 0, Where.TITLE)


def _read_passage(pieces: list[Piece], lexicon: Lexicon) -> list[Quantity]:
    """The figures of a passage and its vague amounts, in order."""
    found = list(read_quantities(pieces, lexicon))
    if any(p.word in lexicon.vague_heads or p.word in lexicon.vague_adverbs for p in pieces):
        taken = {index for q in found for index in range(q.first, q.last)}
        found += read_vague(pieces, taken, lexicon)
        found.sort(key=lambda q: (q.first, q.last))
    return found


def _make_figure(
    document: Document,
    passage: Passage,
    pieces: list[Piece],
    quantity: Quantity,
    lexicon: Lexicon,
    made: "_Made",
) -> Figure:
    text = document.string(passage.where)
    start, end = pieces[quantity.first].start, pieces[quantity.last - 1].end
    unit = quantity.unit
    if unit == _UNIT_WORD and passage.where is Where.TEXT:
        unit = made.unit_of(passage)
    return Figure(
        id=make_id("figure", document.text_sha256, passage.where, start, end)
        if passage.where is Where.TITLE
        else make_id("figure", document.text_sha256, start, end),
        start=start,
        end=end,
        text=text[start:end],
        low=quantity.low,
        high=quantity.high,
        unit=unit,
        per=quantity.per,
        bound=quantity.bound,
        approx=quantity.approx,
        change=quantity.change,
        of=find_subject(text, pieces, quantity, lexicon),
        story=passage.story,
        unquantified=quantity.unquantified,
        where=passage.where,
    )


class _Made:
    """What the stories of a page make: the thing that "units" stands for in each.

    Counted only when a page speaks of units, once for each story.
    """

    def __init__(self, document: Document, folded: str, lexicon: Lexicon) -> None:
        self._document, self._folded, self._lexicon = document, folded, lexicon
        self._units: dict[str | None, str] = {}

    def unit_of(self, passage: Passage) -> str:
        """The product that the story of `passage` names most, or "unit" where it names none."""
        if passage.story not in self._units:
            spans = [
                Span(p.start, p.end)
                for p in self._document.passages
                if p.story == passage.story and p.where is Where.TEXT
            ]
            self._units[passage.story] = self._count(spans)
        return self._units[passage.story]

    def _count(self, spans: list[Span]) -> str:
        counts: Counter[str] = Counter()
        for start, end in spans:
            for piece in find_pieces(self._document.text, self._folded, start, end):
                word = piece.word
                name = self._lexicon.products.get(word) or self._lexicon.products.get(
                    singular(word, self._lexicon) or word
                )
                if name is not None:
                    counts[name] += 1
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return ranked[0][0] if ranked else _UNIT_WORD
