"""The texts that an article has had: what went, came and moved, and what that did to the comparison."""
