"""The city barometer: areas by indicators, as instruments of others and ours watch them."""
