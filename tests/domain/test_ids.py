"""Ids sort by birth and carry the version they claim."""

import time

from sla_desktop.domain.ids import new_id, random_id


def test_ids_are_uuid_version_7_and_sort_by_time():
    first = new_id()
    time.sleep(0.002)
    second = new_id()
    assert first.version == second.version == 7
    assert first.variant == "specified in RFC 4122"
    assert first < second


def test_an_id_tells_its_millisecond():
    before = time.time_ns() // 1_000_000
    told = new_id().int >> 80
    assert before <= told <= time.time_ns() // 1_000_000


def test_an_anonymous_id_tells_no_time():
    assert random_id().version == 4
