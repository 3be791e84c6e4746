"""A person gets everything that is held about them; consents are facts, of which the latest counts."""

import json
import zipfile

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import attendance, audit, consents, notes, subject
from sla_desktop.services.register import find_member


@pytest.fixture
def ann(store, event, register):
    ann, _ = register(store, event.id, "Ann,Lee,ann@example.org,Oxleas", "Bob,Ray,bob@example.org,King's")
    attendance.check_in(store, event.id, ann.id, desk="Desk 1")
    consents.record(store, ann.member.id, "photographs", given=False, source="the form")
    return ann


def test_everything_about_the_person_is_in_the_file_and_nothing_about_others(store, event, ann, tmp_path):
    notes.add_note(store, event.id, kind="action", text="Ann Lee asks the trust")
    path = tmp_path / "ann.zip"
    subject.export(store, ann.member.id, path, purpose="she asked")
    with zipfile.ZipFile(path) as archive:
        data = json.loads(archive.read("data.json"))
        words = archive.read("in words.txt").decode()
    assert data["details"][0]["email"] == "ann@example.org"
    assert [len(data[name]) for name in ("hats", "consents", "places", "attendance", "notes_to_check")] == [1] * 5
    assert "Places at events" in words
    assert "to be checked by hand" in words
    assert "person: Ann Lee" in words
    assert "kind: arrival" in words
    assert "source: looked up by name" in words
    assert "Bob" not in words + json.dumps(data)
    assert audit.lines(store, person=ann.member.id)[-1].words == "exported everything held about Ann Lee (she asked)"
    assert data["history"][-1]["words"].startswith("exported everything")


def test_the_zip_does_not_tell_when_it_was_written(store, ann, tmp_path):
    subject.export(store, ann.member.id, tmp_path / "ann.zip")
    with zipfile.ZipFile(tmp_path / "ann.zip") as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_plain_file_has_data_and_words(store, ann, tmp_path):
    subject.export(store, ann.member.id, tmp_path / "ann.json")
    told = json.loads((tmp_path / "ann.json").read_text("utf-8"))
    assert told["consents"][0]["given"] is False
    assert "Consents" in told["in_words"]


def test_another_kind_of_file_or_one_that_is_there_is_refused(store, ann, tmp_path):
    with pytest.raises(SlaError, match=r"ends in \.json or \.zip"):
        subject.export(store, ann.member.id, tmp_path / "ann.pdf")
    (tmp_path / "ann.json").write_text("mine")
    with pytest.raises(SlaError, match="exists already"):
        subject.export(store, ann.member.id, tmp_path / "ann.json")
    with pytest.raises(SlaError, match="could not be written"):
        subject.export(store, ann.member.id, tmp_path / "nowhere" / "ann.json")


def test_the_latest_answer_counts_and_all_stay(store, ann):
    consents.record(store, ann.member.id, "Photographs ", given=True)
    consents.record(store, ann.member.id, "being contacted", given=True, source="telephone")
    told = [(one.kind, one.given, one.source) for one in consents.latest(store, ann.member.id)]
    assert told == [("being contacted", True, "telephone"), ("photographs", True, store.desk)]
    data, _ = subject.held(store, ann.member.id)
    assert len(data["consents"]) == 3
    with pytest.raises(SlaError, match="Say what the consent is about"):
        consents.record(store, ann.member.id, " ", given=True)


def test_a_person_is_found_in_the_whole_register_and_never_guessed(store, event, ann, register):
    assert find_member(store, "ann") == ann.member
    assert find_member(store, ann.registration.code) == ann.member
    assert find_member(store, str(ann.member.id)) == ann.member
    register(store, event.id, "Ann,Other,other@example.org,Oxleas")
    with pytest.raises(SlaError, match="fits 2 people"):
        find_member(store, "ann")
    with pytest.raises(SlaError, match="Nobody fits"):
        find_member(store, "zzz")
