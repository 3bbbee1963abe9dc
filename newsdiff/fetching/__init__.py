"""Fetching over HTTP within robots.txt, a pace and limits, and never from the local network.

Nothing here is called unless the person named a URL or a feed. urllib3 and protego are imported only then.
"""
