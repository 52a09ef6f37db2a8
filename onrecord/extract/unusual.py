"""Cues that are seldom ones: "the advert <features> a bear" attributes nothing."""

from collections.abc import Mapping, Sequence

from onrecord.extract.attributions import Attribution
from onrecord.extract.page import Page
from onrecord.kit import Kit
from onrecord.model import RegionKind

# Of the learned reader's cues without a word that is often one, 46 of 100 below this score were
# right on PolNeAR dev, and 65 above it; the F1 of the relation is the same without them.
LEAST = {"learned": 0.65, "large": 0.4}  # of the large reader 81 in 100 are right above .4
USUAL = 0.2  # the least share of a word's uses in which it is a cue, to count in a headline


def drop_unusual(
    page: Page, found: Sequence[Attribution], kit: Kit, reader: str
) -> list[Attribution]:
    """The attributions of a reader without those whose cue is hardly one.

    In a headline ("Acme buys rival") the verb tells a deed far more often than a word of somebody:
    there a cue must be one that mostly is, or stand in quotation marks or behind a colon.
    """
    rates = kit.once("extract.cue rates", _read)
    kept = []
    for one in found:
        words = [word for word in page.words[slice(*one.cue)] if word[0].isalpha()]
        rate = max((rates.get(word, 0.0) for word in words), default=1.0)
        headed = page.passages[page.sentence[one.cue.left]].region is RegionKind.HEADLINE
        if rate >= USUAL or (not headed and (rate > 0 or one.score >= LEAST[reader])):
            kept.append(one)
    return kept


def _read(kit: Kit) -> Mapping[str, float]:
    return {row["word"]: float(row["rate"]) for row in kit.rows("extract_cue_words")}
