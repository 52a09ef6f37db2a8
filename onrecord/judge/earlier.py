"""Denials that a page only recalls: they answered an earlier report, and not the one it brings.

"The Gazette reports that Norvik will open a yard. The Herald had reported as much in March; at the
time, Norvik denied it." Norvik has not answered the Gazette.
"""

import re

from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.model import Cluster, Proposition, Voice
from onrecord.text import fold

_BEFORE = 2  # sentences before a denial in which an outlet's earlier report is recalled
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_RECALLS = re.compile(
    r"\b(?:at the time|back then|back in|not the first time|isn't the first time|"
    r"(?:earlier|late|early) (?:this|last) (?:year|month|spring|summer|autumn|fall|winter)|"
    r"last (?:year|month|spring|summer|autumn|fall|winter)|"
    r"(?:two|three|four|five|six|several|a few|some|many) (?:years|months) (?:ago|earlier)|"
    rf"in (?:{_MONTHS}|(?:19|20)\d\d))\b"
)
# "At the time, Norvik denied it": what it denied was reported right before.
_OPENS = re.compile(r"\W*(?:at the time|back then)\b")
_REPORTERS = frozenset({Voice.OUTLET, Voice.UNNAMED})


def answers_an_earlier_report(denial: Proposition, cluster: Cluster) -> bool:
    """Whether a denial stands right after or beside an earlier outlet's report of the same that its
    page looks back at, after it has told the claim as new.
    """
    page = sorted(
        (p for p in cluster.propositions if p.document == denial.document),
        key=lambda p: (p.order, p.key),
    )
    sentences = list(dict.fromkeys(p.sentence for p in page if p.order <= denial.order))
    before = [s for s in reversed(sentences) if s != denial.sentence][:_BEFORE]
    reported = {p.sentence for p in page if p.statement.voice is Voice.OUTLET}
    near = reported.intersection([denial.sentence, *before])
    recalled = [sentence for sentence in near if _RECALLS.search(fold(sentence).lower())]
    news = page
    if not recalled and _OPENS.match(fold(denial.sentence).lower()):
        recalled = [denial.sentence]
        news = [p for p in page if p.statement.voice in _REPORTERS]
    if not recalled:
        return False
    start = min(p.order for p in page if p.sentence in recalled)
    return any(
        p.order < start
        and not p.falsifies
        and cluster.resemblance.get(p.key, 0.0) >= SAYS_THE_CLAIM
        for p in news
    )
