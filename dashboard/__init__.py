"""The application: how numbers and shapes are prepared together, and how they are shown."""
