"""Rearranging a plan by hand: what shows of a draft, moves with their effect, locks, and the way back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import counted, fold
from sla_desktop.gui.forms.ui_breakouts_page import Ui_BreakoutsPage
from sla_desktop.gui.groups.board import TableRow
from sla_desktop.gui.groups.changes import ChangesBar
from sla_desktop.gui.groups.seats import SeatRow
from sla_desktop.gui.groups.settings import WORDS
from sla_desktop.gui.shared.choices import flow_choices
from sla_desktop.services.group_drafts import Draft, Group
from sla_desktop.services.group_locks import Locks
from sla_desktop.services.group_quality import Quality
from sla_desktop.services.groups import Seat, Wish

_BEYOND = 80


class Bench(QObject):
    """Holds the draft that shows, those before it, and the locks."""

    changed = Signal(object)
    judged = Signal(object)
    close_wished = Signal(int)
    told = Signal(str)
    locks_changed = Signal()

    def __init__(self, ui: Ui_BreakoutsPage) -> None:
        super().__init__()
        self._ui, self.bar = ui, ChangesBar()
        ui.layout_12.insertWidget(1, self.bar)
        self.drafts: list[Draft] = []
        self.quality: Quality | None = None
        self._kept: Quality | None = None
        self.locks = Locks()
        self.rules: tuple[Sequence[Group], Sequence[Group]] = ((), ())
        self.round = 0
        board, bar = ui.board, self.bar
        board.chosen.connect(lambda person: bar.choose(person, person in self.locks.people))
        board.move_wished.connect(self.move)
        board.swap_wished.connect(self.swap)
        board.hovered.connect(self._on_hovered)
        board.number_wished.connect(bar.focus_table)
        board.lock_person_wished.connect(self.lock_person)
        board.lock_table_wished.connect(self.lock_table)
        board.close_table_wished.connect(self.close_wished)
        bar.person_chosen.connect(self._on_person_chosen)
        bar.considered.connect(self._on_considered)
        bar.move_wished.connect(self.move)
        bar.lock_wished.connect(self.lock_person)
        bar.undo_wished.connect(self.undo)
        ui.round_check.clicked.connect(self.lock_round)

    @property
    def draft(self) -> Draft | None:
        """What shows."""
        return self.drafts[-1] if self.drafts else None

    @property
    def unkept(self) -> bool:
        """Whether something was moved and not kept yet."""
        return len(self.drafts) > 1

    def forget(self) -> None:
        """The moves are kept, or no longer wanted."""
        self.drafts = self.drafts[-1:]

    def take(self, draft: Draft, quality: Quality) -> None:
        """Show a plan that was kept."""
        self.drafts, self.quality, self._kept = [draft], quality, quality
        self.show_round(self.round)
        self.judged.emit(quality)

    def take_quality(self, draft: Draft, quality: Quality) -> None:
        """Tell how good a draft is, if it still shows."""
        if draft is self.draft:
            self.quality = quality
            self._show_tables()
            self.judged.emit(quality)

    def show_round(self, number: int) -> None:
        """Show the tables of a round, from 0."""
        if self.draft is None:
            return
        self.round = min(number, len(self.draft.assignment) - 1)
        titles = [
            (i, f"{title} (locked)" if i + 1 in self.locks.rounds else title)
            for i, title in enumerate(self.draft.plan.rounds)
        ]
        flow_choices(self._ui.rounds_box, titles, self.round, self.show_round)
        self._ui.round_check.raise_()
        self._ui.round_check.setChecked(self.round + 1 in self.locks.rounds)
        self._show_tables()

    def move(self, person: RegistrationId, table: int) -> None:
        """Seat somebody at a table of the round that shows."""
        self._try(lambda draft: draft.moved(person, self.round + 1, table), person)

    def swap(self, one: RegistrationId, other: RegistrationId) -> None:
        """Let two people change places in the round that shows."""
        self._try(lambda draft: draft.swapped(one, other, self.round + 1), one, other)

    def undo(self) -> None:
        """Go back to before the last move."""
        if self.unkept:
            self.drafts.pop()
            self._show_tables()
            self.changed.emit(self.draft)

    def lock_person(self, person: RegistrationId) -> None:
        """Keep somebody's tables when groups are formed again, or no longer."""
        self._take_locks(replace(self.locks, people=self.locks.people ^ {person}))
        self._show_tables()
        self.bar.choose(person, person in self.locks.people)

    def lock_table(self, table: int) -> None:
        """Keep a table of the round that shows as it is, or no longer."""
        self._take_locks(replace(self.locks, tables=self.locks.tables ^ {(self.round + 1, table)}))
        self._show_tables()

    def lock_round(self) -> None:
        """Keep the round that shows as it is, or no longer."""
        self._take_locks(replace(self.locks, rounds=self.locks.rounds ^ {self.round + 1}))
        self.show_round(self.round)

    def show_wish(self, wish: Wish) -> None:
        """Keep to the rules and locks of a wish that is known."""
        self.locks, self.rules = wish.locks, (wish.together, wish.apart)
        self.show_round(self.round)

    def take_rules(self, together: Sequence[Group], apart: Sequence[Group]) -> None:
        """Watch other rules from now on."""
        self.rules = (together, apart)
        self._show_tables()

    def _take_locks(self, locks: Locks) -> None:
        self.locks = locks
        self.locks_changed.emit()

    def _try(self, change: Callable[[Draft], Draft], *people: RegistrationId) -> None:
        if self.draft is None:
            return
        try:
            after = self._changed(change, people)
        except SlaError as error:
            self.told.emit(str(error))
            return
        if after is not self.draft:
            self.drafts.append(after)
            self._show_tables()
            self._ui.board.choose(people[0])
            self.changed.emit(after)

    def _changed(self, change: Callable[[Draft], Draft], people: Sequence[RegistrationId]) -> Draft:
        """The draft after a change; SlaError where a lock forbids it."""
        assert self.draft is not None
        after, number = change(self.draft), self.round + 1
        for person in people:
            tables = {self.draft.table_of(person, number), after.table_of(person, number)}
            if len(tables) > 1 and any(self.locks.holds(person, number, table) for table in tables):
                raise SlaError("This place is locked. Unlock the person, the table or the round first.")
        return after

    def _show_tables(self) -> None:
        draft = self.draft
        if draft is None:
            return
        tables = draft.tables(self.round + 1)
        self._ui.board.show_tables([self._row(number, seats) for number, seats in enumerate(tables, 1)])
        people = [(seat, number) for number, seats in enumerate(tables, 1) for seat in seats]
        people.sort(key=lambda one: fold(one[0].name))
        named = [(seat.registration_id, f"{seat.name} (table {number})") for seat, number in people]
        self.bar.show_people(named, len(tables))
        self.bar.show_unkept(len(self.drafts) - 1)
        self._ui.score_label.setText(self._score())
        self.bar.show_broken(draft.broken(*self.rules))

    def _row(self, number: int, seats: Sequence[Seat]) -> TableRow:
        quality, at = self.quality, self.round
        again = quality.again[at] if quality else {}
        mixes = quality.mixes[at][number - 1] if quality else {}
        rows = tuple(
            SeatRow(
                seat.registration_id,
                seat.name,
                seat.organisation,
                again.get(seat.registration_id, 0),
                seat.registration_id in self.locks.people,
            )
            for seat in seats
        )
        mix = ", ".join(f"{mix.found} of {mix.possible} {WORDS[name]}" for name, mix in mixes.items())
        return TableRow(number, rows, mix if rows else "", (at + 1, number) in self.locks.tables)

    def _score(self) -> str:
        """The score in one sentence, and what the moves that are not kept yet have changed."""
        if self.quality is None or self._kept is None:
            return ""
        told = f"{counted(self.quality.repeats, 'repeat')} in {self.quality.meetings:,} meetings"
        gains = ", ".join(f"{WORDS[name]} {max(0, int(gain * 100))}%" for name, gain in self.quality.gains.items())
        told += f"; mixed by {gains} of what is possible." if gains else "."
        if not self.unkept:
            return told
        change = self.quality.repeats - self._kept.repeats
        more = (
            f"{counted(abs(change), 'repeat')} {'more' if change > 0 else 'fewer'}" if change else "as many repeats"
        )
        return f"{told} {counted(len(self.drafts) - 1, 'move')} not kept yet: {more} than before."

    def _on_person_chosen(self, person: RegistrationId | None) -> None:
        if person is not None:
            self._ui.board.choose(person, focus=False)
            self.bar.choose(person, person in self.locks.people)

    def _on_hovered(self, person: RegistrationId | None, table: int) -> None:
        if person is not None:
            # So that a drag reaches tables which are not to be seen yet.
            self._ui.plan_page.ensureWidgetVisible(self._ui.board.cards[table - 1], 0, _BEYOND)
            self._on_considered(person, table)

    def _on_considered(self, person: RegistrationId, table: int) -> None:
        """Say what a move would do before it is made."""
        draft, number = self.draft, self.round + 1
        if draft is None or not 1 <= table <= len(draft.assignment[self.round]):
            return
        here = draft.table_of(person, number)
        name = draft.people[str(person)].name
        told = f"{name} sits at table {here} and meets {_again(draft.repeats_at(person, number, here))}"
        if table != here:
            told += f"; at table {table} it would be {_again(draft.repeats_at(person, number, table))}"
        self.bar.hint_label.setText(f"{told}.")


def _again(count: int) -> str:
    """How many people somebody meets again, in words."""
    return f"{counted(count, 'person', 'people')} again" if count else "nobody again"
