"""The merge gives the same answer in any order, and shows people what truly conflicts."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.storage.fold import CREATE, UPDATE, Edit, fold


def edit(number, kind, sets, replaces=None, hlc=None):
    named = {name: tuple(UUID(int=one).hex for one in cids) for name, cids in (replaces or {}).items()}
    return Edit(UUID(int=number).hex, hlc if hlc is not None else number, kind, sets, named)


CREATED = edit(1, CREATE, {"name": "Ama", "email": "a@b"})


def test_an_edit_that_names_what_it_replaces_wins_whatever_the_clock_says():
    corrected = edit(2, UPDATE, {"name": "Amma"}, {"name": [1]}, hlc=-99)
    folded = fold([CREATED, corrected])
    assert folded.values["name"] == "Amma"
    assert folded.conflicts == {}


def test_two_desks_that_did_not_know_of_each_other_conflict():
    one, other = edit(2, UPDATE, {"name": "Ama S"}, {"name": [1]}), edit(3, UPDATE, {"name": "Ama T"}, {"name": [1]})
    folded = fold([CREATED, one, other])
    assert folded.values["name"] == "Ama T"
    assert folded.conflicts == {"name": ((UUID(int=2).hex, "Ama S"), (UUID(int=3).hex, "Ama T"))}


def test_the_same_correction_at_two_desks_is_no_conflict():
    one, other = edit(2, UPDATE, {"name": "Amma"}, {"name": [1]}), edit(3, UPDATE, {"name": "Amma"}, {"name": [1]})
    assert fold([CREATED, one, other]).conflicts == {}


def test_resolving_is_an_edit_that_names_all_leaves():
    one, other = edit(2, UPDATE, {"name": "Ama S"}, {"name": [1]}), edit(3, UPDATE, {"name": "Ama T"}, {"name": [1]})
    resolved = edit(4, UPDATE, {"name": "Ama S"}, {"name": [2, 3]})
    folded = fold([CREATED, one, other, resolved])
    assert folded.values["name"] == "Ama S"
    assert folded.conflicts == {}
    assert folded.leaves["name"] == (UUID(int=4).hex,)


def test_an_edit_whose_create_has_not_arrived_shows_nothing_yet():
    assert not fold([edit(2, UPDATE, {"name": "Amma"}, {"name": [1]})]).exists


def test_two_desks_that_make_the_same_thing_make_one():
    folded = fold([edit(1, CREATE, {"code": "A"}), edit(2, CREATE, {"code": "A", "note": "x"})])
    assert folded.values == {"code": "A", "note": "x"}
    assert folded.conflicts == {}


@st.composite
def histories(draw):
    """Edits of one field, each replacing some earlier ones, as laptops with wild clocks would make them."""
    edits = [CREATED]
    for number in range(2, draw(st.integers(2, 9))):
        seen = draw(st.sets(st.integers(1, number - 1)))
        value = draw(st.sampled_from(["x", "y", "z"]))
        edits.append(edit(number, UPDATE, {"name": value}, {"name": seen}, hlc=draw(st.integers(-5, 5))))
    return edits


@given(histories(), st.randoms())
def test_order_and_repetition_never_matter(edits, rng):
    shuffled = edits + edits[: len(edits) // 2]
    rng.shuffle(shuffled)
    assert fold(shuffled) == fold(edits)


@given(histories())
def test_a_value_that_somebody_replaced_is_never_shown(edits):
    folded = fold(edits)
    replaced = {cid for one in edits for cid in one.replaces.get("name", ())}
    assert not replaced & set(folded.leaves["name"])
    live = {one.sets["name"] for one in edits if one.cid not in replaced and "name" in one.sets}
    assert folded.values["name"] in live
    assert ("name" in folded.conflicts) == (len(live) > 1)
