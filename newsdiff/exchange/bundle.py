"""A saved comparison as one zip file. The same transfer gives the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict
from typing import Any

from newsdiff import __version__
from newsdiff.exchange.bundle_format import FORMAT
from newsdiff.library.records import Note, NoteTarget, StoredVerdict
from newsdiff.library.transfer import Transfer, TransferSaved, TransferText
from newsdiff.opinion.handed_on import HandedOn

MANIFEST = "bundle.json"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The one time stamp in a bundle: the first that a zip file can hold."""


def to_bundle(transfer: Transfer) -> bytes:
    """The zip file."""
    out = io.BytesIO()
    texts = {text.article.sha256: text.article.text for text in transfer.texts}
    with zipfile.ZipFile(out, "w") as archive:
        manifest = json.dumps(_manifest(transfer), indent=1, sort_keys=True)
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


def _manifest(transfer: Transfer) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "generator": f"newsdiff {__version__}",
        "event": transfer.event,
        "title": transfer.title,
        "created": transfer.created.isoformat(),
        "texts": [_text(text) for text in transfer.texts],
        "saved": _saved(transfer.saved),
        "notes": [_note(note) for note in sorted(transfer.notes, key=lambda one: (one.created, one.id))],
        **({"verdicts": [_verdict(one) for one in transfer.verdicts]} if transfer.verdicts else {}),
        **({"opinions": [_opinion(one) for one in transfer.opinions]} if transfer.opinions else {}),
    }


def _text(text: TransferText) -> dict[str, Any]:
    article = text.article
    return {
        "article": article.id,
        "sha256": article.sha256,
        "source": article.source,
        "title": article.title,
        "outlet": article.outlet,
        "country": article.country,
        "language": article.language,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        **({"published_at": article.published_at.isoformat()} if article.published_at else {}),
        "url": article.url,
        "remarks": article.remarks,
        "blocks": [_block(one.role, one.start, one.end, one.reason) for one in article.blocks],
        "retrieved": text.retrieved.isoformat(),
        "renamed": text.renamed,
        "roles": [_block(one.role, one.start, one.end, one.reason) for one in text.roles],
    }


def _block(role: str, start: int, end: int, reason: str) -> dict[str, Any]:
    return {"role": role, "start": start, "end": end, "reason": reason}


def _saved(saved: TransferSaved) -> dict[str, Any]:
    view = saved.view
    return {
        "id": saved.id,
        "name": saved.name,
        "created": saved.created.isoformat(),
        "updated": saved.updated.isoformat(),
        "version": saved.version,
        "texts": dict(saved.texts),
        "sources": view.sources,
        "base": view.base,
        "level": view.level,
        "row": view.place.row,
        "pane": view.place.pane,
        "detail": view.place.detail,
        "options": dict(view.options),
        "paragraph": asdict(saved.paragraph) if saved.paragraph else None,
        "links": [asdict(one) for one in saved.links],
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "created": note.created.isoformat(),
        "updated": note.updated.isoformat(),
        "body": note.body,
        "tags": note.tags,
        "state": note.state,
        "colour": note.colour,
        "version": note.version,
        "conflict_of": note.conflict_of,
        "targets": [_target(target) for target in note.targets],
    }


def _verdict(verdict: StoredVerdict) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "created": verdict.created.isoformat(),
        "kind": verdict.kind,
        "label": verdict.label,
        "detail_kind": verdict.detail_kind,
        "targets": [{**_target(one.target), "part": one.part} for one in verdict.targets],
    }


def _opinion(opinion: HandedOn) -> dict[str, Any]:
    answer = json.loads(opinion.answer)
    said = {name: answer[name] for name in ("says", "at_odds", "quotations")}
    return {"passages": opinion.passages, "by": opinion.by, **said}


def _target(target: NoteTarget) -> dict[str, Any]:
    return {
        "article": target.article,
        "sha256": target.sha256,
        "start": target.start,
        "end": target.end,
        "exact": target.exact,
        "prefix": target.prefix,
        "suffix": target.suffix,
        "kind": target.kind,
        "reference": target.reference,
        "placing": asdict(target.reattachment) if target.reattachment else None,
    }
