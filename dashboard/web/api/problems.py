"""What the API says where it has no answer: a problem (RFC 9457) with a sentence in the reader's language."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dashboard.i18n.words import N_
from dashboard.web import answers
from data.errors import DamagedError, DataError

LOG = logging.getLogger(__name__)
TITLES = {
    400: N_("Det kan ikke besvares."),
    401: N_("Log ind for at læse det."),
    403: N_("Der er ikke adgang."),
    404: N_("Det findes ikke."),
    406: N_("Den form gives ikke."),
    503: N_("Data kan ikke læses."),
}
NO_ADDRESS = N_("Adressen findes ikke i API'et. Det, der findes, står i {description}.")


class ProblemError(Exception):
    """Why a question has no answer: a sentence of `words`, with what stands in its places."""

    def __init__(self, status: int, sentence: str, **values: Any) -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.values = status, sentence, values


def problem(request: Request, status: int, detail: str) -> Response:
    title = answers.words(request.scope)(TITLES[status])
    return answers.problem(request.scope, title, status, detail)


def answered(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A route whose faults are told as problems; a damaged file is told in the log too."""

    @wraps(answer)
    def route(request: Request) -> Response:
        words = answers.words(request.scope)
        try:
            return answer(request)
        except ProblemError as error:
            return problem(request, error.status, words(error.sentence, **error.values))
        except DataError as error:
            if isinstance(error, DamagedError):
                LOG.error(error)
            return problem(request, 503 if isinstance(error, DamagedError) else 404, words.text(error.text))

    return route


def only(values: Mapping[str, list[str]], name: str) -> str:
    """The one value of a name in the address, empty where there is none. Raises ProblemError where it has several."""
    found = values.get(name, [])
    if len(found) > 1:
        raise ProblemError(400, N_("»{name}« kan kun stå én gang i adressen."), name=name)
    return found[0] if found else ""
