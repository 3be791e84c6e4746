"""What was issued is seen in one list, and what should not be valid is revoked there."""

import pytest

from sla_desktop.domain.certificates import REVOKED
from sla_desktop.domain.roles import STEWARD
from sla_desktop.gui.documents.issued import Issued
from sla_desktop.services import attendance, certificates, roles
from tests.conftest import ENDS, STARTS
from tests.gui.test_accessibility import check


@pytest.fixture
def issued(qtbot, desktop, store, event, people, prompts):
    """The dialog on an event with one certificate."""
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1", at=STARTS)
    attendance.check_out(store, event.id, people[0].id, desk="Desk 1", at=ENDS)
    certificates.issue(store, event)
    desktop.window.show()
    desktop.window.open_event(event)
    made = Issued(desktop.window, store, event.id, prompts)
    made.open()
    qtbot.waitUntil(lambda: bool(made.dialog.rows.records))
    yield made
    made.dialog.reject()


def test_a_certificate_is_revoked_with_a_reason_and_only_once(qtbot, issued, store, event, people, prompts):
    dialog = issued.dialog
    assert people[0].name in dialog.rows.index(0).data()
    prompts.texts = ["Issued to the wrong person"]
    dialog.ui.act_button.click()
    qtbot.waitUntil(lambda: bool(dialog.rows.records) and dialog.rows.records[0].status == REVOKED)
    qtbot.waitUntil(lambda: not dialog.ui.act_button.isEnabled())
    (one,) = certificates.certificates(store, event.id)
    assert (one.status, one.reason) == (REVOKED, "Issued to the wrong person")
    assert "is revoked" in dialog.ui.banner.sentence


def test_whoever_gives_no_reason_revokes_nothing(issued, store, event):
    issued.dialog.ui.act_button.click()
    assert [one.status for one in certificates.certificates(store, event.id)] == ["issued"]


def test_the_list_can_be_read_aloud(issued):
    check(issued.dialog)


def test_a_steward_is_not_offered_it(qtbot, desktop, store, event, issued, prompts):
    assert desktop.window.ui.issued_action.isVisible()
    prompts.secrets.extend(["2468", "2468"])
    desktop.role_menu.take(STEWARD)
    qtbot.waitUntil(lambda: roles.role_of(store) == STEWARD and bool(prompts.told))
    assert not desktop.window.ui.issued_action.isVisible()
