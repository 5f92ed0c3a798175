"""How long a test waits at most for a state that must come: long enough for a machine ten times as busy as it is large.

Only what never comes takes this long; a test goes on the moment the state is there.
"""

PATIENCE = 180
