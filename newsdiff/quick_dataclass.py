"""`dataclass` as in the standard library, made in a third of the time for the classes of this project.

Before Python 3.13 the standard one compiles six functions for each frozen class, one by one, and a command
makes some eighty of them when it starts. Here only `__init__` is compiled; comparing, hashing, showing and
refusing to be changed are functions that all classes share. Whatever is not frozen, or needs more, is handed
to the standard one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")
_NOT_GIVEN = object()
"""In place of an argument whose default is made anew for every object."""

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type[T] | None = None, /, **options: bool) -> Any:
        """The class with its fields, as `dataclasses.dataclass` makes it with the same options."""
        if cls is None:
            return lambda one: dataclass(one, **options)
        if not options.get("frozen") or not options.keys() <= {"frozen", "slots"} or _needs_more(cls):
            return dataclasses.dataclass(**options)(cls)
        return _frozen(cls, slots=options.get("slots", False))


def _needs_more(cls: type) -> bool:
    """Whether a class does more with its fields than take them in one by one."""
    own = vars(cls)
    return (
        hasattr(cls, "__post_init__")
        or any("InitVar" in str(kind) for kind in own.get("__annotations__", {}).values())
        or any(isinstance(one, dataclasses.Field) and (not one.init or one.hash) for one in own.values())
        or any(dataclasses.is_dataclass(base) for base in cls.__mro__[1:])
    )


def _frozen(cls: type[T], *, slots: bool) -> type[T]:
    own = {"__eq__", "__hash__", "__repr__"} & vars(cls).keys()
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    made.__dataclass_params__.frozen = made.__dataclass_params__.init = True
    made.__dataclass_params__.eq = made.__dataclass_params__.repr = True
    fields = dataclasses.fields(made)
    made.__init__ = _init_of(made, fields, slots=slots)
    shared = {
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__repr__": _repr_of([field.name for field in fields if field.repr]),
        **_comparing(_values_of(field.name for field in fields if field.compare)),
    }
    if slots:
        shared |= _pickling(_values_of(field.name for field in fields), [field.name for field in fields])
    for name, function in shared.items():
        if name not in own:
            setattr(made, name, function)
    return made  # type: ignore[no-any-return]


def _init_of(made: Any, fields: Iterable[dataclasses.Field[Any]], *, slots: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_set": object.__setattr__, "_NOT_GIVEN": _NOT_GIVEN}
    parameters, lines = ["self"], []
    for field in fields:
        name = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameters.append(f"{name}=_NOT_GIVEN")
            value = f"_make_{name}() if {name} is _NOT_GIVEN else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        if slots:
            known[f"_set_{name}"] = vars(made)[name].__set__
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" _set(self, {name!r}, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init


def _values_of(names: Iterable[str]) -> Callable[[Any], tuple[object, ...]]:
    """What reads some attributes of an object."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return attrgetter(*wanted)
    return lambda one: tuple([getattr(one, name) for name in wanted])


def _comparing(values: Callable[[Any], tuple[object, ...]]) -> dict[str, Callable[..., Any]]:
    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _pickling(
    values: Callable[[Any], tuple[object, ...]], names: Iterable[str]
) -> dict[str, Callable[..., Any]]:
    def state(self: object) -> tuple[object, ...]:
        return values(self)

    def restore(self: object, state: Iterable[object]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": state, "__setstate__": restore}


def _repr_of(names: Iterable[str]) -> Callable[[Any], str]:
    @recursive_repr()
    def shown(self: object) -> str:
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({inner})"

    return shown


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
