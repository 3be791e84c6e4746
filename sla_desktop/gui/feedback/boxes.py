"""What a kiosk shows to answer one question with: big buttons, or a line to write on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sla_desktop.survey import limits, model
from sla_desktop.survey.model import Choice, Question
from sla_desktop.survey.sitting import Sitting

_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_MOST_BUTTONS, IN_A_ROW, _IN_VIEW = 21, 6, 6

_PLACEHOLDERS = {model.DATE: "A day, such as 2026-11-24", model.CARD: "The seven letters on your card"}


class AnswerBox(QWidget):
    """The way to answer one question. `taken` is called with the answer where a touch is all that it needs."""

    def __init__(
        self,
        sitting: Sitting,
        question: Question,
        language: str,
        taken: Callable[[str], None],
        *,
        in_a_row: int = IN_A_ROW,
    ) -> None:
        super().__init__()
        self._in_a_row = in_a_row
        self._sitting, self._question, self._language, self._taken = sitting, question, language, taken
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._chosen: list[str] = []
        self._buttons: dict[str, QPushButton] = {}
        self._line: QLineEdit | QPlainTextEdit | None = None
        self._fill(sitting.value(question))

    @property
    def value(self) -> str:
        """What is answered now, as it was typed or chosen."""
        if isinstance(self._line, QLineEdit):
            return self._line.text().strip()
        if isinstance(self._line, QPlainTextEdit):
            return self._line.toPlainText().strip()
        return " ".join(self._chosen)

    @property
    def is_written(self) -> bool:
        """Whether the answer is typed rather than chosen."""
        return self._line is not None

    @property
    def goes_on(self) -> bool:
        """Whether a touch answers the question and goes on."""
        return bool(self._buttons) and self._question.kind not in (model.MANY, model.RANK)

    def take_focus(self) -> bool:
        """Put the cursor where the answer is typed, if it is typed."""
        if self._line is not None:
            self._line.setFocus()
        return self._line is not None

    def _fill(self, value: str) -> None:
        question = self._question
        if question.kind in model.SELECTS:
            self._chosen = value.split()
            self._offer(self._sitting.offered(question))
        elif question.kind == model.ACKNOWLEDGE:
            self._chosen = value.split()
            self._button("OK", "Yes, I have read this")
        elif (steps := limits.steps(question, _MOST_BUTTONS)) and question.kind in model.NUMBERS:
            self._chosen = value.split()
            self._number_row(steps)
        elif question.kind == model.TEXT:
            self._write(QPlainTextEdit(value))
        elif question.kind in model.ASKED:
            line = QLineEdit(value)
            line.setPlaceholderText(_PLACEHOLDERS.get(question.kind) or limits.in_words(question).capitalize())
            self._write(line)
        self._mark()

    def _offer(self, choices: Sequence[Choice]) -> None:
        if len(choices) <= _IN_VIEW:
            self._choice_buttons(choices, self._layout)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setProperty("look", "plain")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._choice_buttons(choices, QVBoxLayout(inside))
        area.setWidget(inside)
        self._layout.addWidget(area)

    def _choice_buttons(self, choices: Sequence[Choice], layout: QVBoxLayout) -> None:
        layout.setSpacing(12)
        for choice in choices:
            label = self._sitting.say(choice.label, self._language) or choice.value
            layout.addWidget(self._made(choice.value, label))

    def _number_row(self, steps: Sequence[str]) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, step in enumerate(steps):
            button = self._made(step, step)
            grid.addWidget(button, place // self._in_a_row, place % self._in_a_row)
        self._layout.addLayout(grid)

    def _button(self, value: str, label: str) -> None:
        self._layout.addWidget(self._made(value, label))

    def _made(self, value: str, label: str) -> QPushButton:
        button = QPushButton(label.replace("&", "&&"))
        button.setProperty("look", "answer")
        button.setProperty("told", label)
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_touched, value))
        self._buttons[value] = button
        return button

    def _write(self, line: QLineEdit | QPlainTextEdit) -> None:
        line.setInputMethodHints(_PRIVATE)
        line.setAccessibleName(self._sitting.say(self._question.label, self._language) or self._question.name)
        line.setProperty("look", "kiosk")
        if isinstance(line, QPlainTextEdit):
            line.setTabChangesFocus(True)
        self._line = line
        self._layout.addWidget(line)

    def _on_touched(self, value: str) -> None:
        if self._question.kind in (model.MANY, model.RANK):
            self._chosen = [one for one in self._chosen if one != value] + [value] * (value not in self._chosen)
            self._mark()
            return
        self._taken(value)

    def _mark(self) -> None:
        """Show what is chosen: by the fill, and by a tick or the place in the order."""
        several = self._question.kind in (model.MANY, model.RANK)
        for value, button in self._buttons.items():
            chosen = value in self._chosen
            button.setChecked(chosen)
            if several:
                place = f"{self._chosen.index(value) + 1}." if chosen else "–"
                sign = place if self._question.kind == model.RANK else "✓" if chosen else "□"
                button.setText(f"{sign}  {button.property('told')}".replace("&", "&&"))
