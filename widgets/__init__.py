"""Textual widgets for reading a comparison. They know the model, neither the library nor the screens."""

from widgets.aligned_grid import AlignedGrid
from widgets.brief.view import BriefView
from widgets.detail_card import DetailCard
from widgets.matrix_view import MatrixView
from widgets.outline_bar import OutlineBar
from widgets.own_order_view import OwnOrderView
from widgets.reading_moves import carry_over, detail_position, hit_position, settle, to_offset, to_row
from widgets.reading_state import NoteMark, Place, ReadingState

__all__ = [
    "AlignedGrid",
    "BriefView",
    "DetailCard",
    "MatrixView",
    "NoteMark",
    "OutlineBar",
    "OwnOrderView",
    "Place",
    "ReadingState",
    "carry_over",
    "detail_position",
    "hit_position",
    "settle",
    "to_offset",
    "to_row",
]
