"""Textual widgets for reading a comparison. They know the model, neither the library nor the screens."""

from widgets.brief.view import BriefView
from widgets.card.card_view import CardView
from widgets.card.detail_card import DetailCard
from widgets.matrix.matrix_view import MatrixView
from widgets.outline_bar import OutlineBar
from widgets.own_order.own_order_view import OwnOrderView
from widgets.panes.aligned_grid import AlignedGrid
from widgets.reading.reading_moves import (
    carry_over,
    difference_position,
    hit_position,
    to_offset,
    to_row,
)
from widgets.reading.reading_state import ReadingState
from widgets.strip.compare_strip import CompareStrip

__all__ = [
    "AlignedGrid",
    "BriefView",
    "CardView",
    "CompareStrip",
    "DetailCard",
    "MatrixView",
    "OutlineBar",
    "OwnOrderView",
    "ReadingState",
    "carry_over",
    "difference_position",
    "hit_position",
    "to_offset",
    "to_row",
]
