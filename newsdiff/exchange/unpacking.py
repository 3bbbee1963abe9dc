"""Reading a bundle that may come from anybody.

Nothing is ever unpacked to the disk: names in the zip file are only compared with the few that a bundle has.
Sizes are counted while reading, not believed, so a bomb costs no more than the limits here.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from newsdiff.exchange.bundle import MANIFEST, text_name
from newsdiff.exchange.bundle_format import (
    AnchorPart,
    BlockPart,
    BundleFile,
    NotePart,
    OpinionPart,
    SavedPart,
    TargetPart,
    TextPart,
    VerdictPart,
)
from newsdiff.library.records import (
    Note,
    NoteTarget,
    ReadingPosition,
    Reattachment,
    StoredVerdict,
    VerdictTarget,
    View,
)
from newsdiff.library.transfer import (
    ParagraphAnchor,
    RoleChange,
    Transfer,
    TransferLink,
    TransferSaved,
    TransferText,
)
from newsdiff.model import Article, Block, numbered
from newsdiff.opinion.handed_on import HandedOn
from newsdiff.opinion.question import ID_LENGTH
from newsdiff.passwords import without_password
from newsdiff.readers.files.article import MOST_PARAGRAPHS
from newsdiff.sanitize import one_line

LARGEST_FILE: Final = 100_000_000
"""Bytes of the zip file itself."""
LARGEST_MEMBER: Final = 32_000_000
LARGEST_TOTAL: Final = 128_000_000
"""Bytes unpacked. An article has some 10,000, a note some 1,000."""
MOST_MEMBERS: Final = 10_000
_SAID: Final = set("title outlet country language byline published published_at remarks".split())
"""What a text of a bundle says of its article as the article does."""
_TEXT_NAME: Final = re.compile(r"texts/[0-9a-f]{64}\.txt")


class UnreadableBundleError(Exception):
    """The file is not a bundle, or is damaged. One line: which file, what is wrong."""

    def __init__(self, path: Path, trouble: str) -> None:
        super().__init__(one_line(f"{path}: cannot be imported: {trouble}; nothing was changed"))


class _BadError(Exception):
    """What is wrong with it."""


def read_bundle(path: Path) -> Transfer:
    """The transfer in a bundle. Raises UnreadableBundleError if anything is wrong with the file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _BadError(f"it is larger than {LARGEST_FILE // 1_000_000} MB")
        members = _members(path)
        return _transfer(_manifest(members), members)
    except OSError as error:
        raise UnreadableBundleError(path, f"it cannot be read ({error.strerror or error})") from error
    except _BadError as error:
        raise UnreadableBundleError(path, str(error)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableBundleError(path, "it is not a newsdiff bundle, or is damaged") from error


def _members(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = LARGEST_TOTAL
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_MEMBERS:
            raise _BadError(f"it holds more than {MOST_MEMBERS:,} files")
        for entry in entries:
            if entry.filename != MANIFEST and not _TEXT_NAME.fullmatch(entry.filename):
                raise _BadError(f"it contains “{entry.filename[:80]}”, which no newsdiff bundle contains")
            if entry.filename in found:
                raise _BadError(f"it contains “{entry.filename}” twice")
            content = _content(archive, entry, min(left, LARGEST_MEMBER))
            left -= len(content)
            found[entry.filename] = content
    return found


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    too_large = f"unpacked it is larger than {LARGEST_TOTAL // 1_000_000} MB"
    if entry.file_size > limit:
        raise _BadError(too_large)
    with archive.open(entry) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise _BadError(too_large)
    return content


def _manifest(members: dict[str, bytes]) -> BundleFile:
    if MANIFEST not in members:
        raise _BadError(f"it is a zip file without {MANIFEST}, not a newsdiff bundle")
    try:
        plain: Any = json.loads(members[MANIFEST].decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _BadError(f"{MANIFEST} is not JSON") from error
    version = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(version, str) and re.fullmatch(r"newsdiff-bundle/([2-9]|\d\d+)", version):
        raise _BadError("it was made by a newer newsdiff: update newsdiff")
    try:
        return BundleFile.model_validate(plain)
    except (ValidationError, RecursionError) as error:
        if isinstance(error, RecursionError):
            raise _BadError(f"{MANIFEST} is nested too deeply") from error
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])[:120]
        raise _BadError(f"{MANIFEST}: {place}: {first['msg']}") from error


def _transfer(file: BundleFile, members: dict[str, bytes]) -> Transfer:
    wanted = {text_name(text.sha256) for text in file.texts} | {MANIFEST}
    if extra := sorted(members.keys() - wanted):
        raise _BadError(f"“{extra[0]}” belongs to no article")
    texts = [_text(text, members) for text in file.texts]
    known = {(text.article.id, text.article.sha256): text.article for text in texts}
    if len(known) != len(texts):
        raise _BadError("it holds a text of one article twice")
    ids = [note.id for note in file.notes]
    if len(set(ids)) != len(ids):
        raise _BadError("it holds a note twice")
    if len({verdict.id for verdict in file.verdicts}) != len(file.verdicts):
        raise _BadError("it holds a verdict twice")
    return Transfer(
        event=file.event,
        title=file.title,
        created=file.created,
        texts=tuple(texts),
        saved=_saved(file.saved, known),
        notes=tuple(_note(note, known) for note in file.notes),
        verdicts=tuple(_verdict(verdict, known) for verdict in file.verdicts),
        opinions=tuple(map(_opinion, file.opinions)),
    )


_Known = dict[tuple[str, str], Article]


def _text(part: TextPart, members: dict[str, bytes]) -> TransferText:
    content = members.get(text_name(part.sha256))
    if content is None:
        raise _BadError(f"the text of {part.article} is missing")
    if hashlib.sha256(content).hexdigest() != part.sha256:
        raise _BadError(f"the text of {part.article} is not the one that was packed")
    text = content.decode("utf-8", "surrogatepass")
    blocks = [Block("", one.role, one.start, one.end, one.reason) for one in part.blocks]
    _check_blocks(part.article, text, blocks)
    article = Article(
        id=part.article,
        source=_file_name(part.source),
        text=text,
        blocks=numbered(part.article, blocks),
        url=without_password(part.url) if part.url else None,
        **part.model_dump(include=_SAID),
    )
    return TransferText(article, part.retrieved, part.renamed, tuple(_role(one, text) for one in part.roles))


def _file_name(source: str) -> str:
    """Sources are file names or addresses, never paths."""
    if re.match(r"https?://", source):
        return source
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or "article"


def _check_blocks(name: str, text: str, blocks: list[Block]) -> None:
    """Blocks stand in order, do not overlap, and cover all text that is not blank."""
    if sum(block.role == "paragraph" for block in blocks) > MOST_PARAGRAPHS:
        raise _BadError(f"{name} has more than {MOST_PARAGRAPHS:,} paragraphs; it is not an article")
    end = 0
    for block in blocks:
        if not end <= block.start < block.end <= len(text) or text[end : block.start].strip():
            raise _BadError(f"the blocks of {name} do not fit its text")
        end = block.end
    if text[end:].strip():
        raise _BadError(f"the blocks of {name} do not fit its text")


def _role(part: BlockPart, text: str) -> RoleChange:
    _check_span(part.start, part.end, text)
    return RoleChange(**part.model_dump())


def _check_span(start: int, end: int, text: str) -> None:
    if not start < end <= len(text):
        raise _BadError(f"the span {start}-{end} lies outside its text")


def _article(name: str, sha256: str, known: _Known) -> Article:
    article = known.get((name, sha256))
    if article is None:
        raise _BadError(f"it refers to a text of {name} that it does not contain")
    return article


def _anchor(part: AnchorPart, known: _Known) -> ParagraphAnchor:
    article = _article(part.article, part.sha256, known)
    _check_span(part.start, part.end, article.text)
    return ParagraphAnchor(**part.model_dump())


def _saved(part: SavedPart, known: _Known) -> TransferSaved:
    for name, sha256 in part.texts.items():
        _article(name, sha256, known)
    names = set(part.texts)
    if part.sources and (set(part.sources) != names or len(part.sources) != len(names)):
        raise _BadError("the chosen sources are not those whose texts it holds")
    pane = part.pane if part.pane in names else None
    base = part.base if part.base in names else None
    place = ReadingPosition(part.row, None, pane, part.detail)
    return TransferSaved(
        **part.model_dump(include={"id", "created", "updated", "version", "texts"}),
        name=" ".join(part.name.split()) or part.id,
        view=View(part.sources, base, part.level, place, part.options),
        paragraph=_anchor(part.paragraph, known) if part.paragraph else None,
        links=tuple(
            TransferLink(_anchor(one.a, known), _anchor(one.b, known), one.linked) for one in part.links
        ),
    )


def _note(part: NotePart, known: _Known) -> Note:
    targets = tuple(_target(target, known) for target in part.targets)
    return Note(event="", targets=targets, **part.model_dump(exclude={"targets"}))


def _verdict(part: VerdictPart, known: _Known) -> StoredVerdict:
    targets = tuple(VerdictTarget(_target(target, known), target.part) for target in part.targets)
    return StoredVerdict(
        part.id, "", part.created, part.kind, targets, one_line(part.label), part.detail_kind
    )


def _opinion(part: OpinionPart) -> HandedOn:
    """An opinion as it is kept. Whether its quotations stand in the texts is checked whenever it is shown."""
    by = one_line(part.by)
    if not by:
        raise _BadError("it holds an opinion without a name")
    said = part.model_dump(mode="json", include={"says", "at_odds", "quotations"})
    return HandedOn(part.passages, by, json.dumps({"question": part.passages[:ID_LENGTH], **said}))


def _target(part: TargetPart, known: _Known) -> NoteTarget:
    text = _article(part.article, part.sha256, known).text
    _check_span(part.start, part.end, text)
    if text[part.start : part.end] != part.exact:
        raise _BadError(f"a note or verdict on {part.article} quotes words that are not there")
    own = part.model_dump(exclude={"placing", "part"})
    return NoteTarget(reattachment=_reattachment(part, known), **own)


def _reattachment(part: TargetPart, known: _Known) -> Reattachment | None:
    reattachment = part.placing
    if reattachment is None:
        return None
    text = _article(part.article, reattachment.sha256, known).text
    if reattachment.how != "orphan":
        _check_span(reattachment.start, reattachment.end, text)
    elif not reattachment.start <= reattachment.end <= len(text):
        raise _BadError("a candidate for an orphaned note lies outside its text")
    return Reattachment(**reattachment.model_dump())
