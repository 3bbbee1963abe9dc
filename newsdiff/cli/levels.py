"""The level of differences on the command line."""

from __future__ import annotations

from typing import get_args

import click

from newsdiff.model import Level

level_option = click.option(
    "--level",
    type=click.Choice(get_args(Level)),
    default="normal",
    show_default=True,
    help="How sure newsdiff must be before it shows a difference.",
)
