"""A saved comparison as one zip file. The same transfer gives the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict
from datetime import date
from typing import Any

from newsdiff import __version__
from newsdiff.exchange.bundle_format import FORMAT
from newsdiff.library.records import Note, NoteTarget, StoredVerdict
from newsdiff.library.transfer import Transfer, TransferSaved, TransferText
from newsdiff.opinion.handed_on import HandedOn
from newsdiff.reports.build import fields_of

MANIFEST = "bundle.json"
_BLOCK = ("role", "start", "end", "reason")
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The one time stamp in a bundle: the first that a zip file can hold."""


def to_bundle(transfer: Transfer) -> bytes:
    """The zip file."""
    out = io.BytesIO()
    texts = {text.article.sha256: text.article.text for text in transfer.texts}
    with zipfile.ZipFile(out, "w") as archive:
        manifest = json.dumps(_manifest(transfer), indent=1, sort_keys=True, default=_written)
        _put(archive, MANIFEST, manifest.encode("ascii"))
        for sha256, text in sorted(texts.items()):
            _put(archive, text_name(sha256), text.encode("utf-8", "surrogatepass"))
    return out.getvalue()


def text_name(sha256: str) -> str:
    """The name of a text in the bundle."""
    return f"texts/{sha256}.txt"


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.create_system = 3  # the same on every machine
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def _written(moment: date) -> str:
    return moment.isoformat()


def _manifest(transfer: Transfer) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "generator": f"newsdiff {__version__}",
        "event": transfer.event,
        "title": transfer.title,
        "created": transfer.created,
        "texts": [_text(text) for text in transfer.texts],
        "saved": _saved(transfer.saved),
        "notes": [_note(note) for note in sorted(transfer.notes, key=lambda one: (one.created, one.id))],
        **({"verdicts": [_verdict(one) for one in transfer.verdicts]} if transfer.verdicts else {}),
        **({"opinions": [_opinion(one) for one in transfer.opinions]} if transfer.opinions else {}),
    }


def _text(text: TransferText) -> dict[str, Any]:
    article = text.article
    named = ("sha256", "source", "title", "outlet", "country", "language", "byline", "published", "url")
    return {
        "article": article.id,
        **fields_of(article, *named, "remarks"),
        **({"published_at": article.published_at} if article.published_at else {}),
        "blocks": [fields_of(one, *_BLOCK) for one in article.blocks],
        **fields_of(text, "retrieved", "renamed"),
        "roles": [fields_of(one, *_BLOCK) for one in text.roles],
    }


def _saved(saved: TransferSaved) -> dict[str, Any]:
    view = saved.view
    return {
        **fields_of(saved, "id", "name", "created", "updated", "version"),
        "texts": dict(saved.texts),
        **fields_of(view, "sources", "base", "level"),
        **fields_of(view.place, "row", "pane", "detail"),
        "options": dict(view.options),
        "paragraph": asdict(saved.paragraph) if saved.paragraph else None,
        "links": [asdict(one) for one in saved.links],
    }


def _note(note: Note) -> dict[str, Any]:
    named = ("id", "created", "updated", "body", "tags", "state", "colour", "version", "conflict_of")
    return {**fields_of(note, *named), "targets": [_target(target) for target in note.targets]}


def _verdict(verdict: StoredVerdict) -> dict[str, Any]:
    targets = [{**_target(one.target), "part": one.part} for one in verdict.targets]
    return {**fields_of(verdict, "id", "created", "kind", "label", "detail_kind"), "targets": targets}


def _opinion(opinion: HandedOn) -> dict[str, Any]:
    answer = json.loads(opinion.answer)
    said = {name: answer[name] for name in ("says", "at_odds", "quotations")}
    return {"passages": opinion.passages, "by": opinion.by, **said}


def _target(target: NoteTarget) -> dict[str, Any]:
    named = ("article", "sha256", "start", "end", "exact", "prefix", "suffix", "kind", "reference")
    return {
        **fields_of(target, *named),
        "placing": asdict(target.reattachment) if target.reattachment else None,
    }
