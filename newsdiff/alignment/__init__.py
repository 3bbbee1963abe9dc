"""Links between paragraphs, and rows out of links."""

from newsdiff.alignment.links import link_paragraphs, paragraphs_alone
from newsdiff.alignment.paragraph_pairs import judge_paragraphs
from newsdiff.alignment.rows import arrange_rows

__all__ = ["arrange_rows", "judge_paragraphs", "link_paragraphs", "paragraphs_alone"]
