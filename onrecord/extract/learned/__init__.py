"""The learned readers: an encoder that tags word pieces, a linker from each cue to its parts."""

from onrecord.extract.learned.building import build_large
from onrecord.extract.learned.places import find_large, has_large, weights_folder
from onrecord.extract.learned.reader import find_learned_attributions, has_weights

__all__ = [
    "build_large",
    "find_large",
    "find_learned_attributions",
    "has_large",
    "has_weights",
    "weights_folder",
]
