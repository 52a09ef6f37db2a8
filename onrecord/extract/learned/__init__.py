"""The learned reader: a small encoder that tags word pieces and links each cue to its parts."""

from onrecord.extract.learned.reader import find_learned_attributions, has_weights

__all__ = ["find_learned_attributions", "has_weights"]
