"""English: sentences, tokens, term weights."""

from newsdiff.language.sentences import split_sentences

__all__ = ["split_sentences"]
