"""The style sheet: how every kind of widget looks, made from tokens and a text size."""

from dataclasses import asdict
from string import Template

from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.tokens import Tokens

_TYPE_SCALE = {"small": 0.92, "body": 1.0, "lead": 1.15, "heading": 1.35, "title": 1.85, "display": 2.3, "huge": 3.4}
# Already readable across a room: display sizes stop growing here, so that large text still fits.
_LARGEST = 46.0
# Spacing grows with the text up to here; beyond, the room is for the words.
_ROOMIEST = 1.3
_ARROWS = {"arrow_down": "chevron-down", "arrow_up": "chevron-up", "tick": "check", "dash": "minus"}


def build(tokens: Tokens, size: float) -> str:
    """The style sheet for these tokens at a body size in points."""
    values = asdict(tokens)
    values |= {
        name: f"{min(size * factor, max(size, _LARGEST * factor / 3.4)):.1f}pt"
        for name, factor in _TYPE_SCALE.items()
    }
    roomy = min(size / 10, _ROOMIEST)
    values |= {f"p{step}": f"{round(step * roomy)}px" for step in (2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 40, 100)}
    # A box may be squeezed down to this: a line of text with its descenders.
    values["line_high"] = f"{round(max(20 * roomy, size * 1.67))}px"
    values["search_high"] = f"{round(size * 2.9)}px"
    # A focused control has a border thicker by one; its padding gives way, so that nothing moves.
    values |= {f"q{step}": f"{round(step * roomy) - 1}px" for step in (2, 4, 6, 8, 10, 12, 14, 16, 20, 24)}
    for name, icon in _ARROWS.items():
        colour = tokens.on_accent if name in ("tick", "dash") else tokens.muted
        values[name] = f'url("{icons.file(icon, colour)}")'
    return Template(_RULES).substitute(values)


_RULES = """
QWidget { color: $text; font-size: $body; }
QMainWindow, QDialog, QWidget[look="window"], QFrame[look="cover"] { background: $window; }
QScrollArea, QScrollArea > QWidget > QWidget[look="clear"] { background: transparent; border: none; }
QToolTip { background: $text; color: $surface; border: none; padding: $p4 $p8; }

QLabel[look="title"] { font-size: $title; font-weight: 600; }
QLabel[look="heading"] { font-size: $heading; font-weight: 600; }
QLabel[look="lead"] { font-size: $lead; }
QLabel[look="lead-strong"] { font-size: $lead; font-weight: 600; }
QLabel[look="heading-plain"] { font-size: $heading; }
QLabel[look="display"] { font-size: $display; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: $small; }
QLabel[look="caption"] { color: $muted; font-size: $small; font-weight: 600; }
QLabel[look="figure"] { font-size: $title; font-weight: 600; }
QLabel[look="huge"] { font-size: $huge; font-weight: 700; }
QLabel[look="field"] { font-weight: 500; }

QFrame[look="card"] { background: $surface; border: 1px solid $border; border-radius: 12px; }
QFrame[look="card"][marked="true"] { border: 2px dashed $accent; }
QFrame[look="question"] { background: $surface; border: 2px solid $border; border-radius: 12px; }
QFrame[look="question"]:focus { border-color: $accent; }
QFrame[look="rail"] { background: $sunken; border: none; border-right: 1px solid $border; }
QFrame[look="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QWidget[look="status"] { background: $sunken; border-top: 1px solid $border; }
QWidget[look="status"] QLabel { color: $muted; font-size: $small; }

QPushButton { background: $surface; border: 1px solid $control; border-radius: 8px; padding: $p6 $p14;
  font-weight: 500; min-height: $p20; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: $q6 $q14; }
QPushButton:disabled { color: $muted; border-color: $border; background: $window; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: $accent_strong; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $sunken; color: $muted; border-color: $border; }
QPushButton[look="large"] { font-size: $lead; padding: $p10 $p20; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border: 1px solid transparent;
  color: $accent; border-radius: 6px; padding: $p4 $p8; font-weight: 500; min-height: $p16; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $accent_soft; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 2px solid $accent; padding: $q4 $q8; }
QPushButton[look="quiet"]:disabled { color: $muted; }

QPushButton[look="status"] { background: transparent; border: 2px solid transparent; border-radius: 6px;
  color: $warn; font-size: $small; font-weight: 600; padding: 0 $p8; min-height: $p16; }
QPushButton[look="status"]:hover { background: $hover; }
QPushButton[look="status"]:focus { border-color: $accent; padding: 0 $p8; }

QPushButton[look="stage"] { background: transparent; border: 2px solid transparent; border-radius: 8px;
  text-align: left; padding: $p8 $p10; font-weight: 500; color: $muted; min-height: $p20; }
QPushButton[look="stage"]:hover { color: $text; background: $hover; }
QPushButton[look="stage"]:checked { background: $surface; color: $text; font-weight: 600; border-color: $surface; }
QPushButton[look="stage"]:focus { border-color: $accent; }

QPushButton[look="answer"] { font-size: $heading; font-weight: 500; text-align: left; border-radius: 12px;
  padding: $p14 $p24; min-height: $p24; }
QPushButton[look="large"]:focus { padding: $q10 $q20; }
QPushButton[look="answer"]:focus { padding: $q14 $q24; }
QPushButton[look="answer"]:checked { background: $accent_soft; border: 2px solid $accent; }
QPushButton[look="start"] { font-size: $heading; font-weight: 600; border-radius: 12px; padding: $p14 $p40;
  min-height: $p24; background: $accent; color: $on_accent; border: 2px solid $accent; }
QPushButton[look="start"]:focus { border-color: $text; }
QPushButton[look="start"]:disabled { background: $sunken; color: $muted; border-color: $border; }
QLineEdit[look="kiosk"] { font-size: $heading; padding: $p14 $p16; border-radius: 12px; }
QLineEdit[look="kiosk"]:focus { padding: $q14 $q16; }
QPlainTextEdit[look="kiosk"] { font-size: $heading; padding: $p12; min-height: $p100; }
QLineEdit[look="kiosk"] { font-size: $heading; padding: $p12 $p16; min-height: $search_high; border-radius: 12px; }
QLineEdit[look="kiosk"]:focus { padding: $q12 $q16; }

QPushButton[look="choice"] { border-radius: $p12; min-height: $p20; padding: $p2 $p12; border: 1px solid $border;
  font-weight: 500; background: $surface; color: $muted; }
QPushButton[look="choice"]:hover { color: $text; }
QPushButton[look="choice"]:checked { background: $accent_soft; color: $accent; border-color: $accent;
  font-weight: 600; }
QPushButton[look="choice"]:focus { border: 2px solid $accent; padding: $q2 $q12; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit { background: $surface; border: 1px solid $control;
  border-radius: 8px; padding: $p6 $p10; min-height: $line_high; placeholder-text-color: $muted;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: $q6 $q10; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $muted; background: $window;
  border-color: $border; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit[wrong="true"] { border: 2px solid $bad; }
QLineEdit[look="search"] { font-size: $title; padding: $p10 $p16; border-radius: 12px;
  border: 2px solid $control; min-height: $search_high; }
QLineEdit[look="search"]:focus { border: 3px solid $accent; padding: $q10 $q16; }
QAbstractSpinBox { padding: $p4 0; qproperty-alignment: AlignCenter; }
QAbstractSpinBox:focus { border: 2px solid $accent; padding: $q4 0; }
QComboBox::drop-down { border: none; width: $p24; }
QComboBox::down-arrow { image: $arrow_down; width: $p16; height: $p16; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control;
  border-radius: 0; outline: none; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: $p24; padding: $p4 $p8; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: $p24; background: transparent; }
QAbstractSpinBox::up-arrow { image: $arrow_up; width: $p12; height: $p12; }
QAbstractSpinBox::down-arrow, QDateTimeEdit::drop-down, QDateEdit::drop-down { image: $arrow_down; width: $p12;
  height: $p12; border: none; }

QCheckBox, QRadioButton { spacing: $p8; min-height: $p24; border: 2px solid transparent; border-radius: 6px;
  padding: 0 $p4; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QListWidget::indicator, QRadioButton::indicator {
  width: $p16; height: $p16; border: 1px solid $control; background: $surface; }
QCheckBox::indicator, QListWidget::indicator { border-radius: 4px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
  background: $accent; border-color: $accent; image: $tick; }
QRadioButton::indicator { border-radius: 9px; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }

QTextBrowser { background: $surface; border: none; padding: $p16 $p24; }
QTableView, QListView { background: $surface; border: none; outline: none; selection-background-color: $accent_soft;
  selection-color: $text; gridline-color: transparent; }
QTableView::item, QListView::item { border-bottom: 1px solid $border; padding: 0 $p12; min-height: $p24; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QListView[look="seats"] { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QTableView:focus, QListView:focus { border: 2px solid $accent; border-radius: 10px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; font-size: $small; font-weight: 600; border: none;
  border-bottom: 1px solid $border; padding: $p8 15px; }
QHeaderView::down-arrow { image: $arrow_down; width: $p12; height: $p12; }
QHeaderView::up-arrow { image: $arrow_up; width: $p12; height: $p12; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $sunken; border: none; padding: 2px $p8; }
QMenuBar::item { padding: $p4 $p8; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $control; padding: $p4; }
QMenu::item { padding: $p6 $p24 $p6 $p12; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: $p4 $p8; }
QMenu::indicator { width: $p16; height: $p16; margin-left: $p4; }
QProgressBar { background: $sunken; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QFrame[tone] { border-radius: 12px; }
QFrame[tone="plain"] { background: $surface; border: 1px solid $border; }
QFrame[tone="info"] { background: $accent_soft; border: 1px solid $accent; }
QFrame[tone="good"] { background: $good_soft; border: 1px solid $good; }
QFrame[tone="warn"] { background: $warn_soft; border: 1px solid $warn; }
QFrame[tone="bad"] { background: $bad_soft; border: 1px solid $bad; }
QFrame[light="green"] { background: $good_fill; border-radius: 16px; }
QFrame[light="green"] QLabel { color: $on_good_fill; }
QFrame[light="amber"] { background: $warn_fill; border-radius: 16px; }
QFrame[light="amber"] QLabel { color: $on_warn_fill; }
QFrame[light="red"] { background: $bad_fill; border-radius: 16px; }
QFrame[light="red"] QLabel { color: $on_bad_fill; }
QFrame[light="note"] { background: $accent; border-radius: 16px; }
QFrame[light="note"] QLabel { color: $on_accent; }
QFrame[light="idle"] { background: $surface; border: 2px dashed $control; border-radius: 16px; }
QLabel[tone] { background: transparent; border: none; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
"""
