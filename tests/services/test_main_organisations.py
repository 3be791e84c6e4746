"""Who has two main organisations, because two desks chose without knowing of each other, is asked about once."""

import pytest

from sla_desktop.services import cards, events, exchange
from sla_desktop.services.hats import put_hat
from sla_desktop.services.people import attendees, hats_of
from sla_desktop.services.roll import Roll
from tests.conftest import ENDS, STARTS


@pytest.fixture
def torn(store, event, register, open_laptop, tmp_path):
    """The other one of two desks, at each of which another of Ann's organisations became her main one, and a sync."""
    (ann,) = register(store, event.id, *(f"Ann,Lee,a@x.org,{name}" for name in ("Oxleas", "King's", "Mind")))
    other, share = open_laptop("other"), tmp_path / "share"
    share.mkdir()

    def meet():
        for one in (store, other, store):
            exchange.sync(one, str(share))

    meet()
    for laptop, name in ((store, "King's"), (other, "Mind")):
        with laptop.change() as tx:
            put_hat(tx, ann.member.id, {"organisation": name})
    meet()
    return other, meet


def asked(store, event):
    found = cards.cards(store, event.id)
    roll = Roll(store, event.id)
    roll.read()
    assert roll.cards() == found, "the page asks the same"
    return found


@pytest.mark.parametrize("other", [False, True])
def test_a_main_organisation_changed_at_two_desks_is_one_question_on_both(store, event, torn, other):
    laptop, meet = torn
    (card,) = asked(store, event)
    assert asked(laptop, event) == [card]
    assert card.words.startswith("One desk made ")
    assert set(card.organisations) == {"King's", "Mind"}
    assert (card.answer, cards.other_answer(card)) == ("The first", "The second")
    answer = cards.settle_otherwise if other else cards.settle
    assert answer(store, card, desk="A").name == "Ann Lee"
    meet()
    for one in (store, laptop):
        (ann,) = attendees(one, event.id)
        assert ann.organisation == card.organisations[other]
        assert set(ann.organisations) == {"Oxleas", "King's", "Mind"}
        assert asked(one, event) == []


def test_a_roll_that_was_read_before_hears_of_the_question_and_of_its_answer(store, event, torn):
    laptop, meet = torn
    roll = Roll(laptop, event.id)
    roll.read()
    (card,) = roll.cards()
    cards.settle(store, card, desk="A")
    meet()
    roll.read()
    assert roll.cards() == []


def test_whoever_works_elsewhere_by_the_list_of_a_later_event_has_one_main_organisation(store, event, register):
    register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    later = events.add_event(store, title="Later", starts=STARTS, ends=ENDS)
    (ann,) = register(store, later.id, "Ann,Lee,a@x.org,King's")
    assert (ann.organisation, set(ann.organisations)) == ("King's", {"King's", "Oxleas"})
    with store.read() as connection:
        assert sum(hat.main for hat in hats_of(connection, [ann.member.id])[ann.member.id]) == 1
    assert cards.cards(store, later.id) == []
