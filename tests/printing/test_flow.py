"""Blocks pour into pages without loss."""

from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.printing.flow import Block, pages

ROOM = 100.0


def block(height: float, **more) -> Block:
    return Block(height, lambda _: None, **more)


@given(st.lists(st.tuples(st.floats(min_value=1, max_value=90), st.booleans(), st.booleans())))
def test_every_block_comes_once_in_order_and_no_page_is_overfull(made: list[tuple[float, bool, bool]]):
    blocks = [block(high, holds_next=holds, starts_page=starts) for high, holds, starts in made]
    filled = pages(blocks, ROOM)
    assert [one for page in filled for one in page] == blocks
    assert all(sum(one.height for one in page) <= ROOM + 1e-9 for page in filled)


def test_what_holds_the_next_goes_with_it():
    title, body = block(20, holds_next=True), block(30)
    filled = pages([block(60), title, body], ROOM)
    assert filled[1] == [title, body]


def test_a_group_higher_than_a_page_is_broken():
    assert [len(page) for page in pages([block(40, holds_next=True) for _ in range(5)], ROOM)] == [2, 2, 1]


def test_a_heading_comes_again_on_each_page_and_once_on_it():
    heading = block(11)
    filled = pages([block(30, heading=heading) for _ in range(5)], ROOM)
    assert [page.count(heading) for page in filled] == [1, 1, 1]
    assert all(page[0] is heading for page in filled)
    assert all(sum(one.height for one in page) <= ROOM for page in filled)


def test_a_page_starts_where_it_is_asked_to():
    assert [len(page) for page in pages([block(5), block(5, starts_page=True), block(5)], ROOM)] == [1, 2]
