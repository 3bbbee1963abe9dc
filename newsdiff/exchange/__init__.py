"""Between the library and the reports: saved comparisons go out in every form and come back as bundles."""
