"""Phones on the venue's network: any form without a script, kept once, on the disk before the thanks."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Response
from sla_desktop.domain.ids import ResponseId, random_id
from sla_desktop.services import feedback, forms
from sla_desktop.storage import query, schema
from sla_desktop.storage.store import open_store
from sla_desktop.survey import answers
from sla_desktop.venue import phones as page_for_phones
from sla_desktop.venue import site
from sla_desktop.venue.phones import Phones
from tests.conftest import RAW_KEY
from tests.survey.sheets import YES_NO, form
from tests.venue.phone import Phone

COLOURS = [("colour", "red", "Red"), ("colour", "blue", "Dark <blue>")]
HOST = "127.0.0.1"


@pytest.fixture
def served(store, event):
    """Opens the page for a form; a phone that can reach it."""
    opened = []

    def open_it(sheets=None):
        if sheets is not None:
            forms.save_form(store, event.id, sheets)
        phones = Phones(store, event.id, host=HOST, port=0)
        opened.append(phones)
        return Phone(phones.host, phones.port)

    yield open_it
    for phones in opened:
        phones.close()


def kept(store):
    with store.read() as connection:
        return query.find(connection, Response)


def test_a_phone_answers_one_question_to_a_page_and_is_thanked(store, served):
    phone = served(form(("select_one yn", "a", "Again?"), ("text", "b", "Why?")))
    assert phone.start().heading == "Again?"
    assert phone.answer("yes").heading == "Why?"
    assert phone.answer("Because").heading == "Thank you"
    (response,) = kept(store)
    assert (response.answers, response.channel) == ({"a": "yes", "b": "Because"}, "phone")


def test_the_same_answers_by_kiosk_phone_and_typed_are_equal_records(store, event, served):
    rows = [
        *(("note", "w", "Welcome"), ("select_one yn", "one", "1"), ("select_multiple colour", "many", "2")),
        *(("rank colour", "order", "3"), ("range", "mark", "4", {"parameters": "start=0 end=4"})),
        *(("integer", "count", "5"), ("decimal", "part", "6"), ("date", "day", "7"), ("acknowledge", "ok", "8")),
        *(
            ("text", "why", "9", {"relevant": "${one} = 'yes'"}),
            ("calculate", "twice", "", {"calculation": "${count} * 2"}),
        ),
    ]
    phone = served(form(*rows, choices=[*YES_NO, *COLOURS]))
    phone.start().answer()
    phone.answer("yes").answer("blue", "red")
    phone.send({**phone.hidden, "place red": "002", "place blue": "001", "go": "next"})
    for value in ("3", "07", "2,50", "2026-11-24", "OK", " So  be it "):
        phone.answer(value)
    assert phone.heading == "Thank you"
    typed = {"one": True, "many": ["red", "blue"], "order": "blue red", "mark": 3, "count": 7, "part": 2.5}
    typed |= {"day": "24/11/2026", "ok": True, "why": "So be it"}
    assert kept(store)[0].answers == answers.record(forms.questionnaire(store, event.id), typed)


def test_an_answer_that_does_not_fit_is_told_beside_what_was_typed(served):
    phone = served(form(("integer", "age", "Age?", {"constraint": ". < 120", "constraint_message": "Less, please."})))
    phone.start()
    assert "whole number" in phone.answer("many").problem
    assert phone.answer("121").problem == "Less, please."
    assert 'value="121"' in phone.page
    assert phone.answer("12").heading == "Thank you"


def test_what_is_not_relevant_is_passed_over_and_back_leads_back(served):
    rows = (("select_one yn", "a", "A?"), ("text", "b", "B?", {"relevant": "${a} = 'yes'"}), ("text", "c", "C?"))
    phone = served(form(*rows))
    assert phone.start().answer("no").heading == "C?"
    assert phone.answer(go="back").heading == "A?"
    assert re.search(r'value="no" checked', phone.page)
    assert phone.answer("yes").heading == "B?"


def test_a_required_question_cannot_be_skipped(served):
    phone = served(form(("select_one yn", "a", "A?", {"required": "yes"}), ("text", "b", "B?")))
    assert ">Skip<" not in phone.start().page
    assert "needs an answer" in phone.answer(go="skip").problem


def test_each_phone_chooses_its_language(served):
    sheets = form(("text", "a", ""), default_language="English (en)")
    sheets["survey"][0] |= {"label::English (en)": "Why?", "label::Cymraeg (cy)": "Pam?"}
    phone = served(sheets)
    assert phone.start("Cymraeg (cy)").heading == "Pam?"
    assert '<html lang="cy">' in phone.page


def test_what_people_write_is_shown_as_text_and_nothing_else_runs(served):
    phone = served(form(("text", "a", "A <b>?", {"hint": "<script>"}), ("text", "b", "B?")))
    phone.start()
    assert phone.heading == "A <b>?"
    phone.answer("</textarea><script>alert(1)</script>")
    phone.answer(go="back")
    assert "<script>" not in phone.page
    assert phone.headers["content-security-policy"].startswith("default-src 'none'")
    assert phone.headers["cache-control"] == "no-store"
    assert not {"server", "date", "set-cookie"} & {name.lower() for name in phone.headers}


def test_the_same_form_sent_again_is_one_answer(store, served):
    phone = served(form(("text", "a", "A?")))
    last = {**phone.start().hidden, "answer": "once", "go": "next"}
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: Phone(phone.host, phone.port).send(last).heading, range(24)))
    assert set(told) == {"Thank you"}
    assert len(kept(store)) == 1


def test_a_form_opened_before_a_restart_is_taken_after_it_and_once(store, event):
    forms.save_form(store, event.id, form(("text", "a", "A?")))
    first = Phones(store, event.id, host=HOST, port=0)
    last = {**Phone(HOST, first.port).start().hidden, "answer": "x", "go": "next"}
    Phone(HOST, first.port).send(last)
    first.close()
    second = Phones(store, event.id, host=HOST, port=0)
    assert Phone(HOST, second.port).send(last).heading == "Thank you"
    second.close()
    assert len(kept(store)) == 1


@pytest.mark.parametrize("token", ["", "zz", "00" * 32, "00" * 500])
def test_a_token_that_was_not_made_here_is_refused(store, served, token):
    phone = served(form(("text", "a", "A?")))
    assert phone.send({"token": token, "at": "a", "answer": "x", "go": "next"}).status == 400
    assert kept(store) == []


def test_a_body_that_is_too_large_is_not_read_to_its_end(served):
    phone = served(form(("integer", "a", "A?")))
    assert phone.send(b"a=" + b"x" * (site.LARGEST_BODY + 1)).status == 413


def test_long_answers_in_any_script_are_kept_and_too_long_ones_told_at_once(store, served):
    names = ("a", "b", "c", "d")
    phone = served(form(*(("text", name, f"{name}?") for name in names)))
    phone.start().answer("語" * 9000)
    assert phone.problem == "This has 9,000 letters; 2,000 is the most. Please shorten it."
    for _ in names:
        phone.answer("😀" * 2000)
    assert phone.heading == "Thank you"
    assert kept(store)[0].answers == dict.fromkeys(names, "😀" * 2000)


@pytest.mark.parametrize(
    "given", ["[", "[]", '{"a": 1}', '{"z": "x"}', "[" * 9_000, '{"a": "' + "x" * 9_000 + '"}'], ids=range(6)
)
def test_answers_that_somebody_changed_on_the_way_do_no_harm(store, served, given):
    phone = served(form(("text", "a", "A?"), ("integer", "b", "B?")))
    phone.start().answer("fine")
    phone.send({**phone.hidden, "given": given, "answer": "2", "go": "next"})
    assert phone.status == 200
    assert all(set(one.answers) <= {"a", "b"} and len(one.answers.get("a", "")) <= 2000 for one in kept(store))


def test_more_fields_than_a_form_has_are_refused_with_a_sentence(served):
    phone = served(form(("text", "a", "A?")))
    assert phone.start().send("a&" * 2500).status == 400
    assert phone.heading == "Too much"


@pytest.mark.parametrize("given", [r'{"a": "\ud83d hi"}', r'{"a": "hi\u0000"}', r'{"a": "hi\uffff"}'])
def test_what_is_no_text_in_earlier_answers_is_left_out(store, served, given):
    phone = served(form(("text", "a", "A?"), ("text", "b", "B?")))
    phone.start().answer("one")
    assert phone.send({**phone.hidden, "given": given, "answer": "x\uffff", "go": "next"}).status == 200
    assert kept(store)[0].answers == {"a": "hi", "b": "x"}


def test_whoever_sends_no_http_is_hung_up_on_without_a_fault(served, caplog):
    """Chunks that are none, also after or before the answer to what came with them was sent."""
    phone = served()
    head = b"POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    unread = head.replace(b"POST /form", b"POST /nowhere") + b"zz\r\n"
    for pieces in (
        [unread],
        [head + b"zz\r\n"],
        [head, b"5\r\nhello\r\n", b"zz\r\n"],
        [head + b"0\r\n\r\n", b"zz\r\n\r\n"],
    ):
        with socket.create_connection((phone.host, phone.port), timeout=10) as line:
            for piece in pieces:
                line.sendall(piece)
            line.settimeout(10)
            while line.recv(4096):
                pass
    assert [one.message for one in caplog.records if one.levelname == "ERROR"] == []
    assert phone.get("/check").status == 200


def test_a_flood_from_one_address_is_held_back():
    haste = site.Haste()
    told = [haste.is_too_great("10.0.0.9") for _ in range(3_100)]
    assert told[:3_000].count(True) == 0
    assert all(told[-50:])
    assert not haste.is_too_great("10.0.0.10")


def test_the_check_tells_a_phone_that_it_reaches_the_laptop_and_the_laptop_too(store, event):
    phones = Phones(store, event.id, host=HOST, port=0)
    phone = Phone(HOST, phones.port).get("/check")
    assert (phone.heading, phones.reached) == ("It works", 1)
    phones.close()


def test_a_page_that_is_not_there_is_no_fault(served):
    assert served(form(("text", "a", "A?"))).get("/admin").status == 404


def test_what_is_kept_of_a_phone_has_no_time_and_no_record_of_its_making(store, served):
    served(form(("text", "a", "A?"))).start().answer("x")
    with store.read() as connection:
        kinds = {row.entity for row in connection.execute(schema.change.select())}
    assert "response" not in kinds
    assert kept(store)[0].id.version == 4


def test_an_address_of_another_machine_is_told(store, event):
    with pytest.raises(SlaError, match=r"not this laptop's"):
        Phones(store, event.id, host="192.0.2.1")
    with pytest.raises(SlaError, match="is no address"):
        Phones(store, event.id, host="example.org")


def test_an_answer_that_is_here_already_stays_as_it_is(store, event):
    key, shown = ResponseId(random_id()), forms.event_form(store, event.id)
    for told in ("yes", "no"):
        feedback.keep(store, event.id, shown.id, [(key, {"connections": told})], channel="phone")
    assert [one.answers for one in kept(store)] == [{"connections": "yes"}]


SERVE = """
import sys
from pathlib import Path
from uuid import UUID
from sla_desktop.storage.store import open_store
from sla_desktop.venue.phones import Phones
store = open_store(Path(sys.argv[1]), secret=sys.argv[2])
print(Phones(store, UUID(sys.argv[3]), host="127.0.0.1", port=0).port, flush=True)
sys.stdin.read()
"""


def test_killed_in_the_middle_nothing_that_was_thanked_for_is_lost_or_doubled(tmp_path, open_laptop, event, store):
    forms.save_form(store, event.id, form(("text", "a", "A?")))
    arguments = [sys.executable, "-c", SERVE, str(store.path), RAW_KEY, str(event.id)]
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    thanked: set[str] = set()
    sent: dict[str, dict[str, str]] = {}

    def serve():
        process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        return process, int(process.stdout.readline())

    def person(port, name):
        phone = Phone(HOST, port)
        try:
            if name not in sent:
                sent[name] = {**phone.start().hidden, "answer": name, "go": "next"}
            if phone.send(sent[name]).heading == "Thank you":
                thanked.add(name)
        except (OSError, HTTPException):
            return

    process, port = serve()
    with ThreadPoolExecutor(12) as pool:
        waiting = [pool.submit(person, port, f"person {n}") for n in range(60)]
        while len(thanked) < 15:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        for one in waiting:
            one.result()
    process.communicate()
    before = set(thanked)
    process, port = serve()
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda name: person(port, name), [*sent, *(f"person {n}" for n in range(60))]))
    process.kill()
    process.communicate()
    reopened = open_store(store.path, secret=RAW_KEY)
    names = sorted(one.answers["a"] for one in kept(reopened))
    reopened.close()
    assert before
    assert names == sorted(f"person {n}" for n in range(60))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one address of their own")
def test_one_address_that_holds_all_it_can_open_shuts_nobody_else_out(served):
    phone = served(form(("text", "b", "Why?")))
    held = []
    for _ in range(600):
        one = socket.create_connection((HOST, phone.port), timeout=5, source_address=("127.0.0.3", 0))
        with suppress(OSError):
            one.sendall(b"POST /form HTTP/1.1\r\nHost: x\r\n")
        held.append(one)
    assert phone.start().heading == "Why?"
    for one in held:
        one.close()


def test_who_never_ends_the_headers_is_hung_up_on(served, monkeypatch):
    monkeypatch.setattr(page_for_phones, "_HEADER_SECONDS", 0.05)
    phone = served(form(("text", "b", "Why?")))
    with socket.create_connection((HOST, phone.port), timeout=5) as one:
        one.sendall(b"GET / HTTP/1.1\r\n")
        with suppress(ConnectionResetError):
            assert one.recv(100) == b""
    assert phone.start().heading == "Why?"
