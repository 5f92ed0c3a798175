"""Data og metode: what every number means, where it comes from, how it is made, and the numbers to download."""

import streamlit

from dashboard.data_and_method import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Data og metode"), anchor=False)
page.view(choice)
