"""A laptop is left to a steward or supervisor with a PIN, and only that leads back up."""

from itertools import pairwise

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.roles import FACILITATOR, ROLES, STEWARD, SUPERVISOR, role_named
from sla_desktop.services import locks, roles
from tests.conftest import RAW_KEY


def test_a_laptop_is_a_facilitators_until_somebody_says_otherwise(store):
    assert roles.role_of(store) == FACILITATOR


def test_who_leaves_a_laptop_sets_the_pin_and_only_that_leads_back(store):
    roles.take_role(store, STEWARD, "2468")
    with pytest.raises(SlaError, match="not the PIN"):
        roles.take_role(store, FACILITATOR, "1111")
    assert roles.role_of(store) == STEWARD
    roles.take_role(store, FACILITATOR, "2468")
    assert roles.role_of(store) == FACILITATOR


def test_no_pin_leads_down_and_none_that_is_too_short_leads_away(store):
    with pytest.raises(SlaError, match="too short"):
        roles.take_role(store, SUPERVISOR, "12")
    roles.take_role(store, SUPERVISOR, "2468")
    assert not roles.asks_for_pin(store, STEWARD)
    roles.take_role(store, STEWARD)
    assert roles.asks_for_pin(store, SUPERVISOR)
    with pytest.raises(SlaError, match="not the PIN"):
        roles.take_role(store, SUPERVISOR, "")
    roles.take_role(store, SUPERVISOR, "2468")


def test_the_passphrase_of_the_data_leads_back_too_and_the_pin_of_the_window_does_not(store):
    locks.set_pin(store, "window pin")
    roles.take_role(store, STEWARD, "2468")
    with pytest.raises(SlaError):
        roles.take_role(store, FACILITATOR, "window pin")
    roles.take_role(store, FACILITATOR, RAW_KEY)


def test_an_old_pin_is_forgotten_once_the_facilitator_is_back(store):
    roles.take_role(store, STEWARD, "2468")
    roles.take_role(store, FACILITATOR, "2468")
    roles.take_role(store, STEWARD, "1357")
    with pytest.raises(SlaError):
        roles.take_role(store, FACILITATOR, "2468")


def test_the_role_stays_when_the_data_is_opened_again(open_laptop, store):
    roles.take_role(store, SUPERVISOR, "2468")
    store.close()
    assert roles.role_of(open_laptop("laptop")) == SUPERVISOR


def test_roles_are_known_by_name_and_each_sees_what_the_one_below_sees():
    assert [role_named(role.title) for role in ROLES] == list(ROLES)
    with pytest.raises(SlaError, match="steward, supervisor and facilitator"):
        role_named("boss")
    for below, above in pairwise(ROLES):
        for power in ("browses", "overrules", "runs"):
            assert getattr(below, power) <= getattr(above, power)
