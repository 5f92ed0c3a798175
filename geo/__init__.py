"""Shapes: everything with a geometry column or a CRS. May import `data` for ids and errors only."""
