"""Figures, what can be recomputed from them, and where articles differ in them."""

from onrecord.measure.accounts import compare_accounts
from onrecord.measure.checks import check_figures
from onrecord.measure.figures import find_figures, measure_sentence

__all__ = ["check_figures", "compare_accounts", "find_figures", "measure_sentence"]
