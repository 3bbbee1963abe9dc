"""How the memo looks: one style sheet for screens, light and dark, and for paper, A4 and Letter."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --back: #fff; --fore: #1b1b1f; --faint: #55555f; --line: #c9c9d2;
  --panel: #f4f4f8; --link: #0b4f9e; --mark: #9a3412; --much: #d9e6f7; }
@media (prefers-color-scheme: dark) { :root { --back: #17181c; --fore: #e8e8ec; --faint: #b4b4be;
  --line: #44464f; --panel: #22242b; --link: #9cc4ff; --mark: #ffb59c; --much: #233a5c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem clamp(.75rem, 3vw, 2.5rem) 3rem; max-width: 64rem;
  background: var(--back); color: var(--fore); font: 1rem/1.45 system-ui, sans-serif;
  overflow-wrap: anywhere; }
h1 { line-height: 1.2; margin-bottom: .25rem; }
h2 { margin: 1.6rem 0 .4rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
a { color: var(--link); } .faint, cite { color: var(--faint); font-style: normal; }
ul { padding-inline-start: 1.2rem; margin: .3rem 0; } li { margin: .2rem 0; }
.differences { list-style: none; padding: 0; } .differences > li { margin: .6rem 0; }
.sign { font-weight: bold; color: var(--mark); }
.sign.confirmed { color: var(--fore); }
.versions { list-style: none; padding-inline-start: 1.2rem; }
b { color: var(--mark); font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { padding: .25rem .5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--panel); overflow-wrap: normal; } .matrix { table-layout: fixed; min-width: 40rem; }
.matrix th, .matrix td { overflow-wrap: anywhere; hyphens: auto; }
.count { text-align: end; } .much { background: var(--much); font-weight: bold; }
.plot { display: block; width: 100%; max-width: 40rem; height: auto; margin: .3rem 0;
  color: var(--fore); font: 13px system-ui, sans-serif; }
.plot text { fill: currentColor; } .plot line { stroke: var(--faint); } .plot circle { fill: var(--mark); }
.plot .grid { stroke: var(--line); }
.note { border-inline-start: 3px solid var(--line); padding-inline-start: .8rem; margin: .6rem 0; }
.note .body { white-space: pre-wrap; margin: .2rem 0; }
blockquote { margin: .4rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
.appendix { border-top: 3px double var(--line); margin-top: 2.5rem; }
@page { margin: 15mm 14mm; }
@media print {
  :root { color-scheme: light; --back: #fff; --fore: #000; --faint: #333; --line: #888; --panel: #fff;
    --link: #000; --mark: #000; --much: #eee; }
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.3; }
  h2 { margin-top: .8rem; } li, tr, .note, svg { break-inside: avoid; } h2, h3 { break-after: avoid; }
  table { font-size: 7.5pt; } .matrix { min-width: 0; } .wide { overflow: visible; }
  th, td { padding: 1pt 3pt; } a { text-decoration: none; } b { text-decoration: underline; }
  .appendix { break-before: page; border: none; margin: 0; }
}
"""
