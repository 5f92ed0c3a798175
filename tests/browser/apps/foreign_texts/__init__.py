"""Foreign texts alone, each in everything of Streamlit that reads Markdown."""
