"""Own data: what staff hand in becomes the source tables of a dataset, every question asked once.

    hand in (`handed`, `files`) → recognised (`recognise`) → tables (`tables`, `complete`) → a draft on disk (`draft`)

Nothing here knows a shape, a page or a version: `geo.intake` reads shapes, `dashboard.prepare.intake` joins the two and
publishes through prepare, which stays the only gate.
"""
