"""Names stand in a list where people look for them."""

import pytest

from sla_desktop.domain.sorting import order_of
from sla_desktop.domain.text import fold


@pytest.mark.parametrize(
    ("name", "family", "expected"),
    [
        ("Dr Ann Lee", "", ("lee", "ann")),
        ("Rev'd Grace Ade", "", ("ade", "grace")),
        ("Cllr. Prof. Ann Lee", "", ("lee", "ann")),
        ("John Smith Jr.", "", ("smith", "john")),
        ("Ann Lee, OBE", "", ("lee", "ann")),
        ("Lee, Ann", "", ("lee", "ann")),
        ("Jan van der Berg", "", ("van der berg", "jan")),
        ("Siân Ní Bhriain", "", ("ni bhriain", "sian")),
        ("Owain Glyn Pryce", "Glyn Pryce", ("glyn pryce", "owain")),
        ("Owain Glyn Pryce", "Glyn-Pryce", ("glyn pryce", "owain")),
        ("Mr Owen Davies-Price MBE", "", ("davies price", "owen")),
        ("Owen Davies-Price", "Price", ("davies price", "owen")),
        ("Owen Davies-Price", "Davies Price", ("davies price", "owen")),
        ("Anne-Marie Achterberg-Featherstonehaugh", "", ("achterberg featherstonehaugh", "anne marie")),
        ("Rosa de-la-Cruz", "", ("de la cruz", "rosa")),
        ("Rosa de-la Cruz", "", ("de la cruz", "rosa")),
        ("Al-Rashid", "", ("al rashid", "")),
        ("Ann Park", "Smith", ("park", "ann")),
        ("Nguyễn Thị Lan", "Nguyễn", ("nguyen", "thi lan")),
        ("王 小明", "", ("王 小明", "")),
        ("王小明", "", ("王小明", "")),
        ("김 민수", "김", (fold("김"), fold("민수"))),
        ("Madonna", "", ("madonna", "")),
        ("Dr", "", ("dr", "")),
        ("", "", ("", "")),
    ],
)
def test_a_name_is_looked_for_under_the_family_name(name, family, expected):
    assert order_of(name, family) == expected
