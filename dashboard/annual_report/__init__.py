"""The annual report of housing: a department against its municipality, the non-profit sector and the rest."""
