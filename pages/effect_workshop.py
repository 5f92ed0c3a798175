"""Effektværksted: did an effort change the areas it was in, held against areas that were alike before?"""

import streamlit

from dashboard.effect_workshop import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Effektværksted"), anchor=False)
page.view(choice)
