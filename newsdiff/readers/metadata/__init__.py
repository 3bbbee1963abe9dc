"""What a page or file says of its article: outlet, byline, country, language, time of publication."""
