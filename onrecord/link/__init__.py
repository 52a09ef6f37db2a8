"""Statements about the same thing joined across pages: clusters, legs, origins, answers."""

from onrecord.link.answers import gather, rank_claims
from onrecord.link.assembly import answer_cluster, find_answer, make_cluster
from onrecord.link.clusters import cluster_propositions
from onrecord.link.copies import find_copies
from onrecord.link.legs import find_centre
from onrecord.link.listed import differs_from, in_its_words, may_be_listed
from onrecord.link.propositions import make_propositions
from onrecord.link.questions import match_names, read_question
from onrecord.link.surroundings import find_surroundings, index_unread
from onrecord.link.ties import read_ties

__all__ = [
    "answer_cluster",
    "cluster_propositions",
    "differs_from",
    "find_answer",
    "find_centre",
    "find_copies",
    "find_surroundings",
    "gather",
    "in_its_words",
    "index_unread",
    "make_cluster",
    "make_propositions",
    "match_names",
    "may_be_listed",
    "rank_claims",
    "read_question",
    "read_ties",
]
