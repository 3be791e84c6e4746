"""Pre-flight says at the office what will not work at the venue."""

from collections import namedtuple
from dataclasses import replace
from datetime import timedelta

import pytest

from sla_desktop.services import doctor, events
from sla_desktop.services.people import attendees


def words(findings, title):
    return next(one for one in findings if one.title == title)


def test_a_ready_laptop_passes_every_check(store, event, register):
    register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    findings = doctor.examine(store, event.id)
    assert [one.title for one in findings if not one.well] == []
    assert words(findings, "People").words.startswith("1 person is")


def test_without_an_event_only_the_laptop_is_examined(store):
    assert {one.title for one in doctor.examine(store)} == {
        "Data file",
        "Saving",
        "Disk",
        "Clock",
        "Fonts and forms",
        "Times",
        "Sharing",
    }


def test_an_event_without_people_is_told(store, event):
    findings = doctor.examine(store, event.id)
    assert not words(findings, "People").well
    assert "Import the registrations" in words(findings, "People").words
    assert not words(findings, "Printing").well


def test_a_nearly_full_disk_is_told(store, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("sla_desktop.services.doctor.shutil.disk_usage", lambda path: usage(1, 1, 90_000_000))
    finding = words(doctor.examine(store), "Disk")
    assert not finding.well
    assert "Only 90 MB" in finding.words


def test_a_flipped_bit_in_the_file_is_found(store, event, register):
    register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(50)))
    with store.raw() as connection:
        connection.exec_driver_sql("PRAGMA user_version")
    store.close()
    data = bytearray(store.path.read_bytes())
    data[len(data) // 2] ^= 1
    store.path.write_bytes(bytes(data))
    finding = words(doctor.examine(store), "Data file")
    assert not finding.well
    assert "damaged" in finding.words


def test_a_missing_font_is_told(store, monkeypatch):
    def gone(name):
        raise FileNotFoundError(name)

    monkeypatch.setattr("sla_desktop.services.doctor.assets.path", gone)
    assert "missing" in words(doctor.examine(store), "Fonts and forms").words


@pytest.mark.parametrize("code", ["", "XXXXXXXX"])
def test_a_code_that_no_scanner_can_read_is_told(store, event, register, code):
    (person,) = register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    with store.change() as tx:
        tx.put(replace(person.registration, code=code))
    assert not words(doctor.examine(store, event.id), "People").well
    assert len(attendees(store, event.id)) == 1


def test_a_session_outside_its_event_is_told(store, event):
    events.add_session(store, event.id, title="Astray", starts=event.ends, ends=event.ends + timedelta(hours=1))
    told = words(doctor.examine(store), "Times").words
    assert told.startswith("“Astray” is on 24 November 2026 at 16:00, outside “Community day”")


@pytest.mark.parametrize("days", [-3, 0, 500])
def test_a_clock_that_is_before_or_long_after_what_was_noted_here_is_told(store, event, days):
    ahead = timedelta(days=days) // timedelta(milliseconds=1)
    with store.raw() as connection:
        connection.exec_driver_sql("UPDATE change SET wall_ms = wall_ms - ?", (ahead,))
    finding = words(doctor.examine(store), "Clock")
    assert finding.well is (days == 0)
    assert ("it noted something on" in finding.words) is bool(days)
