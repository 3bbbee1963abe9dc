"""Between the library and the reports: saved comparisons go out in every form and come back as bundles."""

from __future__ import annotations

from newsdiff.exchange.exports import EXPORT_FORMATS, ExportFormat, export, recalled, write_export

__all__ = ["EXPORT_FORMATS", "ExportFormat", "export", "recalled", "write_export"]
