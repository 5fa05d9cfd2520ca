"""The trained reader: what each sentence of a draft does, and which words stand in its way.

Sentences in, labels and spans with probabilities out. It is a small encoder that was fine-tuned on labelled drafts
(``hartcity/training``), kept as one file of weights (``weights/``, with a model card) and run by ONNX Runtime on this
machine. This package alone knows that library. Where the weights are missing or damaged there is no reader, and
whoever asked goes on with rules alone and says so.
"""

from hartcity.reader.families import FamilyWords, LookAlikes, words_of
from hartcity.reader.reader import Mark, Reader, ReaderError, forget, load, start


__all__ = ["FamilyWords", "LookAlikes", "Mark", "Reader", "ReaderError", "forget", "load", "start", "words_of"]
