"""Styles follow from the style sheets and from where a widget stands: each process works them out once.

Most of the time that an app takes to start goes into reading style sheets and into the styles of component
classes, of which the views have fifty each. Tests start hundreds of apps with the same ones. Journeys run the
app in a process of its own, with Textual as it is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, cast
from weakref import ref

import pytest
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_parse_rules = Stylesheet._parse_rules
_process_component_classes = Stylesheet._process_component_classes
_rules_map: Any = Stylesheet.rules_map.fget  # type: ignore[attr-defined]
_parsed: dict[Hashable, list[RuleSet]] = {}
_components: dict[Hashable, dict[str, dict[str, Any]]] = {}
_numbers: dict[tuple[int, ...], int] = {}
_maps: dict[int, dict[str, list[RuleSet]]] = {}
_asked: dict[Hashable, tuple[str, ...]] = {}


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
    asked = _asked_for(self, node, names)
    key = (_rules_of(self), type(node), *(_place(one, asked) for one in node.css_path_nodes))
    known = _components.get(key)
    if known is None:
        _process_component_classes(self, node)
        _components[key] = {
            name: dict(styles.base.get_rules()) for name, styles in node._component_styles.items()
        }
        return
    before = node._component_styles
    node._component_styles = _Components(node, known)
    rules = before.rules if isinstance(before, _Components) else {}
    if rules is not known and any(rules.get(name) != known[name] for name in known):
        node.refresh()


class _Components(dict[str, RenderStyles]):
    """The styles of a widget's components, each of them made when it is asked for: most never are."""

    def __init__(self, node: DOMNode, rules: dict[str, dict[str, Any]]) -> None:
        super().__init__()
        self._node = ref(node)
        self.rules = rules

    def __contains__(self, name: object) -> bool:
        return name in self.rules or super().__contains__(name)

    def __missing__(self, name: str) -> RenderStyles:
        component = DOMNode(classes=name)
        component._attach(cast(DOMNode, self._node()))
        component.styles.base.merge_rules(self.rules[name])  # type: ignore[arg-type]
        self[name] = component.styles
        return component.styles

    def copy(self) -> dict[str, RenderStyles]:
        """As a dictionary's, which has all of them."""
        return {**self, **{name: self[name] for name in self.rules}}

    def clear(self) -> None:
        """Forget them all."""
        super().clear()
        self.rules = {}


def _rules_of(sheet: Stylesheet) -> int:
    """A number for the rules of a sheet: the same for sheets whose rules were read once."""
    rules = sheet.rules
    known: tuple[object, int] = getattr(sheet, "_number", (None, 0))
    if known[0] is not rules:
        known = (rules, _numbers.setdefault(tuple(map(id, rules)), len(_numbers)))
        sheet._number = known  # type: ignore[attr-defined]
    return known[1]


def _rules_map_once(self: Stylesheet) -> dict[str, list[RuleSet]]:
    """As Textual's: where in the rules a name stands."""
    if self._rules_map is None:
        rules = _rules_of(self)
        if rules not in _maps:
            _maps[rules] = _rules_map(self)
        self._rules_map = _maps[rules]
    return self._rules_map


def _asked_for(sheet: Stylesheet, node: DOMNode, names: set[str]) -> tuple[str, ...]:
    """The pseudo classes that rules for the components of a widget ask for: few of the twenty."""
    key = (_rules_of(sheet), type(node))
    if key not in _asked:
        found: set[str] = set()
        for name in names:
            for selector in sheet.rules_map.keys() & DOMNode(classes=name)._selector_names:
                found.update(*(rule.pseudo_classes for rule in sheet.rules_map[selector]))
        _asked[key] = tuple(sorted(found))
    return _asked[key]


def _place(node: DOMNode, asked: tuple[str, ...]) -> tuple[Hashable, ...]:
    """All of a widget that these rules can ask for."""
    checks: dict[str, Any] = node._PSEUDO_CLASSES
    return type(node), node.id, node.classes, tuple(name in checks and checks[name](node) for name in asked)


@pytest.fixture(scope="session", autouse=True)
def style_once() -> Iterator[None]:
    """Whatever is styled while tests run is styled so; for a folder whose conftest imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # the same by identity, without a call of Python
        patch.setattr(Stylesheet, "_parse_rules", _parsed_once)
        patch.setattr(Stylesheet, "rules_map", property(_rules_map_once))
        patch.setattr(Stylesheet, "_process_component_classes", _components_once)
        yield
