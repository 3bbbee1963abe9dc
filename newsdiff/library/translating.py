"""Articles in English: translations that the library holds, and new ones that it then holds as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsdiff.library.tables.texts.translations import Translations
from newsdiff.model import UNKNOWN_LANGUAGE, Article
from newsdiff.quick_dataclass import dataclass
from newsdiff.reader_program import Program, ProgramError
from newsdiff.readers.metadata.language import code_of
from newsdiff.translation.pieces import pieces_of, translate_pieces, translated


@dataclass(frozen=True, slots=True)
class Translating:
    """A translate command and where its translations are kept. One article at a time, from any thread."""

    program: Program
    kept: Translations | None
    """The translations of a library; None where there is none."""

    def known(self, article: Article) -> Article | None:
        """The translation of an article as far as it was made before; None where a part of it is missing.

        Costs one look into the library, and nothing is started.
        """
        pieces = pieces_of(article)
        words = self._known(pieces)
        return translated(article, words, self.program.name) if len(words) == len(pieces) else None

    def translate(self, article: Article, stopped: Callable[[], bool] = lambda: False) -> Article:
        """The article translated; only what is not known yet goes through the program, and is kept.

        Raises ProgramError, ProgramStoppedError, LibraryError.
        """
        pieces = pieces_of(article)
        words = self._known(pieces)
        missing = [piece for piece in pieces if piece not in words]
        if missing:
            # A bundle may say anything, and a translate command may hand it to a shell.
            language = code_of(article.language) or UNKNOWN_LANGUAGE
            made = translate_pieces(self.program, missing, language, stopped)
            if self.kept is not None:
                self.kept.keep(made, self.program.key)
            words |= made
        return translated(article, words, self.program.name)

    def _known(self, pieces: Iterable[str]) -> dict[str, str]:
        return {} if self.kept is None else self.kept.known(pieces, self.program.key)

    def in_english(self, articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[str, ...]]:
        """The articles, those in other languages translated where that works; and what went wrong."""
        result, problems = [], []
        for article in articles:
            try:
                result.append(self.translate(article) if wants_translation(article) else article)
            except ProgramError as error:
                result.append(article)
                problems.append(f"{article.source} is not translated: {error}")
        return tuple(result), tuple(problems)


def wants_translation(article: Article) -> bool:
    """Whether an article is in another language and has something to translate."""
    return not article.in_english and article.original is None and bool(pieces_of(article))
