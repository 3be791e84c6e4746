"""How good a plan is, in words and pictures."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QListView, QVBoxLayout, QWidget

from sla_desktop.domain.text import counted
from sla_desktop.gui.groups.pictures import BetweenView, ContactMapView
from sla_desktop.gui.groups.settings import WORDS
from sla_desktop.gui.shared.charts import IntervalBar
from sla_desktop.gui.shared.chips import GOOD, WARN, Chip
from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.services.group_quality import PersonMeets, Quality

_ROWS_SHOWN = 7


class QualityView(QWidget):
    """Sentences, how well each attribute is mixed, who meets whom, and repeats per person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quality: Quality | None = None
        self._coming: Quality | None = None
        self.sentences_label = plain_label("")
        self._bars = QGridLayout()
        self._bars.setColumnStretch(1, 1)
        self.by_combo = QComboBox()
        self.by_combo.setAccessibleName("What to compare by")
        self.by_combo.currentIndexChanged.connect(lambda _: self._show_between())
        self.between_view, self.map_view = BetweenView(), ContactMapView()
        self.people_view = QListView()
        self.people_view.setAccessibleName("Whom each person meets again, most first")
        self.people: RowList[PersonMeets] = RowList(_row)
        dress_list(self.people_view, self.people)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 14)
        lines.setSpacing(14)
        lines.addWidget(_card("How good these groups are", self.sentences_label, self._bars))
        lines.addWidget(_card("Who meets whom: share of pairs who share a table", self.by_combo, self.between_view))
        legend = (
            "Each row and column is a person, people of the same kind side by side. Blue: they meet for the first "
        )
        legend += "time. Red in a ring: they meet again. Grey: they met before and do not meet. Arrow keys go round."
        lines.addWidget(_card("Everybody with everybody", plain_label(legend, "small"), self.map_view))
        lines.addWidget(_card("Meetings again, person by person", self.people_view))
        lines.addStretch()

    def show_quality(self, quality: Quality) -> None:
        """Show how good a plan is, as soon as anybody looks."""
        self._coming = quality
        if self.isVisible():
            self._fill(quality)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._coming is not None:
            self._fill(self._coming)

    def _fill(self, quality: Quality) -> None:
        self._coming = None
        # The fewest values make the clearest picture to begin with.
        clear = min(quality.between, key=lambda name: len(quality.between[name].values), default="")
        chosen = self.by_combo.currentText() or WORDS.get(clear, clear).capitalize()
        self._quality = quality
        self.sentences_label.setText("\n".join(quality.sentences))
        empty(self._bars)
        for row, (name, gain) in enumerate(quality.gains.items()):
            share, bar = max(0.0, min(1.0, gain)), IntervalBar(self)
            bar.show_share(share, share, share)
            parts: tuple[QWidget, ...] = (QLabel(WORDS[name].capitalize()), bar, QLabel(f"{int(share * 100)}%"))
            for column, part in enumerate(parts):
                self._bars.addWidget(part, row, column)
        self.by_combo.clear()
        self.by_combo.addItems([WORDS[name].capitalize() for name in quality.between])
        self.by_combo.setCurrentText(chosen)
        self.map_view.show_map(quality.map)
        self.people.show(quality.people)
        high = self.people_view.sizeHintForRow(0)
        self.people_view.setFixedHeight(high * min(_ROWS_SHOWN, max(1, len(quality.people))) + 4)

    def _show_between(self) -> None:
        place = self.by_combo.currentIndex()
        if self._quality is not None and place >= 0:
            self.between_view.show_between(list(self._quality.between.values())[place])


def _row(person: PersonMeets) -> Row:
    told = f"meets {counted(person.new, 'new person', 'new people')}"
    if not person.again:
        return Row(person.name, told, Chip("nobody again", GOOD, "check"))
    return Row(person.name, f"{told}; again {', '.join(person.again)}", Chip(f"{len(person.again)} again", WARN))


def _card(title: str, *parts: QWidget | QGridLayout) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    lines = QVBoxLayout(card)
    lines.setContentsMargins(16, 14, 16, 14)
    lines.addWidget(plain_label(title, "caption"))
    for part in parts:
        if isinstance(part, QWidget):
            lines.addWidget(part)
        else:
            lines.addLayout(part)
    return card
