"""The web application that phones talk to: a handful of pages, small bodies, no more haste than a phone has."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import ResponseId
from sla_desktop.survey import answers, model
from sla_desktop.survey.model import Questionnaire
from sla_desktop.venue import pages, steps
from sla_desktop.venue.steps import Step
from sla_desktop.venue.tokens import Tokens
from sla_desktop.venue.writer import Writer

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

LARGEST_BODY = 64_000
# Answers so far travel as escaped JSON in an escaped form: a letter beyond U+FFFF takes "%5Cud83d%5Cude00".
_BYTES_A_LETTER = 16
_MOST_FIELDS = 2_000
_BURST, _A_SECOND = 3_000.0, 60.0
_MOST_ADDRESSES = 4_096
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
}


class Site:
    """The pages of one form. `reached` counts phones that opened the check, `saved` answers on the disk."""

    def __init__(self, form: Questionnaire, tokens: Tokens, writer: Writer) -> None:
        self._form, self._tokens, self._writer = form, tokens, writer
        self._haste = Haste()
        texts = sum(one.kind == model.TEXT for one in form.asked)
        self._most = LARGEST_BODY + texts * answers.LONGEST_TEXT * _BYTES_A_LETTER
        self.reached = 0
        self.saved = 0

    def application(self) -> "Starlette":
        """The ASGI application."""
        from starlette.applications import Starlette
        from starlette.routing import Route

        routes = [
            Route("/", self._start),
            Route("/form", self._answer, methods=["POST"]),
            Route("/form", self._start),
            Route("/check", self._check),
            Route("/style.css", self._style),
        ]
        return Starlette(routes=routes)

    async def _start(self, request: "Request") -> "Response":
        return self._page(request, lambda: pages.start_page(self._form, self._tokens.fresh()))

    async def _check(self, request: "Request") -> "Response":
        self.reached += 1
        return self._page(request, pages.check_page)

    async def _style(self, request: "Request") -> "Response":
        from starlette.responses import Response

        return Response(pages.STYLE, media_type="text/css", headers={**_HEADERS, "Cache-Control": "max-age=3600"})

    async def _answer(self, request: "Request") -> "Response":
        if refused := self._refused(request):
            return refused
        body = await _body(request, self._most)
        if body is None:
            sentence = (
                "That was longer than this form takes. Go back one page and shorten it; the rest is kept there."
            )
            return _html(pages.trouble_page("Too long", sentence), 413)
        try:
            fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:
            return _html(pages.trouble_page("Too much", "That was more than this form asks."), 400)
        token = fields.get("token", [""])[0]
        key = self._tokens.response_id(token)
        if key is None:
            return _html(pages.trouble_page("Please start again", "This page was not made for this form."), 400)
        step = self._step(fields)
        return await self._saved(key, step) if step.question is None else _html(pages.step_page(step, token))

    def _step(self, fields: Mapping[str, Sequence[str]]) -> Step:
        if "at" in fields:
            return steps.follow(self._form, fields)
        return steps.begin(self._form, fields.get("language", [""])[0])

    async def _saved(self, key: ResponseId, step: Step) -> "Response":
        try:
            record = answers.record(self._form, step.given, step.language)
        except SlaError as error:
            return _html(pages.trouble_page("Nothing was saved", str(error)), 422)
        try:
            await self._writer.keep((key, record))
        except SlaError:
            sentence = "The laptop could not save it just now. Go back one page and press Next again in a minute."
            return _html(pages.trouble_page("Not saved yet", sentence), 503)
        self.saved += 1
        return _html(pages.thanks_page(step.language))

    def _page(self, request: "Request", make: Callable[[], str]) -> "Response":
        return self._refused(request) or _html(make())

    def _refused(self, request: "Request") -> "Response | None":
        if not self._haste.is_too_great(request.client.host if request.client else ""):
            return None
        return _html(pages.trouble_page("One moment", "Too much came at once. Wait a minute and try again."), 429)


class Haste:
    """How much each address asked for lately; many phones may share one, so that only floods are too much."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[float, float]] = {}

    def is_too_great(self, address: str) -> bool:
        """Whether an address asks for more than many phones together would."""
        now = time.monotonic()
        left, before = self._left.pop(address, (_BURST, now))
        left = min(_BURST, left + (now - before) * _A_SECOND) - 1
        while len(self._left) >= _MOST_ADDRESSES:
            self._left.pop(next(iter(self._left)))
        self._left[address] = (max(0.0, left), now)
        return left < 0


async def _body(request: "Request", most: int) -> bytes | None:
    """What was sent, or None if it is too much, or the phone left before its end; no more than that is ever read."""
    from starlette.requests import ClientDisconnect

    found = bytearray()
    with suppress(ClientDisconnect):
        async for piece in request.stream():
            found += piece
            if len(found) > most:
                return None
        return bytes(found)
    return None


def _html(page: str, status: int = 200) -> "Response":
    from starlette.responses import HTMLResponse

    return HTMLResponse(page, status, headers=_HEADERS)
