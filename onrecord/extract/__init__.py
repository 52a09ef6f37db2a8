"""Statements: who says what, how, and what the page says in its own voice."""

from onrecord.extract.anaphora import is_anaphoric
from onrecord.extract.assertions import find_assertions
from onrecord.extract.statements import find_statements
from onrecord.extract.voices import name_voices

__all__ = ["find_assertions", "find_statements", "is_anaphoric", "name_voices"]
