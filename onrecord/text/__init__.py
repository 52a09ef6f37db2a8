"""Spans, tokens, sentences, and normalised forms that map back to the original."""

from onrecord.text.normal import fold, stem
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import covers, cut, join_spans, overlap, trim
from onrecord.text.tokens import Token, find_tokens

__all__ = [
    "Token",
    "covers",
    "cut",
    "find_tokens",
    "fold",
    "join_spans",
    "overlap",
    "split_sentences",
    "stem",
    "trim",
]
