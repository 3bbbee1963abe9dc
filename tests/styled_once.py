"""Styles follow from the style sheets and from where a widget stands: each process works them out once.

Most of the time that an app takes to start goes into reading style sheets and into the styles of component
classes, of which the views have fifty each. Tests start hundreds of apps with the same ones. Journeys run the
app in a process of its own, with Textual as it is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_parse_rules = Stylesheet._parse_rules
_process_component_classes = Stylesheet._process_component_classes
_parsed: dict[Hashable, list[RuleSet]] = {}
_components: dict[Hashable, dict[str, dict[str, Any]]] = {}


def _parsed_once(
    self: Stylesheet, css: str, read_from: Any, is_default_rules: bool = False, tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:  # fmt: skip
    variables = tuple(sorted(self._variables.items()))
    key = (css, read_from, is_default_rules, tie_breaker, scope, variables)
    if key not in _parsed:
        _parsed[key] = _parse_rules(self, css, read_from, is_default_rules, tie_breaker, scope)
    return _parsed[key]


def _components_once(self: Stylesheet, node: DOMNode) -> None:
    """As Textual's, but the rules of a component come from the last widget in the same surroundings."""
    names = node._get_component_classes()
    if not names:
        return
    key = (_rules_of(self), type(node), *map(_place, node.css_path_nodes))
    known = _components.get(key)
    if known is None:
        _process_component_classes(self, node)
        _components[key] = {
            name: dict(styles.base.get_rules()) for name, styles in node._component_styles.items()
        }
        return
    before = node._component_styles.copy()
    node._component_styles.clear()
    for name in sorted(names):
        component = DOMNode(classes=name)
        component._attach(node)
        component.styles.base.merge_rules(known[name])  # type: ignore[arg-type]
        node._component_styles[name] = component.styles
    if any(before.get(name) != styles for name, styles in node._component_styles.items()):
        node.refresh()


def _rules_of(sheet: Stylesheet) -> tuple[int, ...]:
    """The rules of a sheet; those of two sheets are the same objects where they were read once."""
    rules = sheet.rules
    known: tuple[object, tuple[int, ...]] = getattr(sheet, "_numbers", (None, ()))
    if known[0] is not rules:
        known = (rules, tuple(map(id, rules)))
        sheet._numbers = known  # type: ignore[attr-defined]
    return known[1]


def _place(node: DOMNode) -> tuple[Hashable, ...]:
    """All of a widget that a selector can ask for."""
    return type(node), node.id, node.classes, frozenset(node.pseudo_classes)


@pytest.fixture(scope="session", autouse=True)
def style_once() -> Iterator[None]:
    """Whatever is styled while tests run is styled so; for a folder whose conftest imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # the same by identity, without a call of Python
        patch.setattr(Stylesheet, "_parse_rules", _parsed_once)
        patch.setattr(Stylesheet, "_process_component_classes", _components_once)
        yield
