"""Scenarios of domain experts: our own pass, a false one fails with a reason, and unknown words are refused."""

import json
from pathlib import Path

import pytest

from sla_desktop.cli.main import run

SUITE = sorted((Path(__file__).parents[1] / "conformance").glob("*.json"))


@pytest.fixture
def play(tmp_path, capsys):
    """Plays a scenario given as an object, or a file; (exit code, the JSON result)."""

    def play_it(told):
        path = told if isinstance(told, Path) else tmp_path / "scenario.json"
        if path is not told:
            path.write_text(json.dumps(told), encoding="utf-8")
        code = run(["conformance", "--json", str(path)])
        return code, json.loads(capsys.readouterr().out)

    return play_it


@pytest.mark.parametrize("file", SUITE, ids=lambda file: file.stem)
def test_our_own_scenarios_pass(play, file):
    code, told = play(file)
    assert [(one["name"], one["faults"]) for one in told["scenarios"] if not one["passed"]] == []
    assert code == 0


def test_the_suite_has_all_forty_two():
    numbers = {one.get("number") for file in SUITE for one in json.loads(file.read_text("utf-8"))["scenarios"]}
    assert set(range(1, 43)) <= numbers


FALSE = [
    ({"do": [{"scan": "Ann Lee", "expect": "full"}]}, "step 1 (scan “Ann Lee”): verdict: 'valid', not 'full'"),
    ({"do": [{"scan": "Ann Lee"}], "expect": {"inside": 2}}, "at Desk 1, inside: 1, not 2: Ann Lee"),
    ({"do": [{"scan": "Ann Lee"}], "expect": {"inside": ["Bob Ray"]}}, "['Ann Lee'], not ['Bob Ray']"),
    ({"do": [{"scan": "Ann Lee"}], "expect": ["full"]}, "verdicts: ['valid'], not ['full']"),
    ({"do": [{"undo": "Nobody", "expect": "undone"}]}, "it was refused: “Nobody” is not on the list"),
    ({"do": [{"scan": "Ann Lee", "expect": {"error_has": "disk"}}]}, "error_has: '', not 'disk'"),
    ({"do": [{"search": "ann", "expect": {"first": "Bob"}}]}, "first: 'Ann Lee', not 'Bob'"),
    ({"do": [{"wait": 1}], "expect": {"cards": ["Ann"]}}, "cards: none says ['Ann']"),
    ({"do": [{"wait": 1}], "expect": {"nowhere": ["Ann Lee"]}}, "still holds ['Ann Lee']"),
    ({"do": [{"wait": 1}], "expect": {"certificates": {"Ann Lee": "1 hour"}}}, "'none'}, not {'Ann Lee': '1 hour'}"),
]


@pytest.mark.parametrize(("told", "fault"), FALSE, ids=[str(place) for place in range(len(FALSE))])
def test_a_scenario_that_is_not_so_fails_with_a_plain_reason(play, told, fault):
    code, result = play({"name": "A false one", "given": {"people": ["Ann Lee"]}, **told})
    assert (code, result["failed"]) == (1, 1)
    assert fault in result["scenarios"][0]["faults"][0]


UNKNOWN = [
    ({"do": [{"scam": "Ann Lee"}]}, "step 1: {'scam': 'Ann Lee'} has no verb. Known verbs: scan, "),
    ({"do": [{"scan": "Ann", "wait": 1}]}, "has 2 verbs (scan, wait)"),
    ({"do": [{"scan": "Ann", "desks": "A"}]}, "step 1: “desks” is no field of “scan”. Known: scan, "),
    ({"do": [], "expect": {"insides": 1}}, "expect, no. 1: “insides” is no field of expect. Known: "),
    ({"do": [], "given": {"people": [{"named": "Ann"}]}}, "given, people, no. 1: “named” is no field of a person"),
    ({"do": [], "given": {"rooms": [{"capacity": 3}]}}, "a room needs “name”"),
    ({"do": [], "given": {"rooms": [{"name": "Hall", "capacity": "many"}]}}, "'many' must be a number"),
    ({"given": {}}, "a scenario needs “do”"),
]


@pytest.mark.parametrize(("told", "sentence"), UNKNOWN, ids=[str(place) for place in range(len(UNKNOWN))])
def test_an_unknown_word_is_refused_with_file_place_and_the_known_words(play, told, sentence):
    code, result = play({"name": "An odd one", **told})
    assert code == 1
    assert "scenario.json, “An odd one”" in result["error"]
    assert sentence in result["error"]


def test_what_is_no_json_or_not_there_is_told(play, tmp_path):
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    assert "is not JSON" in play(tmp_path / "broken.json")[1]["error"]
    assert "cannot be read" in play(tmp_path / "missing.json")[1]["error"]


def test_rules_that_there_are_not_are_told_as_a_fault_of_what_is_given(play):
    limits = {"rules": {"limits": {"most_entry": 1}}}
    code, result = play({"name": "Odd rules", "given": limits, "do": []})
    assert code == 1
    assert "“most_entry” is no limit of a door" in result["scenarios"][0]["faults"][0]
