"""The area map alone: a server, a page and synthetic map files for the browser tests and the benchmark."""
