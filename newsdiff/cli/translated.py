"""Articles in other languages as commands compare them: translated, where the configuration says how."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

import click

from newsdiff.model import Article
from newsdiff.sanitize import one_line


def in_english(context: click.Context, articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, translated where the configuration says how; what fails is one line on stderr.

    Translations are kept in the library if there is one; none is begun for them.
    """
    if all(article.in_english for article in articles):
        return tuple(articles)
    from newsdiff.cli.library_access import library_of, settings_of, there_is_a_library

    translate = settings_of(context).translate
    if translate is None:
        return tuple(articles)
    from newsdiff.library.translating import Translating
    from newsdiff.translation.pieces import translator

    there = there_is_a_library(context)
    with library_of(context) if there else nullcontext() as library:
        program = translator(translate.arguments, translate.name, translate.seconds)
        translating = Translating(program, library.translations if library else None)
        result, problems = translating.in_english(articles)
    for problem in problems:
        click.echo(f"newsdiff: {one_line(problem)}", err=True)
    return result
