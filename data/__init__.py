"""Numbers: contracts, reading, statistics and queries. Imports nothing else of this project."""
