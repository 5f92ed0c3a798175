"""Figures from Danmarks Statistik's StatBank, fetched by staff where there is internet: never while the pages run."""
