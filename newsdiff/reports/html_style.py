"""How the HTML report looks: one style sheet, for wide and narrow screens, light and dark, and paper."""

from __future__ import annotations

from typing import Final

NARROWEST_COLUMN: Final = 15
"""In rem: columns of fewer characters a line cannot be read; more outlets than fit scroll sideways."""

_STYLE: Final = """
:root { color-scheme: light dark; --back: #fff; --fore: #1b1b1f; --faint: #55555f; --line: #d5d5dd;
  --panel: #f6f6f9; --link: #0b4f9e; --differs: #ffd9d2; --variant: #ffedb8; --shared: #dcefdc;
  --only: #e2e6fb; --note: #7a3a96; }
@media (prefers-color-scheme: dark) { :root { --back: #17181c; --fore: #e8e8ec; --faint: #b0b0ba;
  --line: #3c3e48; --panel: #202228; --link: #9cc4ff; --differs: #6e2a20; --variant: #5c4a10;
  --shared: #234527; --only: #30386a; --note: #dcb0f0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem clamp(.75rem, 3vw, 2.5rem) 4rem; background: var(--back);
  color: var(--fore); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main > section > *:not(.rows):not(.wide) { max-width: 60rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; }
a { color: var(--link); } .faint, .row > h3 { color: var(--faint); }
.row > h3 { font-weight: normal; font-size: .85rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; }
th, td { padding: .3rem .6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--panel); overflow-wrap: normal; }
blockquote { margin: .4rem 0; padding: .1rem .8rem; border-inline-start: 3px solid var(--line); }
blockquote p { margin: .2rem 0; } cite { color: var(--faint); font-size: .9rem; }
.note { border-inline-start: 4px solid var(--note); padding-inline-start: .8rem; margin: 1rem 0; }
.note .body { white-space: pre-wrap; }
mark { color: inherit; border-radius: .2em; padding: 0 .1em; background: none; }
mark a { color: inherit; text-decoration: underline; } .variant a { text-decoration-style: dotted; }
mark .sign { font-weight: bold; padding-inline-end: .15em; }
.differs { background: var(--differs); } .may-differ { border-bottom: 2px dotted var(--fore); }
.variant { background: var(--variant); } .may-share { border-bottom: 1px dashed var(--faint); }
.shared { background: var(--shared); } .only { background: var(--only); }
a.noted { color: var(--note); font-weight: bold; text-decoration: none; margin-inline-end: .25em; }
.cell { margin: .75rem 0; padding: .1rem 0; } .cell p { margin: 0 0 .5rem; }
.replaced { text-decoration: underline; } .own { text-decoration: underline dotted; }
.differences, .versions { list-style: none; padding-inline-start: 1rem; }
.count { text-align: end; } .much { background: var(--panel); font-weight: bold; }
.plot { display: block; width: 100%; max-width: 40rem; height: auto; font: 13px system-ui, sans-serif; }
.plot text { fill: currentColor; } .plot line { stroke: var(--line); } .plot circle { fill: currentColor; }
.who { font-weight: bold; font-size: .85rem; color: var(--faint); }
.cells { border-top: 1px solid var(--line); }
@media (min-width: 60rem) {
  .rows { overflow-x: auto; }
  .cells { display: grid; grid-template-columns: repeat(OUTLETS, minmax(NARROWESTrem, 1fr)); gap: 0 1.5rem; }
}
@media (max-width: 59.99rem) { .cells > .empty { display: none; } }
@media print {
  :root { color-scheme: light; --back: #fff; --fore: #000; --faint: #444; --line: #999; --panel: #fff;
    --link: #000; --note: #000; --differs: #fff; --variant: #fff; --shared: #fff; --only: #fff; }
  body { padding: 0; font-size: 9pt; } .row, .note, blockquote, tr { break-inside: avoid; }
  .rows, .wide { overflow: visible; } mark { text-decoration: underline; }
  .cells { display: block; } .cells > .empty { display: none; } nav { display: none; }
}
"""


_SIDEWAYS: Final = "@media screen and (min-width: 60rem) { .rows { max-height: 92vh; } }\n"
"""Keeps the bar to scroll sideways with in sight."""
_FITTING: Final = 6
"""Outlets that stand side by side on an ordinary screen."""


def style(outlets: int) -> str:
    """The style sheet for rows of so many columns."""
    sheet = _STYLE.replace("OUTLETS", str(outlets)).replace("NARROWEST", str(NARROWEST_COLUMN))
    return sheet + _SIDEWAYS if outlets > _FITTING else sheet
