"""The pages for phones in a real browser: the keyboard alone, 400 % zoom, no script, and the rules of WCAG 2.2 AA.

Run with Chromium of the system (or CHROMIUM=PATH) and `uv sync --group browser`; left out where they are not there.
"""

import os
import shutil

import pytest

from sla_desktop.services import forms
from sla_desktop.services.feedback import report
from sla_desktop.venue.phones import Phones
from tests.survey.sheets import YES_NO, form

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ROWS = (
    ("note", "hello", "Welcome to the questions about this day"),
    ("select_one yn", "met", "Did you make a new connection that you expect to use?", {"required": "yes"}),
    ("select_multiple topic", "topics", "What did you talk about?", {"hint": "Choose all that fit."}),
    ("range", "recommend", "Would you recommend the day?", {"parameters": "start=0 end=10"}),
    ("integer", "years", "For how many years?", {"constraint": ". >= 0 and . <= 60"}),
    ("rank topic", "order", "What matters most?"),
    ("date", "day", "When will you begin?"),
    ("text", "words", "What will you do next?"),
)
TOPICS = [("topic", "a", "Housing"), ("topic", "b", "Neighbourhoodpartnershipworking"), ("topic", "c", "Schools")]


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, store, event):
    """Opens the form in a browser with these features."""
    forms.save_form(store, event.id, form(*ROWS, choices=[*YES_NO, *TOPICS]))
    phones = Phones(store, event.id, host="127.0.0.1", port=0)

    def open_it(**features):
        page = chromium.new_page(**features)
        page.goto(phones.address)
        return page

    yield open_it
    phones.close()


def walk(page, look):
    """Goes through the form, answering what has to be, and looks at each page."""
    look(page)
    page.click("button")
    while page.locator("h1").inner_text() != "Thank you":
        look(page)
        if page.locator("input[type=radio]").count():
            page.locator("input[type=radio]").first.check()
        page.click("button.main")
    look(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(open_page, scheme):
    found = []

    def look(page):
        told = axe.Axe().run(page, options=RULES).response["violations"]
        found.extend((page.title(), one["id"], one["nodes"][0]["html"]) for one in told)

    walk(open_page(color_scheme=scheme, bypass_csp=True), look)
    assert found == []


def test_at_four_hundred_per_cent_nothing_is_cut_off(open_page):
    """1280 pixels at 400 % are 320."""

    def look(page):
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, page.title()

    walk(open_page(viewport={"width": 320, "height": 256}), look)


def test_the_keyboard_alone_answers_everything_without_a_script(open_page, store, event):
    page = open_page(java_script_enabled=False)

    def press(*keys):
        for key in keys:
            page.keyboard.press(key)

    def on(tag):
        """Goes on with Tab until what is focused is one of these."""
        for _ in range(20):
            press("Tab")
            if page.locator(f"{tag}:focus").count():
                return
        raise AssertionError(tag)

    on("button")
    press("Enter")
    on("button.main")
    press("Enter")
    on("input[type=radio]")
    press("Space")
    on("button.main")
    press("Enter")
    on("input[type=checkbox]")
    press("Space")
    for _ in range(6):
        on("button.main")
        press("Enter")
        page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "Thank you"
    assert report(store, event.id).answered == 1


def test_what_is_wrong_is_told_beside_the_answer_and_by_the_title(open_page):
    page = open_page()
    page.click("button")
    page.click("button.main")
    page.click("button.main")
    assert (
        page.locator("[role=alert]").inner_text()
        == "“Did you make a new connection that you expect to use?” needs an answer."
    )
    assert page.title().startswith("Error: ")
    assert page.locator("fieldset").get_attribute("aria-describedby") == "wrong"
