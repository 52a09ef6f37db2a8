"""Everything that is data: sheets, policies, weights; loaded once, frozen."""

from onrecord.kit.loader import Kit, load_kit

__all__ = ["Kit", "load_kit"]
