"""Pages and feeds over HTTP, politely and within limits. Reached only when a person names an address."""
