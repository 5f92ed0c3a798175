"""Random registers, published and attacked with programmes of their own; the command has many more of them."""

import pytest

from tests import tau_argus
from tests.benchmarks import disclosure


@pytest.mark.parametrize("seed", range(8))
def test_nothing_that_is_published_of_a_random_register_gives_a_hidden_number_away(seed: int) -> None:
    outcome = disclosure.try_set(seed)
    assert (outcome.refused, outcome.leaks, outcome.narrowed) == (0, (), ())
    assert outcome.hidden > 0
    assert outcome.agreeing == outcome.compared
    assert (outcome.compared > 0) == tau_argus.IS_INSTALLED
