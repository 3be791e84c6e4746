"""Tables and lists of records: sound models, sorted by value, filtered by words."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from sla_desktop.gui.shared.chips import GOOD, Chip
from sla_desktop.gui.shared.rows import Row, RowList
from sla_desktop.gui.shared.table import RECORD_ROLE, Column, RecordTable, dress_table


@dataclass(frozen=True)
class Loaf:
    name: str
    weight: int


LOAVES = (Loaf("Żytni", 900), Loaf("Bara brith", 80), Loaf("Soda bread", 1000))
COLUMNS = (
    Column("Name", lambda loaf: loaf.name),
    Column("Weight", lambda loaf: f"{loaf.weight} g", sort=lambda loaf: loaf.weight),
    Column("State", lambda loaf: "", chip=lambda loaf: Chip("Fresh", GOOD, "check")),
)


@pytest.fixture
def table(qapp):
    model = RecordTable(COLUMNS, key=lambda loaf: loaf.name)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(LOAVES)
    return model


def shown(table, column=0):
    return [table.index(row, column).data() for row in range(table.rowCount())]


@pytest.fixture
def sorted_table(qtbot, table):
    view = QTableView()
    qtbot.addWidget(view)
    dress_table(view, table)
    yield table
    view.close()


def test_a_row_knows_its_record_and_a_chip_its_word(table):
    assert table.index(0, 0).data(RECORD_ROLE) is LOAVES[0]
    assert table.index(0, 2).data() == "Fresh"
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Weight"


def test_names_sort_by_folded_letters_and_numbers_by_value(sorted_table):
    assert shown(sorted_table) == ["Bara brith", "Soda bread", "Żytni"]
    sorted_table.sort(1)
    assert shown(sorted_table, 1) == ["80 g", "900 g", "1000 g"]


@pytest.mark.parametrize(("text", "found"), [("zyt", ["Żytni"]), ("BREAD soda", ["Soda bread"]), ("rye", [])])
def test_words_are_found_in_any_order_without_accents_or_case(sorted_table, text, found):
    sorted_table.show_only(text)
    assert shown(sorted_table) == found


def test_a_group_is_kept_beside_the_words(sorted_table):
    sorted_table.show_only("", lambda loaf: loaf.weight < 950)
    assert shown(sorted_table) == ["Bara brith", "Żytni"]


def test_fresh_values_of_the_same_records_do_not_reset_the_table(qtbot, table):
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.show([Loaf(loaf.name, loaf.weight + 1) for loaf in LOAVES])
    with qtbot.waitSignal(table.modelReset):
        table.show(LOAVES[:1])


def test_a_row_list_is_a_sound_model_and_speaks(qapp):
    model = RowList(lambda loaf: Row(loaf.name, f"{loaf.weight} g", Chip("Fresh", GOOD)))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(LOAVES)
    assert model.index(0).data() == "Żytni, 900 g, Fresh"
    model.show(())
    assert model.rowCount() == 0
