"""The area search alone: a server, a page and a small list of areas for the browser tests."""
