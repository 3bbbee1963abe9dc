"""How articles find their events, and how a reader corrects that: merge, move, split, keep apart."""
