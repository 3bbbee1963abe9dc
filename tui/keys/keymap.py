"""Every key of the application in one table: screens, footer, palette and help are made from it.

A key has a stable id, so that a configuration can remap it. The order of the table is the order of the
help; keys with a `footer` word stand in the footer, in the same order. The help text is what the palette,
the tooltip and the help show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol, runtime_checkable

from textual.app import App
from textual.binding import Binding, BindingType

from tui.keys.key import Key, Place


# fmt: off
def _in_list(place: Place, thing: str) -> tuple[Key, ...]:
    """The keys that move the cursor of a list of such things: down, up, pages, first, last."""
    return (
        Key(place, "down", "j,down", "cursor(1)", "Down", f"One {thing} down.", movement=True),
        Key(place, "up", "k,up", "cursor(-1)", "Up", f"One {thing} up.", movement=True),
        Key(place, "page-down", "ctrl+d,pagedown", "cursor(10)", "Page down", f"Ten {thing}s down.",
            movement=True),
        Key(place, "page-up", "ctrl+u,pageup", "cursor(-10)", "Page up", f"Ten {thing}s up.", movement=True),
        Key(place, "first", "g,home", "cursor(-1000000)", "First", f"The first {thing}.", movement=True),
        Key(place, "last", "G,end", "cursor(1000000)", "Last", f"The last {thing}.", movement=True),
    )


KEYS: Final[tuple[Key, ...]] = (
    Key("library", "open", "enter", "open", "Open",
        "Read the event or the saved comparison under the cursor.", footer="open"),
    Key("library", "filter", "/", "filter", "Filter", "Show only the events that match what you type.",
        footer="filter"),
    Key("library", "add", "a", "add", "Add articles",
        "Add articles: files, folders, pages, feeds.", footer="add"),
    Key("library", "toggle-source", "space", "toggle_source", "Leave a source out",
        "Leave the source under the cursor out of the comparison, or take it in again.", footer="leave out"),
    Key("library", "delete", "d,delete", "delete", "Delete",
        "Delete the event or the saved comparison under the cursor.", footer="delete"),
    Key("library", "undo", "u", "undo", "Undo",
        "Take back the last deletion, new name, pin, merge, move or split.", footer="undo"),
    Key("library", "sources", "tab,right,l", "focus_list('sources')", "Sources",
        "Move to the sources of the event.", movement=True),
    Key("library", "events", "shift+tab,left,h", "focus_list('events')", "Events",
        "Move to the list of events.", movement=True),
    *_in_list("library", "line"),
    Key("library", "world", "W", "world", "World", "Show the world's news by country: a map and a list.",
        footer="world"),
    Key("library", "countries", "c", "countries", "Country",
        "Show only the events that outlets of one country report."),
    Key("library", "blind-spots", "b", "blind_spots", "Blind spots",
        "Show what outlets of other countries report and none at home does."),
    Key("library", "notes", "A", "all_notes", "List notes", "List the notes of the event under the cursor."),
    Key("library", "library-notes", "N", "library_notes", "List all notes",
        "List the notes of the whole library."),
    Key("library", "rename", "r", "rename", "Rename",
        "Give the event or the saved comparison under the cursor another name."),
    Key("library", "duplicate", "D", "duplicate", "Duplicate",
        "Make a copy of the saved comparison under the cursor."),
    Key("library", "sort", "o", "sort", "Sort",
        "Sort the events by change, by date, by number of outlets or of differences."),
    Key("library", "why", "y", "why", "Why together",
        "Show the names and rare words that the articles of the event have in common."),
    Key("library", "pin", "p", "pin", "Pin", "Stop grouping from changing the event, or let it do so again."),
    Key("library", "merge", "M", "merge", "Merge",
        "Pick up the event under the cursor; once more on another event merges it into that one."),
    Key("library", "move", "m", "move", "Move a source",
        "Pick up the source under the cursor; once more on another event moves it there."),
    Key("library", "split", "x", "split", "Split",
        "Make the source under the cursor an event of its own."),
    Key("library", "update", "U", "update", "Update the feeds", "Ask the feeds for what is new."),
    Key("library", "feeds", "F", "feeds", "Feeds", "List the feeds: add, remove, update them."),
    Key("library", "arrivals", "i", "arrivals", "What came in",
        "Show what came in last, and why something was skipped."),
    Key("library", "welcome", "w", "welcome", "Welcome", "Show the short welcome again."),
    Key("library", "close", "escape", "close", "Close the filter",
        "Close the filter and show all events.", movement=True),
    Key("library", "quit", "q", "app.quit", "Quit", "Leave newsdiff.", movement=True),

    Key("reader", "previous-place", "[", "next_place(-1)", "Previous place worth a look",
        "Show the versions of the previous place worth a look, by rank.", footer="worth a look",
        group="place"),
    Key("reader", "next-place", "]", "next_place(1)", "Next place worth a look",
        "Show the versions of the next place worth a look, by rank: those that disagree first.",
        footer="worth a look", group="place"),
    Key("reader", "left", "h,left", "pane(-1)", "Source to the left",
        "Move to the source on the left.", footer="source", group="source", movement=True),
    Key("reader", "right", "l,right", "pane(1)", "Source to the right",
        "Move to the source on the right.", footer="source", group="source", movement=True),
    # Keys of their own, because Textual's screens have tab too and the footer would show it first.
    Key("reader", "tab-left", "shift+tab", "pane(-1)", "Source to the left",
        "Move to the source on the left.", movement=True),
    Key("reader", "tab-right", "tab", "pane(1)", "Source to the right", "Move to the source on the right.",
        movement=True),
    Key("reader", "detail", "enter", "detail", "Why",
        "Open the card of the detail under the cursor: who says what, word for word, and why it is marked.",
        footer="why"),
    Key("reader", "search", "/", "search", "Search", "Search all sources while you type.", footer="search"),
    Key("reader", "note", "a", "note", "Write a note",
        "Write a note on everything pinned, else on the paragraph, mark or selection.", footer="note"),
    Key("reader", "save", "s", "save", "Save", "Save this comparison with its notes under a name.",
        footer="save"),

    *(Key("reader", f"source-{number}", str(number), f"to_pane({number})", f"Source {number}",
          f"Move to source {number}.", movement=True) for number in range(1, 10)),
    Key("reader", "down", "j,down", "row(1)", "Row down", "One row down.", movement=True),
    Key("reader", "up", "k,up", "row(-1)", "Row up", "One row up.", movement=True),
    Key("reader", "page-down", "space,ctrl+d,pagedown", "page(1)", "Page down", "A page down.",
        movement=True),
    Key("reader", "page-up", "ctrl+u,pageup", "page(-1)", "Page up", "A page up.", movement=True),
    Key("reader", "first", "g,home", "row(-1000000)", "First row", "Go to the first row."),
    Key("reader", "last", "G,end", "row(1000000)", "Last row", "Go to the last row."),
    Key("reader", "go-to-row", ":", "go_to_row", "Go to a row", "Go to a row by its number."),
    Key("reader", "next-difference", ";", "next_detail('differs', 1)", "Next difference",
        "Go to the next detail on which the outlets differ, in the order of the text."),
    Key("reader", "previous-difference", "'", "next_detail('differs', -1)", "Previous difference",
        "Go to the previous detail on which the outlets differ, in the order of the text."),
    Key("reader", "next-only", "}", "next_detail('only', 1)", "Next only here",
        "Go to the next detail that stands in one outlet only."),
    Key("reader", "previous-only", "{", "next_detail('only', -1)", "Previous only here",
        "Go to the previous detail that stands in one outlet only."),
    Key("reader", "next-variant", ">", "next_detail('variant', 1)", "Next variant",
        "Go to the next detail that the outlets spell or word differently."),
    Key("reader", "previous-variant", "<", "next_detail('variant', -1)", "Previous variant",
        "Go to the previous detail that the outlets spell or word differently."),
    Key("reader", "next-note", ")", "next_note(1)", "Next note", "Go to the next of your notes."),
    Key("reader", "previous-note", "(", "next_note(-1)", "Previous note",
        "Go to the previous of your notes."),
    Key("reader", "next-hit", "n", "next_hit(1)", "Next hit", "Go to the next place found."),
    Key("reader", "previous-hit", "N", "next_hit(-1)", "Previous hit", "Go to the previous place found."),
    Key("reader", "next-unread", ".", "next_unread", "Next unread",
        "Go to the next row that is not marked as read."),
    Key("reader", "next-mark", "w", "next_mark(1)", "Next mark", "Go to the next mark in this row."),
    Key("reader", "previous-mark", "W", "next_mark(-1)", "Previous mark",
        "Go to the previous mark in this row."),
    Key("reader", "back", "ctrl+o,backspace", "back(-1)", "Back", "Go back to where you jumped from."),
    Key("reader", "forward", "ctrl+f", "back(1)", "Forward", "Go forward again after going back."),

    Key("reader", "crossing", "c", "crossing", "Follow ↕",
        "Go to where another outlet reports the same in another row; there, come back."),

    Key("reader", "view", "v", "next_view", "Next view",
        "Show the next view: brief, aligned, own order, matrix, one article with margin notes.",
        footer="view"),
    Key("reader", "brief", "B", "brief", "Brief",
        "Go to the brief of the event; there, go on to the text at the words under the cursor."),
    Key("reader", "choose-view", "V", "choose_view", "Choose a view", "Choose one of the views."),
    Key("reader", "lock", "x", "lock", "Scroll lock",
        "In own order: let every pane scroll alone, or lock them as they stand."),
    Key("reader", "nudge-down", "J", "nudge(1)", "Nudge down",
        "In own order: shift this pane a line against the others; it stays so."),
    Key("reader", "nudge-up", "K", "nudge(-1)", "Nudge up",
        "In own order: shift this pane a line back against the others; it stays so."),
    Key("reader", "sort", "O", "sort", "Sort the matrix",
        "Sort the matrix: as in the text, gravest first, by kind, by label, most outlets first."),
    Key("reader", "pin-base", "p", "pin_base", "Pin the first pane",
        "Keep the first pane in view while the others slide, or let it slide too."),
    Key("reader", "pane-left", "ctrl+left", "move_pane(-1)", "Move the pane left",
        "Move the pane under the cursor one place to the left."),
    Key("reader", "pane-right", "ctrl+right", "move_pane(1)", "Move the pane right",
        "Move the pane under the cursor one place to the right."),
    Key("reader", "hide", "X", "hide", "Leave this source out",
        "Leave the source under the cursor out of the comparison; S brings it back."),
    Key("reader", "rename", "R", "rename", "Rename the outlet",
        "Give the outlet of this source another name."),
    Key("reader", "fold", "z", "fold", "Fold",
        "In the aligned view: fold away, or open, the runs of unmatched paragraphs."),
    Key("reader", "shade", "F", "shade", "Shade the words",
        "Shade words by how many outlets in view say the same: dim all, plain some, bright no match."),
    Key("reader", "filter", "f", "filter", "Filter the marks", "Choose which marks are shown."),
    Key("reader", "level", "L", "level", "Level",
        "Change how sure newsdiff must be before it marks something."),
    Key("reader", "base", "b", "base", "Make this the base",
        "Make the source under the cursor the base, whose order the rows follow."),
    Key("reader", "sources", "S", "sources", "Choose sources", "Choose which sources are read."),
    Key("reader", "noise", "i", "noise", "What was put aside",
        "In the aligned view: show, or hide, what was put aside (navigation, captions, adverts)."),
    Key("reader", "role", "t", "role", "Text or not",
        "Turn something that was put aside into text, or put a paragraph aside."),
    Key("reader", "original", "T", "original", "Original",
        "Show this source in its own words, or translated again; or show how it is aligned.",
        footer="original"),
    Key("reader", "link", "+,=", "link", "Link",
        "Link two paragraphs: press it on the one, then on the other."),
    Key("reader", "unlink", "-", "unlink", "Unlink",
        "Remove a link between the paragraph under the cursor and another one."),
    Key("reader", "undo", "u", "undo", "Undo",
        "Take back the last verdict, link, unlink, change of text or deletion of a note since the event "
        "was opened."),
    Key("reader", "read", "m", "read", "Mark as read", "Mark the row as read, or as not read."),
    Key("reader", "pin-place", "&", "pin_place", "Pin for a note",
        "Pin the selection, mark or sentence, for a note on several places; once more: the next sentence."),
    Key("reader", "select-words", '"', "select_words", "Select words",
        "Select words of the paragraph with the keyboard; they are pinned for a note."),
    Key("reader", "note-row", "*", "note_row", "Write a note on the row",
        "Write a note on what every outlet says in this row."),
    Key("reader", "edit-note", "E", "edit_note", "Edit the note", "Edit the note on this paragraph."),
    Key("reader", "delete-note", "D", "delete_note", "Delete the note",
        "Delete the note on this paragraph; u brings it back."),
    Key("reader", "confirm", "C", "confirm", "Confirm",
        "Say that the outlets do differ on the mark under the cursor; once more takes it back."),
    Key("reader", "dismiss", "d", "dismiss_mark", "Dismiss",
        "Say that the mark under the cursor is no difference; once more takes it back."),
    Key("reader", "join", "M", "join", "Join two marks",
        "Join two marks that answer one question: press it on the one, then on the other."),
    Key("reader", "split", "Y", "split", "Take a mark apart",
        "Take a value out of the mark under the cursor: it answers another question."),
    Key("reader", "label", "r", "label_mark", "Name the mark",
        "Give the question under the cursor a name of your own."),
    Key("reader", "add-difference", "!", "add_difference", "Add a difference",
        "Mark the places pinned in two or more sources as a difference."),
    Key("reader", "ask-place", "Q", "ask_place", "Ask about this place",
        "Ask the program of your settings for a second opinion on the place under the cursor."),
    Key("reader", "ask-event", "P", "ask_event", "Ask about all places",
        "Ask the program of your settings for a second opinion on all places; once more stops it."),
    Key("reader", "older-texts", "H", "older_texts", "Versions",
        "Compare any two texts that this source has had, and see what the change did to the comparison."),
    Key("reader", "notes", "A", "all_notes", "List notes", "List all notes on this event."),
    Key("reader", "copy", "y", "copy", "Copy with source",
        "Copy the selection, the mark or the paragraph, with its source."),
    Key("reader", "open-url", "o", "open_url", "Open the page", "Open the article's page in the browser."),
    Key("reader", "export", "e", "export", "Export",
        "Write the comparison with your notes: memo, Markdown, HTML, JSON, CSV, W3C annotations, bundle."),
    Key("reader", "close", "escape", "close", "Close",
        "Close what is open: the card, the search, a link in the making.", movement=True),
    Key("reader", "leave", "q", "leave", "Back to the library", "Leave the reader; everything is saved."),

    Key("notes", "go", "enter", "go", "Go there", "Go to the place that the note is on.", footer="go there"),
    Key("notes", "edit", "e", "edit", "Edit", "Edit the note under the cursor.", footer="edit"),
    Key("notes", "state", "s", "state", "State", "Change the state of the note: open, question, resolved.",
        footer="state"),
    Key("notes", "place", "p", "place", "Place an orphan",
        "Choose a place for a note whose words are no longer in the text: the best candidate, or another.",
        footer="place orphan"),
    Key("notes", "delete", "d,delete", "delete", "Delete", "Delete the note under the cursor.",
        footer="delete"),
    Key("notes", "undo", "u", "undo", "Undo", "Bring back the note that was deleted last.", footer="undo"),
    Key("notes", "filter", "/", "filter", "Filter", "Show only the notes that match what you type.",
        footer="filter"),
    *_in_list("notes", "note"),
    Key("notes", "leave", "escape,q", "leave", "Back", "Go back to where you came from.", footer="back",
        movement=True),

    Key("feeds", "add", "a", "add", "Add a feed", "Add the address of a feed, or an OPML list of feeds.",
        footer="add"),
    Key("feeds", "starter", "s", "starter", "Feeds of countries",
        "Add the feeds of the outlets of countries that you choose.", footer="countries"),
    Key("feeds", "update", "U", "update", "Update", "Ask the feeds for what is new.", footer="update"),
    Key("feeds", "remove", "d,delete", "remove", "Remove",
        "Forget the feed under the cursor; its articles stay.", footer="remove"),
    Key("feeds", "undo", "u", "undo", "Undo", "Take back the last removal.", footer="undo"),
    *_in_list("feeds", "feed"),
    Key("feeds", "leave", "escape,q", "leave", "Back", "Go back to the library.", footer="back",
        movement=True),

    Key("world", "open", "enter", "open", "Open",
        "Go to the news of the country under the cursor; there, read the event.", footer="open"),
    Key("world", "find", "/", "find", "Find a country", "Type the name of a country and go there.",
        footer="find"),
    Key("world", "map", "m", "map", "Map", "Move to the map, and back to the list.", footer="map"),
    Key("world", "fewer-days", "<", "period(-1)", "Fewer days", "Look at fewer days.", footer="days",
        group="days"),
    Key("world", "more-days", ">", "period(1)", "More days", "Look at more days.", footer="days",
        group="days"),
    Key("world", "blind-spots", "b", "blind_spots", "Blind spots",
        "Show what outlets of other countries report and none at home does.", footer="blind spots"),
    Key("world", "feeds", "f", "feeds", "Add its feeds",
        "Add the feeds of the outlets of the country under the cursor.", footer="add feeds"),
    Key("world", "left", "h,left", "move('left')", "West", "On the map one country to the west; to the list.",
        movement=True),
    Key("world", "right", "l,right", "move('right')", "East",
        "On the map one country to the east; to the news.", movement=True),
    Key("world", "up", "k,up", "move('up')", "North", "On the map one country to the north; one line up.",
        movement=True),
    Key("world", "down", "j,down", "move('down')", "South",
        "On the map one country to the south; one line down.", movement=True),
    *_in_list("world", "line")[2:],
    Key("world", "close", "escape", "leave", "Close",
        "Close the search; from the news to the countries; back.", movement=True),
    Key("world", "leave", "q", "back", "Back", "Go back to the library.", footer="back", movement=True),

    Key("blind-spots", "open", "enter", "open", "Open", "Read the event under the cursor.", footer="open"),
    Key("blind-spots", "side", "tab", "side", "Other side",
        "Switch between what is not reported at home and what is reported there only.", footer="other side",
        priority=True),
    Key("blind-spots", "fewer-days", "<", "period(-1)", "Fewer days", "Look at fewer days.", footer="days",
        group="days"),
    Key("blind-spots", "more-days", ">", "period(1)", "More days", "Look at more days.", footer="days",
        group="days"),
    Key("blind-spots", "home", "c", "home", "Home", "Choose the country that is home, for now.",
        footer="home"),
    *_in_list("blind-spots", "event"),
    Key("blind-spots", "leave", "escape,q", "leave", "Back", "Go back to where you came from.",
        footer="back", movement=True),

    Key("history", "earlier", "[", "pair(-1)", "Earlier versions", "The two versions before these.",
        footer="versions", group="pair"),
    Key("history", "later", "]", "pair(1)", "Later versions", "The two versions after these.",
        footer="versions", group="pair"),
    Key("history", "left-earlier", "h,left", "older_side(-1)", "Earlier on the left",
        "Put an earlier version on the left.", footer="left", group="left"),
    Key("history", "left-later", "l,right", "older_side(1)", "Later on the left",
        "Put a later version on the left.", footer="left", group="left"),
    Key("history", "right-earlier", "H", "newer_side(-1)", "Earlier on the right",
        "Put an earlier version on the right.", footer="right", group="right"),
    Key("history", "right-later", "L", "newer_side(1)", "Later on the right",
        "Put a later version on the right.", footer="right", group="right"),
    Key("history", "fold", "z", "fold", "Fold", "Fold unchanged sentences away, or show them.",
        footer="fold"),
    Key("history", "down", "j,down", "scroll(1)", "Down", "One line down.", movement=True),
    Key("history", "up", "k,up", "scroll(-1)", "Up", "One line up.", movement=True),
    Key("history", "page-down", "space,ctrl+d,pagedown", "page(1)", "Page down", "A page down.",
        movement=True),
    Key("history", "page-up", "ctrl+u,pageup", "page(-1)", "Page up", "A page up.", movement=True),
    Key("history", "first", "g,home", "scroll(-1000000)", "First", "To the first line.", movement=True),
    Key("history", "last", "G,end", "scroll(1000000)", "Last", "To the last line.", movement=True),
    Key("history", "leave", "escape,q", "leave", "Back", "Go back to where you came from.", footer="back",
        movement=True),

    Key("dialog", "accept", "ctrl+s", "accept", "Done", "Accept what the dialog holds.", footer="done",
        movement=True, priority=True),
    Key("dialog", "cancel", "escape", "cancel", "Cancel", "Close the dialog.", footer="cancel", movement=True,
        priority=True),

    Key("choices", "down", "j,down", "cursor_down", "Down", "One line down.", movement=True),
    Key("choices", "up", "k,up", "cursor_up", "Up", "One line up.", movement=True),
    Key("choices", "page-down", "ctrl+d,pagedown", "page_down", "Page down", "A page down.", movement=True),
    Key("choices", "page-up", "ctrl+u,pageup", "page_up", "Page up", "A page up.", movement=True),
    Key("choices", "first", "g,home", "first", "First", "The first line.", movement=True),
    Key("choices", "last", "G,end", "last", "Last", "The last line.", movement=True),

    Key("ticks", "tick", "space", "tick", "Tick", "Tick the line under the cursor, or take the tick away.",
        movement=True, priority=True),
    Key("ticks", "tick-all", "ctrl+a", "tick_all", "Tick all", "Tick all lines; when all are ticked, none.",
        movement=True, priority=True),

    Key("help", "down", "down", "scroll(1)", "Down", "One line down.", movement=True, priority=True),
    Key("help", "up", "up", "scroll(-1)", "Up", "One line up.", movement=True, priority=True),
    Key("help", "page-down", "pagedown", "scroll(10)", "Page down", "Ten lines down.", movement=True,
        priority=True),
    Key("help", "page-up", "pageup", "scroll(-10)", "Page up", "Ten lines up.", movement=True, priority=True),

    Key("everywhere", "help", "?,f1", "help", "Help", "Show all keys, with a search.", footer="help"),
    Key("everywhere", "palette", "ctrl+p", "command_palette", "Palette", "Find any action by its name.",
        footer="palette", movement=True, priority=True),
    Key("everywhere", "theme", "f2", "change_theme", "Theme", "Choose a theme.", movement=True),
    Key("everywhere", "quit", "ctrl+q", "quit", "Quit", "Leave newsdiff.", movement=True, priority=True),
)
# fmt: on


@runtime_checkable
class Remaps(Protocol):
    """An application whose reader chose other keys."""

    remapped: Mapping[str, str]
    """Id of a key -> the keys that call it now."""


def keys_of(place: Place) -> tuple[Key, ...]:
    """The keys that work in one place, in the order of the table."""
    return tuple(key for key in KEYS if key.place == place)


def shown_keys(app: App[object], key: Key) -> str:
    """The keys of an action as a person knows them, remapped or not: ``]``, ``^p``, ``j ↓``."""
    made = Binding.make_bindings([Binding(_keys_now(app, key), key.action)])
    return " ".join(app.get_key_display(binding) for binding in made)


def _keys_now(app: object, key: Key) -> str:
    return app.remapped.get(key.id, key.keys) if isinstance(app, Remaps) else key.keys


def in_words(app: object, id: str) -> str:
    """The first key of an action as a sentence names it: ``enter``, ``u``, ``ctrl+p``. Raises KeyError."""
    return keys_for(app, id)[0]


def keys_for(app: object, id: str) -> list[str]:
    """The keys of an action, remapped or not, as Textual names them. Raises KeyError."""
    key = next((key for key in KEYS if key.id == id), None)
    if key is None:
        raise KeyError(id)
    return _keys_now(app, key).split(",")


def bindings(place: Place) -> list[BindingType]:
    """What a screen puts into its ``BINDINGS``."""
    groups = {key.group: Binding.Group(key.footer) for key in keys_of(place) if key.group}
    return [
        Binding(
            key.keys,
            key.action,
            key.footer or key.label,
            show=bool(key.footer),
            key_display=key.shown,
            priority=key.priority,
            tooltip=key.help,
            id=key.id,
            group=groups.get(key.group),
        )
        for key in keys_of(place)
    ]
