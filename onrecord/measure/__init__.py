"""Figures and what can be recomputed from them."""

from onrecord.measure.checks import check_figures
from onrecord.measure.figures import find_figures

__all__ = ["check_figures", "find_figures"]
