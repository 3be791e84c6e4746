"""A phone as a test needs it: opens the form, presses buttons, reads what is said."""

import html
import http.client
import re
from urllib.parse import urlencode


class Phone:
    """One browser without a script; it keeps the last page and its hidden fields."""

    def __init__(self, host, port):
        self.host, self.port = host, port
        self.page, self.status, self.headers = "", 0, {}

    def get(self, path="/"):
        return self._ask("GET", path)

    def send(self, body, path="/form"):
        return self._ask("POST", path, body if isinstance(body, bytes | str) else urlencode(body, doseq=True))

    def start(self, language=""):
        self.get()
        return self.send({**self.hidden, "language": language})

    def answer(self, *values, go="next"):
        return self.send({**self.hidden, "answer": values, "go": go})

    @property
    def hidden(self):
        found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', self.page)
        return {name: html.unescape(value) for name, value in found}

    @property
    def heading(self):
        found = re.search(r"<h1>(.*?)</h1>", self.page, re.DOTALL)
        return html.unescape(re.sub(r"<[^>]+>", "", found[1])) if found else ""

    @property
    def problem(self):
        found = re.search(r'id="wrong"[^>]*>(.*?)</p>', self.page)
        return html.unescape(found[1]) if found else ""

    def _ask(self, method, path, body=None):
        line = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            line.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"} if body else {})
            answer = line.getresponse()
            self.status, self.headers = answer.status, dict(answer.getheaders())
            self.page = answer.read().decode()
        finally:
            line.close()
        return self
