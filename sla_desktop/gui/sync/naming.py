"""Asking what this laptop is called: when it first meets others, on the Sync page and in the Event menu."""

from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import desk_names
from sla_desktop.storage.store import Store

_QUESTION = "What is this laptop called? Everybody sees it beside what is done here. It should be unlike the others."


def ask_name(store: Store, prompts: Prompts, parent: QWidget) -> str:
    """Ask, and take the name; what was done, in words. Empty when people changed their mind or it cannot be."""
    typed = prompts.text(parent, _QUESTION, desk_names.suggestion(store))
    if not typed:
        return ""
    try:
        return desk_names.rename(store, typed)
    except SlaError as error:
        prompts.tell(parent, str(error))
        return ""
