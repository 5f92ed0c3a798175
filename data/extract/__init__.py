"""Register extracts: rows of charges and of people become counts by area, year and age, before disclosure control."""
