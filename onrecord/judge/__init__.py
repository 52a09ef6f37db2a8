"""Where claims stand: stance, force and scope, policy, status, and the words that explain them."""

from onrecord.judge.claims import settle_claim
from onrecord.judge.differing import (
    Flip,
    LegFlip,
    PolicyDiff,
    Standing,
    compare_policies,
)
from onrecord.judge.headline import weigh_headline
from onrecord.judge.judgements import apply_judgements, plain_words
from onrecord.judge.policy import (
    DEFAULT_POLICY,
    Policy,
    PolicyFile,
    Rule,
    load_policy,
    policy_names,
)
from onrecord.judge.stance import tell_stance
from onrecord.judge.track import Carrier, OutletRecord, SourceRecord, Tally, record_sources
from onrecord.judge.worth import is_worth_a_claim

__all__ = [
    "DEFAULT_POLICY",
    "Carrier",
    "Flip",
    "LegFlip",
    "OutletRecord",
    "Policy",
    "PolicyDiff",
    "PolicyFile",
    "Rule",
    "SourceRecord",
    "Standing",
    "Tally",
    "apply_judgements",
    "compare_policies",
    "is_worth_a_claim",
    "load_policy",
    "plain_words",
    "policy_names",
    "record_sources",
    "settle_claim",
    "tell_stance",
    "weigh_headline",
]
