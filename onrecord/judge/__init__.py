"""Where claims stand: stance, force and scope, policy, status, and the words that explain them."""

from onrecord.judge.claims import settle_claim
from onrecord.judge.headline import weigh_headline
from onrecord.judge.judgements import apply_judgements
from onrecord.judge.policy import DEFAULT_POLICY, load_policy
from onrecord.judge.stance import tell_stance
from onrecord.judge.worth import is_worth_a_claim

__all__ = [
    "DEFAULT_POLICY",
    "apply_judgements",
    "is_worth_a_claim",
    "load_policy",
    "settle_claim",
    "tell_stance",
    "weigh_headline",
]
