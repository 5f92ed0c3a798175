"""Behov og indsats: where is need without an effort, and where do efforts compete for the same group?"""

import streamlit

from dashboard.need import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Behov og indsats"), anchor=False)
page.view(choice)
