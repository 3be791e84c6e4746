"""What two laptops say differently is asked in one plain sentence, and one edit settles it everywhere."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import insert

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.certificates import Certificate
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Room, Session
from sla_desktop.domain.feedback import Form
from sla_desktop.domain.ids import new_id
from sla_desktop.domain.members import Affiliation, Consent, Member, Organisation
from sla_desktop.services import desk_names, exchange
from sla_desktop.services.conflicts import conflicts, read_value, resolve, take_back
from sla_desktop.storage import past, query, schema
from sla_desktop.storage.entities import ENTITIES, to_json
from tests.conftest import ENDS, STARTS


def put(store, *values):
    with store.change() as tx:
        tx.put(*values)


def get(store, kind, key):
    with store.read() as connection:
        return query.get(connection, kind, key)


@pytest.fixture
def other(open_laptop):
    laptop = open_laptop("other")
    laptop.name_desk("Desk 4")
    return laptop


@pytest.fixture
def differ(store, other, tmp_path):
    """Both laptops know a value; each then says something else about it, and both hear of it."""
    store.name_desk("Desk 2")
    share = str(tmp_path / "share")

    def meet():
        for laptop in (store, other, store):
            exchange.sync(laptop, share)

    def make_them(value, here, there):
        (tmp_path / "share").mkdir(exist_ok=True)
        put(store, value)
        meet()
        put(store, replace(value, **here))
        put(other, replace(value, **there))
        meet()
        return conflicts(store)

    make_them.meet = meet
    return make_them


@pytest.fixture
def ama():
    return Member(new_id(), "Ama Serwaa", email="ama@example.org")


def test_the_question_is_one_sentence_with_both_values_who_said_them_and_when(differ, ama):
    (one,) = differ(ama, {"full_name": "Ama Serwah"}, {"full_name": "Amma Serwaa"})
    assert one.what == "The name of Amma Serwaa"
    newest, older = one.choices
    assert (newest.shown, newest.desk) == ("“Amma Serwaa”", "Desk 4")
    assert (older.shown, older.desk) == ("“Ama Serwah”", "Desk 2")
    assert one.words == f"The name of Amma Serwaa: {newest.words} or {older.words}?"
    assert len(newest.when) == 5


def test_a_fact_of_another_day_says_which(differ, ama, monkeypatch):
    moment = datetime(2026, 3, 5, 9, 14, tzinfo=UTC)
    monkeypatch.setattr("sla_desktop.storage.transaction.time.time_ns", lambda: int(moment.timestamp() * 1e9))
    (one,) = differ(ama, {"phone": "1"}, {"phone": "2"})
    assert one.choices[0].when == "5 March, 09:14"


@pytest.mark.parametrize("place", [0, 1])
def test_keeping_either_value_settles_it_on_every_laptop(differ, store, other, ama, place):
    (one,) = differ(ama, {"full_name": "Ama Serwah"}, {"full_name": "Amma Serwaa"})
    kept = one.choices[place].value
    settled = resolve(store, one, kept)
    assert settled.words == f"The name of Amma Serwaa is now “{kept}”."
    differ.meet()
    for laptop in (store, other):
        assert conflicts(laptop) == []
        assert get(laptop, Member, ama.id).full_name == kept


def test_settling_is_one_edit_that_names_every_value(differ, store, ama):
    (one,) = differ(ama, {"phone": "1"}, {"phone": "2"})
    resolve(store, one, one.choices[0].value)
    with store.read() as connection:
        (history,) = past.changes_of(connection, [ama.id.hex]).values()
    last = max(history, key=lambda change: change.hlc)
    assert set(map(UUID, last.edit().replaces["phone"])) == one.leaves
    assert len(history) == 5


def test_another_value_may_be_typed_and_must_be_fit_to_keep(differ, store, ama):
    (one,) = differ(ama, {"email": "a@x.org"}, {"email": "b@x.org"})
    assert one.what == "The e-mail address of Ama Serwaa"
    with pytest.raises(SlaError, match="no e-mail address"):
        resolve(store, one, read_value(one, "nonsense"))
    resolve(store, one, read_value(one, "  c@x.org "))
    assert get(store, Member, ama.id).email == "c@x.org"


@pytest.mark.parametrize("kept", ["1", "2", "3"])
def test_taking_back_asks_the_question_again_on_every_laptop_with_who_said_what(differ, store, other, ama, kept):
    (one,) = differ(ama, {"phone": "1"}, {"phone": "2"})
    settled = resolve(store, one, kept)
    differ.meet()
    assert conflicts(other) == []
    assert (
        take_back(store, settled) == "The phone number of Ama Serwaa is to settle again, as it was before you chose."
    )
    differ.meet()
    for laptop in (store, other):
        (again,) = conflicts(laptop)
        assert [(choice.value, choice.desk) for choice in again.choices] == [("2", "Desk 4"), ("1", "Desk 2")]
        assert get(laptop, Member, ama.id).phone == "2"
    assert [choice.when for choice in again.choices] == [choice.when for choice in one.choices]


def test_a_question_that_was_asked_again_is_settled_and_taken_back_like_any_other(differ, store, other, ama):
    (one,) = differ(ama, {"phone": "1"}, {"phone": "2"})
    take_back(store, resolve(store, one, "1"))
    (again,) = conflicts(store)
    settled = resolve(store, again, "2")
    take_back(store, settled)
    (third,) = conflicts(store)
    assert [choice.desk for choice in third.choices] == ["Desk 4", "Desk 2"]
    resolve(store, third, "1")
    differ.meet()
    assert conflicts(other) == []
    with pytest.raises(SlaError, match="changed again meanwhile"):
        take_back(store, settled)


def test_two_laptops_of_one_name_are_told_apart_by_their_ids(differ, store, other, ama):
    other.name_desk("Desk 2")
    (one,) = differ(ama, {"phone": "1"}, {"phone": "2"})
    desks = [choice.desk for choice in one.choices]
    assert all(re.fullmatch(r"Desk 2 \(id …[0-9a-f]{8}\)", desk) for desk in desks)
    assert desks[0] != desks[1]


def test_a_laptop_that_was_renamed_is_told_by_its_new_name(differ, store, other, ama):
    differ(ama, {"phone": "1"}, {"phone": "2"})
    desk_names.rename(other, "Back door")
    differ.meet()
    (one,) = conflicts(store)
    assert [choice.desk for choice in one.choices] == ["Back door", "Desk 2"]


def test_values_that_look_the_same_are_told_with_what_is_special_about_them(differ, store, ama, event):
    (one,) = differ(ama, {"full_name": "Ama O'Neill"}, {"full_name": "Ama O’Neill"})
    assert [choice.shown for choice in one.choices] == [
        "“Ama O’Neill”, with right single quotation mark",
        "“Ama O'Neill”, with apostrophe",
    ]
    first, second = Room(new_id(), event.id, "Hall"), Room(new_id(), event.id, "Hall")
    session = Session(new_id(), event.id, "Opening", STARTS, ENDS)
    put(store, first, second)
    found = differ(session, {"room_id": first.id}, {"room_id": second.id})
    (rooms,) = [one for one in found if one.field == "room_id"]
    assert {choice.shown for choice in rooms.choices} == {
        f"the room Hall, id …{str(room.id)[-8:]}" for room in (first, second)
    }


def test_what_was_settled_or_changed_meanwhile_is_told_kindly(differ, store, other, ama):
    (one,) = differ(ama, {"phone": "1"}, {"phone": "2"})
    put(other, replace(get(other, Member, ama.id), phone="3"))
    differ.meet()
    with pytest.raises(SlaError, match="was settled meanwhile"):
        resolve(store, one, "1")
    put(store, replace(get(store, Member, ama.id), phone="4"))
    put(other, replace(get(other, Member, ama.id), phone="5"))
    differ.meet()
    with pytest.raises(SlaError, match="once more meanwhile"):
        resolve(store, one, "1")


def test_three_laptops_that_say_two_things_give_two_choices(differ, store, open_laptop, ama, tmp_path):
    differ(ama, {"phone": "1"}, {"phone": "2"})
    third = open_laptop("third")
    third_member = replace(ama, phone="2")
    put(third, ama)
    put(third, third_member)
    exchange.sync(third, str(tmp_path / "share"))
    differ.meet()
    (one,) = [found for found in conflicts(store) if found.field == "phone"]
    assert sorted(choice.value for choice in one.choices) == ["1", "2"]
    resolve(store, one, "1")
    assert [found for found in conflicts(store) if found.field == "phone"] == []


def test_ids_times_lists_and_answers_are_told_in_words(differ, store, event, ama):
    hall, attic = Room(new_id(), event.id, "Hall"), Room(new_id(), event.id, "Attic")
    health = Organisation(new_id(), "Riverside NHS Trust")
    session = Session(new_id(), event.id, "Opening", STARTS, ENDS)
    put(store, ama, hall, attic, health)
    found = differ(
        session,
        {"room_id": hall.id, "starts": datetime(2026, 7, 1, 8, 30, tzinfo=UTC), "counts": False},
        {"room_id": attic.id, "starts": datetime(2026, 7, 1, 8, 45, tzinfo=UTC), "capacity": 30},
    )
    shown = {one.field: {choice.shown for choice in one.choices} for one in found}
    assert shown["room_id"] == {"the room Hall", "the room Attic"}
    assert shown["starts"] == {"1 July 2026, 09:30", "1 July 2026, 09:45"}
    assert {one.what for one in found if one.field == "room_id"} == {"The room of the session Opening"}
    consent = Consent(new_id(), ama.id, "photographs", True, STARTS)
    found = differ(consent, {"given": False, "source": "paper"}, {"source": "form"})
    assert [one.what for one in found if one.entity == "consent"] == [
        "The source of Ama Serwaa’s consent to photographs"
    ]
    hat = Affiliation(new_id(), ama.id)
    found = differ(hat, {"organisation_id": health.id}, {"organisation_id": new_id()})
    (told,) = [one for one in found if one.entity == "affiliation"]
    assert {choice.shown for choice in told.choices} == {
        "Riverside NHS Trust",
        "one organisation that is not known here",
    }


def test_of_long_lists_only_what_differs_is_shown(differ, store, event, register):
    (person,) = register(store, event.id, "Siân,Ní Bhriain,sian@example.org,Oxleas")
    place = person.registration
    found = differ(
        place,
        {"source_ref": "A1", "imported": {**place.imported, "role": "Nurse"}},
        {"source_ref": "A2", "imported": {**place.imported, "role": "Doctor"}},
    )
    told = {one.field: one for one in found}
    assert told["source_ref"].what == "The order number of Siân Ní Bhriain’s place at Community day"
    assert {choice.shown for choice in told["imported"].choices} == {"role Nurse", "role Doctor"}
    assert not told["imported"].typed
    with pytest.raises(SlaError, match="cannot be typed"):
        read_value(told["imported"], "perhaps")


def test_every_field_of_every_kind_has_a_sentence_without_ids_or_code(store, ama, event):
    """Whatever two laptops may disagree about, a person can read it."""
    fact = AttendanceFact(new_id(), event.id, new_id(), ama.id, "in", STARTS, STARTS, "Desk 1", "scan")
    certificate = Certificate(new_id(), event.id, ama.id, "attendance", "1", "Ama", 330, STARTS)
    sheets = {"survey": [{"type": "text", "name": "q", "label": "How was it?"}]}
    form = Form(new_id(), event.id, "Feedback", 1, sheets)
    put(store, ama, fact, certificate, form)
    samples = {"attendance": fact, "certificate": certificate, "form": form, "member": ama, "event": event}
    said = [
        {
            "eid": getattr(samples.get(entity.name), "id", new_id()),
            "entity": entity.name,
            "field": column.name,
            "leaves": [
                [str(new_id()), to_json(getattr(samples.get(entity.name), column.name, None))],
                [str(new_id()), None],
            ],
        }
        for entity in ENTITIES
        for column in entity.columns[1:]
    ]
    with store.raw() as connection:
        connection.execute(insert(schema.conflict), said)
    for one in conflicts(store):
        assert one.words.startswith("The ")
        assert not re.search(r"[_{}\[\]]|[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{32}|None|True|False|T\d\d:", one.words), (
            one.words
        )


def test_an_organisation_in_question_is_not_named_as_if_it_were_settled(store, event, register, differ):
    (ann,) = register(store, event.id, "Ann,Lee,ann@x.org,")
    names = [Organisation(new_id(), name) for name in ("Oxleas", "Mind")]
    put(store, *names)
    hat = Affiliation(new_id(), ann.member.id)
    (card,) = differ(hat, {"organisation_id": names[0].id}, {"organisation_id": names[1].id})
    assert card.what == "The organisation of Ann Lee’s work"
