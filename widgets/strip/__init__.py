"""The compare strip: one place worth a look, with the versions of every outlet."""
