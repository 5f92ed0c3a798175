"""Områdeprofil: an area's numbers beside municipality and country, its lists and projects, and who works there."""

from dashboard.area_profile import page
from dashboard.ui import address

choice = address.current()
heading, find = page.top()
with find:
    area_id = page.chosen_area(choice)
if area_id is None:
    page.none_chosen(choice, heading)
else:
    page.view(choice, page.profile_of(choice.setting, area_id), heading)
