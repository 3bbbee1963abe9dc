"""Quotations: all versions of one utterance in one detail."""
