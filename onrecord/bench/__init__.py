"""Counting right and wrong answers on annotated data, as the field counts them: pure functions."""

from onrecord.bench.attribution import (
    ROLES,
    Attribution,
    count_attributions,
)
from onrecord.bench.counts import Count, Counts, add_counts
from onrecord.bench.gold import (
    AttributionPage,
    QuantitySentence,
    StancePair,
    parse_attributions,
    parse_found,
    parse_quantities,
    parse_stance,
)
from onrecord.bench.kinds import KINDS, KindCount, count_kinds
from onrecord.bench.quantities import LEVELS, score_quantities
from onrecord.bench.rumours import (
    RumourTopic,
    Said,
    StatusScore,
    count_said,
    parse_topics,
    score_statuses,
)
from onrecord.bench.stance import StanceScore, score_stances

__all__ = [
    "KINDS",
    "LEVELS",
    "ROLES",
    "Attribution",
    "AttributionPage",
    "Count",
    "Counts",
    "KindCount",
    "QuantitySentence",
    "RumourTopic",
    "Said",
    "StancePair",
    "StanceScore",
    "StatusScore",
    "add_counts",
    "count_attributions",
    "count_kinds",
    "count_said",
    "parse_attributions",
    "parse_found",
    "parse_quantities",
    "parse_stance",
    "parse_topics",
    "score_quantities",
    "score_stances",
    "score_statuses",
]
