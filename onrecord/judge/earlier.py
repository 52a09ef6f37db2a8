"""Denials that a page only recalls: they answered an earlier report, and not the one it brings.

"The Gazette reports that Norvik will open a yard. The Herald had reported as much in March; at the
time, Norvik denied it." Norvik has not answered the Gazette.
"""

import re

from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.model import Cluster, Proposition
from onrecord.text import fold

_BEFORE = 2  # sentences of the story before a denial in which the earlier report is recalled
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_RECALLS = re.compile(
    r"\b(?:at the time|back then|back in|not the first time|isn't the first time|"
    r"(?:earlier|late|early) (?:this|last) (?:year|month|spring|summer|autumn|fall|winter)|"
    r"last (?:year|month|spring|summer|autumn|fall|winter)|"
    r"(?:two|three|four|five|six|several|a few|some|many) (?:years|months) (?:ago|earlier)|"
    rf"in (?:{_MONTHS}|(?:19|20)\d\d))\b"
)


def answers_an_earlier_report(denial: Proposition, cluster: Cluster) -> bool:
    """Whether a denial stands where its page looks back at an earlier report of the same, after it
    has told the claim as new.
    """
    page = sorted(
        (p for p in cluster.propositions if p.document == denial.document),
        key=lambda p: (p.order, p.key),
    )
    sentences = list(dict.fromkeys(p.sentence for p in page if p.order <= denial.order))
    near = [denial.sentence, *[s for s in reversed(sentences) if s != denial.sentence][:_BEFORE]]
    recalled = [sentence for sentence in near if _RECALLS.search(fold(sentence).lower())]
    if not recalled:
        return False
    start = min(p.order for p in page if p.sentence in recalled)
    return any(
        p.order < start
        and not p.falsifies
        and cluster.resemblance.get(p.key, 0.0) >= SAYS_THE_CLAIM
        for p in page
    )
