"""The command line is a contract: verbs, JSON, exit codes, one sentence for each fault."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
from _thread import interrupt_main
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from sla_desktop.cli.main import run
from sla_desktop.domain import card_codes
from sla_desktop.services import exchange, team


@pytest.fixture
def sla(tmp_path, capsys, monkeypatch):
    """Runs a verb on a store of its own; (exit code, stdout or its JSON, stderr)."""
    monkeypatch.setenv("SLA_KEY", "5e" * 32)
    store = str(tmp_path / "day.sla")

    def call(*arguments):
        code = run(["--store", store, *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in arguments else out, err

    return call


@pytest.fixture
def day(sla, tmp_path):
    """An event with four people."""
    sla("event", "add", "--title", "Day", "--start", "2026-11-24 09:00", "--end", "2026-11-24 16:00")
    path = tmp_path / "people.csv"
    path.write_text("Name,Email,Organisation\nSiân Ní Bhriain,s@x.org,Oxleas\nAnn Lee,a@x.org,King's\n"
                    "Bob Ray,b@x.org,King's\nCat Poe,nonsense,Oxleas\n,d@x.org,\n", encoding="utf-8")  # fmt: skip
    return sla("import", path, "--event", "Day", "--json")


def test_an_import_tells_each_rows_fate_and_exits_with_3_when_some_are_refused(day):
    code, told, _ = day
    assert code == 3
    assert told["counts"]["new"] == 4
    assert told["counts"]["rejected"] == 1
    assert [row["fate"] for row in told["rows"]] == ["new", "new", "new", "new", "rejected"]
    assert "“nonsense” is not an address" in told["rows"][3]["reason"]
    assert set(told) >= {"format", "encoding", "sheet", "header_row", "mapping", "counts", "rows"}
    assert set(told["rows"][0]) == {"row", "fate", "person", "name", "email", "organisation", "reason"}


def test_a_dry_run_writes_nothing(sla, day, tmp_path):
    (tmp_path / "more.csv").write_text("Name,Email\nDan Fox,d@x.org\n")
    assert sla("import", tmp_path / "more.csv", "--event", "Day", "--dry-run", "--json")[1]["counts"]["new"] == 1
    assert sla("search", "Day", "dan", "--json")[1]["results"] == []


def test_a_map_names_columns_that_are_not_known(sla, day, tmp_path):
    (tmp_path / "odd.csv").write_text("Who,Wherefrom\nDan Fox,Oxleas\n")
    (tmp_path / "map.json").write_text('{"full_name": "Who", "organisation": "Wherefrom"}')
    code, told, _ = sla("import", tmp_path / "odd.csv", "--event", "Day", "--map", tmp_path / "map.json", "--json")
    assert (code, told["rows"][0]["organisation"]) == (0, "Oxleas")
    (tmp_path / "map.json").write_text("nonsense")
    assert sla("import", tmp_path / "odd.csv", "--event", "Day", "--map", tmp_path / "map.json")[0] == 1


def test_every_count_is_the_same_after_somebody_was_erased(sla, day):
    person = sla("search", "Day", "sian", "--json")[1]["results"][0]["name"]
    sla("checkin", "Day", "sian")
    sla("person", "erase", person, "--yes")
    room = sla("present", "Day", "--json")[1]
    assert room["count"] == sla("event", "show", "Day", "--json")[1]["counts"]["inside"] == 1
    assert room["present"] == []
    assert room["without_name"] == 1
    assert sla("present", "Day")[1] == "1 in the room, 1 of them without a name: their data was erased\n"


def test_search_check_in_present_and_undo(sla, day):
    (hit,) = sla("search", "Day", "sian", "--json")[1]["results"]
    assert hit["name"] == "Siân Ní Bhriain"
    code, told, _ = sla("checkin", "Day", hit["code"], "--at", "09:12", "--desk", "Desk 7", "--json")
    assert (code, told["verdict"], told["light"], told["at"]) == (0, "valid", "green", "2026-11-24T09:12:00+00:00")
    assert sla("checkin", "Day", "sian", "--json")[1]["verdict"] == "already-in"
    assert sla("present", "Day", "--json")[1]["count"] == 1
    assert sla("present", "Day", "--at", "09:00", "--json")[1]["count"] == 0
    assert sla("checkin", "Day", "sian", "--undo", "--reason", "Wrong one", "--json")[1]["verdict"] == "undone"
    assert sla("present", "Day", "--json")[1]["count"] == 0


def test_somebody_not_on_the_list_is_red_and_exits_with_1(sla, day):
    assert "Say who it is" in sla("checkin", "Day", " ")[2]
    code, told, _ = sla("checkin", "Day", "Nobody", "--json")
    assert (code, told["verdict"], told["light"]) == (1, "not-on-list", "red")


def test_in_out_and_a_walk_in(sla, day):
    sla("checkin", "Day", "ann lee")
    assert sla("checkin", "Day", "ann lee", "--out", "--json")[1]["verdict"] == "left"
    code, told, _ = sla("walkin", "Day", "--given", "Björk", "--organisation", "Oxleas", "--json")
    assert (code, told["name"], told["verdict"]) == (0, "Björk", "valid")


def test_who_is_surely_not_the_one_on_the_list_is_not_asked_about_again(sla, day):
    sla("walkin", "Day", "--given", "Ann", "--family", "Lee", "--sure")
    assert sla("cards", "list", "Day", "--json")[1]["cards"] == []
    assert sla("merge", "list", "Day", "--json")[1]["proposals"] == []


def test_sessions_are_added_listed_and_checked_into(sla, day):
    sla("session", "add", "Day", "--title", "Opening", "--start", "09:30", "--end", "10:15", "--capacity", "1")
    sla("room", "Day", "Hall", "--capacity", "40")
    sla("session", "add", "Day", "--title", "Talk", "--start", "10:30", "--end", "11:00", "--room", "Hall")
    for listing in (("session", "list"), ("event", "show")):
        told = sla(*listing, "Day")[1]
        assert "09:30–10:15  Opening, 1 place" in told
        assert "10:30–11:00  Talk, Hall, 40 places" in told
    assert sla("checkin", "Day", "ann", "--session", "Opening", "--json")[1]["verdict"] == "valid"
    code, told, _ = sla("checkin", "Day", "bob", "--session", "Opening", "--json")
    assert (code, told["verdict"]) == (1, "full")
    assert sla("checkin", "Day", "bob", "--session", "Opening", "--override", "Speaker", "--json")[0] == 0


def test_who_is_kept_apart_is_kept_with_the_event_and_heeded_by_the_next_groups(sla, day):
    for name in ("sian", "ann", "bob"):
        sla("checkin", "Day", name, "--at", "09:00")
    (rule,) = sla("groups", "rules", "Day", "--apart", "sian", "--apart", "ann", "--json")[1]["rules"]
    assert (rule["kind"], len(rule["names"])) == ("apart", 2)
    formed = sla("groups", "form", "Day", "--rounds", "1", "--tables", "2", "--seconds", "0.1", "--json")[1]
    assert sorted(len(table) for table in formed["rounds"][0]["tables"]) == [1, 2]
    assert not any(
        set(rule["registrations"]) <= {s["registration"] for s in t} for t in formed["rounds"][0]["tables"]
    )
    assert sla("groups", "rules", "Day", "--drop", "1")[1].strip() == "Nobody is kept together or apart."


def test_groups_feedback_notes_papers_and_verification(sla, day, tmp_path):
    for name in ("sian", "ann", "bob"):
        sla("checkin", "Day", name, "--at", "09:00")
    formed = sla("groups", "form", "Day", "--rounds", "1", "--size", "3", "--seconds", "0.1", "--json")[1]
    assert len(formed["rounds"][0]["tables"][0]) == 3
    assert "Table 1" in sla("groups", "show", "Day")[1]
    answers = json.dumps([{"connections": "yes", "skills": "4"}] * 6)
    assert sla("form", "answer", "Day", "--json-answers", answers, "--json")[1] == {"saved": 6}
    report = sla("feedback", "report", "Day", "--json")[1]
    assert report["measures"][0]["share"]["hits"] == 6
    assert "95% interval" in sla("feedback", "report", "Day")[1]
    place = ("--round", 1, "--table", 1)
    sla("note", "add", "Day", "Share the list", "--kind", "action", "--owner", "Ann", *place)
    assert "action (round 1, table 1, Ann): Share the list" in sla("note", "list", "Day")[1]
    for wrong in (("--round", 99), ("--table", 400), ("--round", 1, "--table", 2)):
        assert sla("note", "add", "Day", "Nowhere", *wrong)[0] == 1
    assert sla("note", "list", "Day", "--json")[1]["notes"][0]["owner"] == "Ann"
    for what in ("certificates", "badges", "signin", "tables", "pack"):
        code, told, _ = sla("print", what, "Day", "-o", tmp_path / f"{what}.pdf", "--json")
        assert (code, told["pages"] > 0) == (0, True)
    code, told, _ = sla("verify", tmp_path / "certificates.pdf", "--json")
    assert code == 0
    assert len(told["proofs"]) == 3
    assert sla("print", "register", "Day", "-o", tmp_path / "register.xlsx")[0] == 0
    assert sla("doctor", "--event", "Day", "--json")[1]["well"]


def test_sync_with_a_folder_and_its_status(sla, day, tmp_path):
    assert sla("share", "init", tmp_path / "stick")[0] == 0
    assert sla("sync", "status", "--json")[1]["unsent"] > 0
    assert sla("sync", tmp_path / "stick", "--json")[1]["complete"]
    assert sla("sync", "status", "--json")[1]["unsent"] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("event", "show", "Nowhere"), "no event"),
        (("import", "missing.csv", "--event", "Day"), "missing.csv"),
        (("sync", "/nowhere"), "cannot be reached"),
        (("print", "signin", "Day", "-o", "/nowhere/x.pdf"), "/nowhere"),
        (("verify", "nonsense"), "not the code"),
        (("form", "answer", "Day", "--json-answers", "{"), "not JSON"),
        (("form", "answer", "Day", "--json-answers", '{"a": 1, "a": 2}'), "the field “a” twice"),
        (("form", "answer", "Day", "--json-answers", '{"a": "\\ud800"}'), "half of a character"),
        (("form", "edit", "Day", "--changes", '["x"]'), '{"do": "remove", "question": "skills"}'),
        (("verify", ""), "nothing to check"),
        (("print", "pack", "Day", "-o", "p"), "“p” does not say how to write a pack"),
        (("feedback", "report", "Day", "-o", "/nowhere/x.sav"), "there is no such folder. Choose another place"),
        (("note", "dots", "Day", "Trees", "3"), "No note begins with “Trees”"),
        (("system", "--target", "9" * 26, "--by", "2026-12-01"), "a number of people"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_on_stderr_and_exit_1(sla, day, arguments, sentence):
    code, out, err = sla(*arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1
    code, told, _ = sla(*arguments, "--json")
    assert (code, list(told)) == (1, ["error"])


@pytest.mark.parametrize("arguments", [("nonsense",), ("event", "add"), ("import",), ("print", "posters", "Day")])
def test_wrong_usage_exits_with_2(sla, arguments):
    assert sla(*arguments)[0] == 2


def test_a_wrong_key_is_told(sla, day, monkeypatch):
    monkeypatch.setenv("SLA_KEY", "wrong")
    code, _, err = sla("event", "list")
    assert code == 1
    assert "key does not fit" in err


def test_the_script_itself_starts_and_knows_its_version():
    done = subprocess.run([sys.executable, "-m", "sla_desktop.cli", "version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "0.1.0")


def test_a_case_outside_any_event_is_solved_scored_and_repaired(sla, tmp_path):
    people = [{"id": f"p{n}", "attrs": {"org": n % 3}} for n in range(12)]
    case, plan, new = tmp_path / "case.json", tmp_path / "plan.json", tmp_path / "new.json"
    case.write_text(json.dumps({"participants": people, "rounds": [{"sizes": [4, 4, 4]}] * 2}))
    code, told, _ = sla("groups", "solve", case, "-o", plan, "--seconds", "0.1", "--json")
    assert (code, told["score"]["new_fraction"] > 0.8) == (0, True)
    assert sla("groups", "evaluate", case, plan, "--json")[1] == told["score"]
    round_ = {"sizes": [4, 4, 4], "min": [3, 3, 3], "absent": ["p5"]}
    case.write_text(json.dumps({"participants": people, "rounds": [round_] * 2}))
    assert sla("groups", "repair", case, plan, "-o", new, "--json")[0] == 0
    seated = [person for group in json.loads(new.read_text())["assignment"][0] for person in group]
    assert sorted(seated) == sorted(f"p{n}" for n in range(12) if n != 5)
    plan.write_text("{}")
    assert sla("groups", "evaluate", case, plan)[0] == 1
    plan.write_text(json.dumps({"assignment": [[[], [], []]] * 2}))
    told = sla("groups", "evaluate", case, plan)[1]
    assert told.startswith("Nobody sits with anybody in this plan")
    assert "not placed 22" in told


def test_a_field_of_a_case_that_means_nothing_is_told_and_a_misspelt_one_refused(sla, tmp_path):
    case, plan = tmp_path / "case.json", tmp_path / "plan.json"
    known = {"participants": [{"id": "a"}, {"id": "b"}], "rounds": [{"sizes": [2]}]}
    case.write_text(json.dumps(known | {"author": "Ann"}))
    code, _, told = sla("groups", "solve", case, "-o", plan, "--seconds", "0")
    assert (code, told.strip()) == (0, "The field “author” of the case means nothing here.")
    case.write_text(json.dumps(known | {"weight": {"a": 1}}))
    code, _, told = sla("groups", "solve", case, "-o", plan, "--seconds", "0")
    assert (code, "did you mean “weights”?" in told) == (1, True)


def test_groups_are_fitted_to_who_is_in_and_an_earlier_plan_is_used_again(sla, day):
    for name in ("sian", "ann", "bob", "cat"):
        sla("checkin", "Day", name, "--at", "09:00")
    sla("groups", "form", "Day", "--rounds", "2", "--size", "2", "--seconds", "0.1")
    first = sla("groups", "show", "Day", "--json")[1]
    seated = [seat["name"] for table in first["rounds"][0]["tables"] for seat in table]
    sla("checkin", "Day", seated[0], "--out")
    dry = sla("groups", "update", "Day", "--from-round", "2", "--dry-run", "--json")[1]
    assert (dry["left"], dry["came"], dry["plan"]["revision"]) == ([seated[0]], [], 1)
    code, told, _ = sla("groups", "update", "Day", "--from-round", "2", "--json")
    assert (code, told["plan"]["revision"], told["rounds"][0]) == (0, 2, first["rounds"][0])
    assert sla("groups", "update", "Day", "--closed", "99")[0] == 1
    code, told, _ = sla("groups", "restore", "Day", "1", "--json")
    assert (code, told["plan"]["revision"], told["rounds"]) == (0, 3, first["rounds"])
    assert sla("groups", "restore", "Day", "42")[0] == 1
    anew = sla(
        "groups", "form", "Day", "--rounds", "3", "--size", "2", "--keep-rounds", "1", "--seconds", "0.1", "--json"
    )
    assert (anew[0], anew[1]["rounds"][0], len(anew[1]["rounds"])) == (0, first["rounds"][0], 3)


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("event", "add"), ("session", "add", "Day", "--capacity", "9" * 30), ("version",)]
)
def test_with_json_there_is_one_document_whatever_happens(sla, arguments):
    assert isinstance(sla(*arguments, "--json")[1], dict)


@pytest.mark.parametrize(
    "arguments",
    [
        ("form", "answer", "Day", "--json-answers", "[" * 5000),
        ("checkin", "Day", "ann lee", "--at", "9999-12-31T23:59:59-14:00"),
        ("verify", "."),
        ("sync", ""),
    ],
)
def test_hostile_values_are_told_in_a_sentence(sla, day, arguments):
    code, out, err = sla(*arguments)
    assert (code, out) == (1, "")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("form", "Day", "--mixing", "nan"), "from 0 (only new meetings matter) to 10"),
        (("form", "Day", "--mixing", "99"), "from 0 (only new meetings matter) to 10"),
        (("form", "Day", "--seed", str(2**70)), "choose one between"),
        (("form", "Day", "--rounds", "1000000"), "No day has 1,000,000 rounds; up to 100"),
        (("form", "Day", "--size", "2", "--tables", "2"), "not both"),
        (("form", "Day", "--mix", " , "), "Say what to mix"),
        (("form", "Day", "--keep-rounds", "1"), "0 rounds can be kept, not 1"),
        (("form", "Day", "--reason", "x" * 5000), "5,000 letters"),
        (("restore", "Day", "9" * 23), "There is no plan"),
    ],
)
def test_what_groups_cannot_be_formed_of_is_told(sla, day, arguments, sentence):
    for name in ("sian", "ann", "bob", "cat"):
        sla("checkin", "Day", name, "--at", "09:00")
    code, out, err = sla("groups", *arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert sla("groups", "show", "Day")[0] == 1


@pytest.fixture
def heard():
    """Ctrl+C reaches this process, also where it was started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_in_a_search_keeps_the_best_plan_so_far(sla, heard, tmp_path):
    people = [{"id": f"p{n}", "attrs": {"job": str(n % 7), "place": str(n % 5)}} for n in range(90)]
    case, plan = tmp_path / "case.json", tmp_path / "plan.json"
    case.write_text(json.dumps({"participants": people, "rounds": [{"sizes": [9] * 10}] * 6}))
    stop = threading.Timer(1.5, interrupt_main)
    stop.start()
    code, told, err = sla("groups", "solve", case, "-o", plan, "--seconds", "60", "--json")
    assert (code, told["plan"]) == (3, str(plan))
    assert err == f"Stopped early; the best plan found until then is in {plan}.\n"
    assert sla("groups", "evaluate", case, plan, "--json")[1] == told["score"]


@pytest.mark.parametrize("option", ["--size", "--keep-rounds"])
def test_a_number_of_people_or_rounds_below_nought_is_wrong_usage(sla, day, option):
    assert sla("groups", "form", "Day", option, "-1")[0] == 2


def test_a_name_is_corrected_and_a_re_import_keeps_it(sla, day, tmp_path):
    code, told, _ = sla(
        "person", "edit", "Day", "ann lee", "--name", "Anne  Leigh", "--pronouns", "she/her", "--json"
    )
    assert (code, told["full_name"], told["pronouns"]) == (0, "Anne Leigh", "she/her")
    sla("import", tmp_path / "people.csv", "--event", "Day")
    assert [hit["name"] for hit in sla("search", "Day", "a@x.org", "--json")[1]["results"]] == ["Anne Leigh"]
    assert sla("person", "edit", "Day", "anne", "--name", " ")[0] == 1
    assert sla("person", "edit", "Day", "nobody", "--name", "X")[0] == 1


@pytest.fixture
def differing(sla, day, tmp_path, open_laptop):
    """Two laptops that wrote down a person's telephone number differently, and met."""
    from sla_desktop.services import exchange
    from sla_desktop.services.editing import save_member
    from sla_desktop.services.people import attendees

    share, there = str(tmp_path), open_laptop("there")
    sla("sync", share)
    exchange.sync(there, share)
    event = sla("event", "list", "--json")[1]["events"][0]["id"]
    ann = next(one.member for one in attendees(there, UUID(event)) if one.member.full_name == "Ann Lee")
    save_member(there, replace(ann, pronouns="she/her"))
    sla("person", "edit", "Day", "Ann Lee", "--pronouns", "they/them")
    exchange.sync(there, share)
    sla("sync", share)


def test_what_laptops_say_differently_is_listed_and_settled_by_number(sla, differing):
    (one,) = sla("sync", "conflicts", "--json")[1]
    assert sorted(choice["value"] for choice in one["choices"]) == ["she/her", "they/them"]
    assert "1. The pronouns of Ann Lee" in sla("sync", "conflicts")[1]
    assert sla("sync", "status", "--json")[1]["conflicts"] == [one["words"]]
    assert sla("sync", "resolve", 1)[0] == 1
    assert sla("sync", "resolve", 2, "--keep", 1)[0] == 1
    assert sla("sync", "resolve", 1, "--keep", 3)[0] == 1
    assert sla("sync", "resolve", 1, "--value", "she/they", "--json")[1]["kept"] == "she/they"
    assert sla("sync", "conflicts")[1].strip() == "There is nothing to settle."
    code, told, _ = sla("sync", "status", "--json")
    assert (code, told["conflicts"]) == (0, [])
    assert told["since"] is not None


def test_the_data_is_backed_up_and_restored(sla, day, tmp_path):
    assert sla("backup", tmp_path / "copy.sla")[0] == 0
    assert sla("backup", tmp_path / "copy.sla")[0] == 1
    sla("walkin", "Day", "--given", "Late")
    code, told, _ = sla("restore", tmp_path / "copy.sla", "--json")
    assert code == 0
    assert Path(told["replaced"]).exists()
    assert sla("search", "Day", "late", "--json")[1]["results"] == []
    assert len(sla("search", "Day", "ann", "--json")[1]["results"]) == 1


def test_the_passphrase_is_changed_from_a_terminal(sla, monkeypatch, day):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{'5e' * 32}\nother words\nother wards\n"))
    assert sla("key", "change")[0] == 1
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{'5e' * 32}\nother words\nother words\n"))
    assert sla("key", "change")[0] == 0
    assert sla("event", "list")[0] == 1
    monkeypatch.setenv("SLA_KEY", "other words")
    assert sla("event", "list")[0] == 0


def test_a_shared_database_is_set_up_and_its_laptops_are_named_from_a_terminal(sla, share):
    code, out, _ = sla("share", "init", share)
    assert code == 0
    assert "sla share device revoke" in out
    code, told, _ = sla("share", "device", "add", share, "Desk 1", "--json")
    assert told["address"].startswith(f"postgresql://{share.rpartition('/')[2]}_desk_1:")
    assert sla("sync", told["address"])[0] == 3
    assert sla("sync", share)[0] == 0
    listed = sla("share", "device", "list", share)[1].splitlines()
    assert listed[0] == "Desk 1: desk, all events"
    assert listed[1].endswith(": owner, runs the share")
    assert sla("share", "device", "revoke", share, "Desk 1")[0] == 0
    code, _, err = sla("sync", told["address"])
    assert code == 1
    assert "Desk 1: taken off on" in sla("share", "device", "list", share)[1]
    assert "reads" not in err
    assert sla("share", "analyst", "add", share, "Ana", "--json")[1]["address"]
    assert "_ana: analyst, reads the tables" in sla("share", "device", "list", share)[1]
    assert "shared database" in sla("share", "device", "list", "/tmp")[2]


def test_a_persons_rights_from_a_terminal(sla, day, tmp_path):
    assert (
        sla("person", "consent", "sian", "photographs", "no", "--source", "form", "--json")[1]["consents"][0]["given"]
        is False
    )
    assert sla("person", "consent", "sian", "photographs", "perhaps")[0] == 1
    code, told, _ = sla("person", "export", "sian", "-o", tmp_path / "sian.json", "--purpose", "asked", "--json")
    assert (code, told["path"]) == (0, str(tmp_path / "sian.json"))
    code, _, err = sla("person", "erase", "sian")
    assert (code, "was not typed" in err) == (1, True)
    code, told, _ = sla("person", "erase", "sian", "--yes", "--reason", "asked", "--json")
    assert code == 0
    assert "printed papers still show the person" in told["words"]
    assert sla("person", "consent", "sian", "photographs", "yes")[0] == 1
    assert sla("audit", "--verify", "--json")[1]["sound"] is True
    assert "added an order to erase" in sla("audit", "--since", "2020-01-01")[1]


def test_clocks_from_a_terminal(sla, day):
    assert "contact" in sla("retention", "show")[1]
    assert sla("retention", "set", "needs", "2", "--json")[0] == 0
    assert [one["months"] for one in sla("retention", "show", "--json")[1]] == [36, 2, 12, 24]
    assert sla("retention", "run", "--dry-run", "--json")[1] == []
    assert "kept too long" in sla("retention", "run")[1]


def test_the_team_from_a_terminal(sla, day, tmp_path, monkeypatch):
    assert "introduced itself" in sla("team", "list")[1]
    sla("sync", tmp_path)
    (laptop,) = sla("team", "list", "--json")[1]
    assert (laptop["here"], laptop["device"]["role"]) == (True, "lead")
    assert sla("team", "revoke", laptop["device"]["name"])[0] == 1
    assert sla("team", "lead", "nobody")[0] == 1
    assert "no team passphrase" in sla("team", "passphrase")[1]
    monkeypatch.setenv("SLA_SHARE_KEY", "a passphrase for all of us")
    assert sla("team", "passphrase", "--set")[0] == 0
    assert sla("share", "protect", tmp_path)[0] == 0
    monkeypatch.delenv("SLA_SHARE_KEY")
    assert len(sla("team", "passphrase", "--new", "--json")[1]["passphrase"]) == 24
    assert "has the team passphrase" in sla("team", "passphrase")[1]


@pytest.mark.parametrize("encoding", ["ascii:strict", "cp1252:strict", "utf-8:strict"])
@pytest.mark.parametrize("json_wanted", [True, False])
def test_words_and_json_come_through_any_encoding(tmp_path, encoding, json_wanted):
    def call(*arguments):
        program = [sys.executable, "-m", "sla_desktop.cli", "--store", str(tmp_path / "day.sla"), *arguments]
        environment = {**os.environ, "SLA_KEY": "5e" * 32, "PYTHONIOENCODING": encoding}
        done = subprocess.run([*program, *["--json"] * json_wanted], capture_output=True, env=environment)
        assert b"Traceback" not in done.stderr
        return done

    added = call("event", "add", "--title", "李 Siân", "--start", "2026-11-24 09:00", "--end", "2026-11-24 16:00")
    assert added.returncode == 0
    refused = call("event", "show", "Nowhere 李")
    assert refused.returncode == 1
    if json_wanted:
        name, _, _ = encoding.partition(":")
        assert json.loads(added.stdout.decode(name))["title"] == "李 Siân"
        assert "李" in json.loads(refused.stdout.decode(name))["error"]


def test_an_address_or_an_option_that_is_none_is_told_in_a_sentence(sla, day, capsys):
    for address in ("folder://[bad", "bundle://[bad", "desk://[bad", "postgresql://[bad"):
        code, _, err = sla("sync", address)
        assert (code, "Traceback" in err, err.count("\n")) == (1, False, 1), address
    for arguments in (["event", "list", "--store"], ["--store="]):
        assert run(arguments) == 2
        assert "--store needs the path" in capsys.readouterr().err


def test_a_sync_with_a_folder_that_anybody_can_read_says_so(sla, day, tmp_path, monkeypatch):
    monkeypatch.setenv("SLA_SHARE_KEY", "a passphrase of the team")
    (tmp_path / "plain").mkdir()
    assert "not protected" in sla("sync", str(tmp_path / "plain"))[1]
    assert sla("share", "init", str(tmp_path / "closed"))[0] == 0
    assert "not protected" not in sla("sync", str(tmp_path / "closed"))[1]


def test_a_lead_is_made_only_after_a_yes(sla, open_laptop, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    other = open_laptop("other")
    other.name_desk("Door")
    sla("desk", "name", "Office")
    sla("sync", share)
    exchange.sync(other, str(share))
    sla("sync", share)
    code, _, err = sla("team", "lead", "Door")
    assert (code, err) == (1, "Nothing was changed. A script says --yes.\n")
    assert sla("team", "lead", "Door", "--yes")[0] == 0


def test_a_laptop_is_taken_off_and_its_data_removed_only_after_a_yes(sla, open_laptop, tmp_path):
    share, bundle = tmp_path / "share", tmp_path / "records.slab"
    share.mkdir()
    office = open_laptop("office")
    office.name_desk("Office")
    exchange.sync(office, str(share))
    sla("desk", "name", "Door")
    sla("sync", share)
    exchange.sync(office, str(share))
    team.take_off(office, team.find(office, "Door"))
    exchange.sync(office, str(share))
    sla("sync", share)
    for verb in (("hand-over", bundle), ("revoke", "Office")):
        code, _, err = sla("team", *verb)
        assert (code, err) == (1, "Nothing was changed. A script says --yes.\n")
    assert not bundle.exists()
    assert "is removed" in sla("team", "hand-over", bundle, "--yes")[1]
    assert bundle.exists()


def test_the_audit_starts_at_a_time_today_or_on_a_day(sla, day):
    assert "Day" in sla("audit", "--since", "00:00")[1]
    assert "Day" in sla("audit", "--since", "2020-01-31")[1]
    assert sla("audit", "--since", "2199-01-31 10:30")[1] == "Nothing was done that fits.\n"
    assert sla("audit", "--since", "soon")[0] == 1


def test_a_restore_with_the_wrong_key_names_the_backup(sla, day, tmp_path, monkeypatch):
    backup = tmp_path / "copy.sla"
    sla("backup", backup)
    monkeypatch.setenv("SLA_KEY", "4d" * 32)
    code, _, err = sla("restore", backup)
    assert code == 1
    assert str(backup) in err
    assert ".restoring" not in err


def test_a_laptop_is_left_to_a_steward_and_taken_back_with_the_pin(sla, monkeypatch):
    assert sla("role", "show", "--json")[1] == {"role": "facilitator"}
    monkeypatch.setattr("sys.stdin", io.StringIO("2468\n2469\n"))
    assert sla("role", "set", "steward")[0] == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("2468\n"))
    assert sla("role", "set", "steward", "--json")[1] == {"role": "steward"}
    monkeypatch.setattr("sys.stdin", io.StringIO("1111\n"))
    code, _, error = sla("role", "set", "facilitator")
    assert code == 1
    assert "not the PIN" in error
    monkeypatch.setattr("sys.stdin", io.StringIO("2468\n"))
    assert sla("role", "set", "facilitator")[0] == 0
    assert "sees and does everything" in sla("role", "show")[1]


def test_a_form_is_checked_brought_in_answered_and_written(sla, day, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text('"survey"\n,"type","name","label"\n,"integer","age","Age?"\n,"geopoint","where","Where?"\n')
    code, told, _ = sla("form", "check", path, "--json")
    assert (code, told["ok"], told["questions"], told["warnings"][0]["row"]) == (0, True, 1, 3)
    assert sla("form", "answer", path, "--json-answers", '{"age": "07"}', "--json")[1]["records"] == [{"age": "7"}]
    assert sla("form", "import", path, "--event", "Day", "--json")[1]["version"] == 2
    assert sla("form", "answer", "Day", "--json-answers", '{"age": 7}', "--json")[1] == {"saved": 1}
    assert sla("form", "export", "Day", "-o", tmp_path / "out.xlsx")[0] == 0
    assert sla("form", "check", tmp_path / "out.xlsx", "--json")[1]["questions"] == 1


def test_the_same_questions_are_asked_again_and_paired_by_the_codes_of_cards(sla, day, tmp_path):
    assert sla("print", "codes", "Day", "-o", tmp_path / "cards.pdf", "--copies", 25, "--json")[1]["pages"] == 2
    assert sla("form", "again", "Day")[0] == 1
    card = [{"do": "add", "kind": "card-code"}, {"do": "add", "kind": "range", "after": "skills", "label": "Trust"}]
    assert "question_1" in sla("form", "edit", "Day", "--changes", json.dumps(card), "--json")[1]["questions"]
    codes = card_codes.make(30)
    for value in ("3", "5"):
        told = json.dumps([{"question_1": code, "trust": value} for code in codes])
        assert sla("form", "answer", "Day", "--json-answers", told)[0] == 0
        if value == "3":
            assert sla("form", "again", "Day", "--json")[1]["version"] == 3
    paired = sla("feedback", "report", "Day", "--json")[1]["paired"]
    assert (paired["pairs"], paired["held_back"], paired["twice"]) == (23, 7, 0)
    trust = next(one for one in paired["changes"] if one["question"] == "trust")
    assert (trust["pairs"], trust["mean"], trust["up"]) == (23, 2.0, None)
    assert "Trust – +2.0 on average of 23 pairs" in sla("feedback", "report", "Day")[1]


def test_a_faulty_form_is_refused_with_sheet_row_and_reason(sla, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text('"survey"\n,"type","name","label","relevant"\n,"text","a","A?","foo(1)"\n')
    code, told, _ = sla("form", "check", path, "--json")
    assert (code, told["ok"], told["faults"][0]["sheet"], told["faults"][0]["row"]) == (1, False, "survey", 2)
    assert "“foo” is no function" in told["faults"][0]["reason"]
    assert "survey, row 2" in told["error"]


def test_answers_from_elsewhere_come_in_once_and_what_is_unclear_is_asked(sla, day, tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("Timestamp,connections,skills\n24/11/2026 16:00,Yes,4\n24/11/2026 16:01,No,6\n")
    code, told, _ = sla("feedback", "import", path, "--form", "Day", "--json")
    assert (code, told["counts"]["new"], told["counts"]["asked"], told["left_out"]) == (3, 1, 1, ["Timestamp"])
    assert (told["questions"][0]["question"], told["questions"][0]["value"]) == ("skills", "6")
    (tmp_path / "codes.json").write_text('{"skills": {"6": "5"}}')
    again = sla("feedback", "import", path, "--form", "Day", "--codes", tmp_path / "codes.json", "--json")
    assert (again[0], again[1]["counts"]["known"], again[1]["saved"]) == (0, 1, 1)


def test_certificates_are_ruled_listed_checked_and_revoked_from_a_terminal(sla, day, tmp_path):
    sla("checkin", "Day", "Ann", "--json")
    (tmp_path / "rules.json").write_text('{"minimum_share": 0, "wording": "came to"}')
    assert sla("certificate", "rules", "Day", "--set", tmp_path / "rules.json", "--json")[1]["wording"] == "came to"
    (tmp_path / "rules.json").write_text('{"wording": "came to {evnt}"}')
    assert sla("certificate", "rules", "Day", "--set", tmp_path / "rules.json")[0] == 1
    assert sla("letterhead", "--organisation", "Academy", "--colour", "#123456", "--json")[1]["logo"] is False
    assert sla("letterhead", "--colour", "blue")[0] == 1
    assert sla("certificate", "revoke", "000000-AAAAAAA", "--reason", "none")[0] == 1
    assert sla("verify", "000000-AAAAAAA")[0] == 1
    assert sla("certificate", "list", "Day", "--json")[1] == {"certificates": [], "doubtful": []}


def test_phones_are_let_in_for_a_while_and_an_address_of_another_machine_is_refused(sla, day):
    code, told, _ = sla("phones", "open", "Day", "--address", "127.0.0.1", "--for", "0.1", "--json")
    assert code == 0
    assert told["check"] == f"{told['address']}check"
    assert "not this laptop's" in sla("phones", "open", "Day", "--address", "192.0.2.1", "--json")[1]["error"]
    assert isinstance(sla("phones", "addresses", "--json")[1]["addresses"], list)


def test_the_report_is_written_and_events_are_compared(sla, day, tmp_path):
    given = json.dumps([{"connections": "yes"}] * 12 + [{"connections": "no"}] * 8)
    sla("form", "answer", "Day", "--json-answers", given)
    told = sla("feedback", "report", "Day", "-o", tmp_path / "report.xlsx", "--json")[1]
    assert (tmp_path / "report.xlsx").exists()
    assert told["measures"][0]["share"]["hits"] == 12
    assert sla("feedback", "funnel", "--json")[1]["measures"][0]["pooled"] == 0.6
    assert "60%" in sla("feedback", "funnel")[1]


def test_forms_go_on_paper_and_what_comes_back_is_told(sla, day, tmp_path):
    sheets = tmp_path / "sheets.pdf"
    code, made, _ = sla("form", "paper", "--event", "Day", "-o", sheets, "--copies", "2", "--json")
    assert (code, len(set(made["serials"])), made["pages"]) == (0, 2, 2)
    (tmp_path / "torn.png").write_bytes(b"nothing")
    code, read, _ = sla("form", "read", tmp_path / "torn.png", "--event", "Day", "--json")
    assert code == 3
    assert read["unread"][0]["scan"] == "torn.png, page 1"
    assert sorted(read["outstanding"]) == sorted(made["serials"])
    code, read, _ = sla("form", "read", sheets, "--event", "Day", "--json")
    assert (code, read["saved"], read["counts"]["blank"], read["outstanding"]) == (0, 0, 2, [])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
@pytest.mark.parametrize(
    "verb", [("paper", "Day"), ("conformance",), ("groups", "evaluate", "/dev/zero")], ids=" ".join
)
def test_a_device_that_never_ends_is_no_file(sla, day, verb):
    code, told, _ = sla(*verb, "/dev/zero", "--json")
    assert code == 1
    assert "not a file" in told["error"]


def test_an_event_is_changed_and_its_sessions_move_with_it(sla, day):
    sla("session", "add", "Day", "--title", "Opening", "--start", "09:30", "--end", "10:15")
    changes = ("--start", "2027-06-01 09:00", "--title", "Spring day", "--venue", "Hall")
    edited = sla("event", "edit", "Day", *changes, "--json")
    assert (edited[0], edited[1]["title"], edited[1]["venue"]) == (0, "Spring day", "Hall")
    assert (edited[1]["starts"], edited[1]["ends"]) == ("2027-06-01T08:00:00+00:00", "2027-06-01T15:00:00+00:00")
    (opening,) = sla("session", "list", "Spring", "--json")[1]["sessions"]
    assert opening["starts"] == "2027-06-01T08:30:00+00:00"
    moved = sla("event", "edit", "Spring", "--zone", "Europe/Paris", "--json")[1]
    assert moved["starts"] == "2027-06-01T07:00:00+00:00"
    assert "09:30–10:15  Opening" in sla("session", "list", "Spring")[1]
    for wrong in (("--zone", "Nowhere"), ("--end", "08:00"), ("--title", " ")):
        assert sla("event", "edit", "Spring", *wrong)[0] == 1


def test_a_session_is_changed_and_removed_unless_somebody_was_there(sla, day):
    sla("session", "add", "Day", "--title", "Opening", "--start", "09:30", "--end", "10:15", "--capacity", "1")
    changes = ("--title", "Welcome", "--start", "09:45", "--room", "Hall", "--capacity", "0", "--break")
    code, told, _ = sla("session", "edit", "Day", "opening", *changes, "--json")
    assert (code, told["title"], told["capacity"], told["counts"]) == (0, "Welcome", None, False)
    assert sla("session", "list", "Day")[1] == "09:45–10:15  Welcome, Hall (break)\n"
    sla("checkin", "Day", "ann", "--session", "Welcome")
    code, _, err = sla("session", "remove", "Day", "Welcome")
    assert (code, err.startswith("1 person was checked in to “Welcome”, so it stays")) == (1, True)
    sla("checkin", "Day", "ann", "--undo", "--reason", "Wrong one")
    assert sla("session", "remove", "Day", "Welcome", "--json")[1]["title"] == "Welcome"
    assert sla("session", "list", "Day", "--json")[1]["sessions"] == []


def test_an_import_names_the_columns_that_are_not_used(sla, day, tmp_path):
    (tmp_path / "more.csv").write_text("Name,Email,Shoe size\nDan Fox,d@x.org,9\n")
    assert "Columns not used: Shoe size." in sla("import", tmp_path / "more.csv", "--event", "Day", "--dry-run")[1]
    assert sla("import", tmp_path / "more.csv", "--event", "Day", "--json")[1]["unused"] == ["Shoe size"]


def test_a_time_far_from_the_event_is_not_green_and_a_reason_lets_it_stand(sla, day):
    for at, verdict in (("2025-11-24 09:12", "not-yet"), ("2026-12-24 09:12", "no-longer")):
        code, told, _ = sla("checkin", "Day", "ann lee", "--at", at, "--json")
        assert (code, told["verdict"], told["light"], told["recorded"]) == (1, verdict, "amber", False)
        assert "Give the right day with the time, or a reason" in told["detail"]
        assert sla("walkin", "Day", "--given", "Dan", "--at", at, "--json")[1]["verdict"] == verdict
    code, told, _ = sla("checkin", "Day", "ann lee", "--at", "2025-11-24 09:12", "--override", "Moved", "--json")
    assert (code, told["verdict"], told["overruled"]) == (0, "valid", "not-yet")
    assert (
        sla("checkin", "Day", "ann lee", "--out", "--at", "2027-11-24 09:12", "--json")[1]["verdict"] == "no-longer"
    )


def test_a_time_that_clocks_show_twice_says_which_was_taken(sla, day):
    sla("event", "edit", "Day", "--start", "2026-10-24 20:00", "--end", "2026-10-25 03:00")
    code, told, err = sla("checkin", "Day", "ann lee", "--at", "2026-10-25 01:30", "--json")
    assert (code, told["at"]) == (0, "2026-10-25T00:30:00+00:00")
    assert "2026-10-25T01:30+01:00 was taken" in err
    assert sla("checkin", "Day", "bob", "--at", "2026-10-25 01:30+00:00", "--json")[1]["at"].startswith(
        "2026-10-25T01"
    )


def test_the_questions_are_changed_all_or_none(sla, day):
    steps = [
        {"do": "add", "kind": "select_multiple", "after": "skills", "label": "Topics?", "choices": ["A", "B"]},
        {"do": "change", "question": "openly", "label": "I could speak.", "required": True},
        {"do": "move", "question": "topics", "by": -2},
        {"do": "remove", "question": "next_steps"},
    ]
    code, told, _ = sla("form", "edit", "Day", "--changes", json.dumps(steps), "--json")
    assert (code, told["version"], told["questions"][0]) == (0, 2, "topics")
    assert "next_steps" not in told["questions"]
    code, _, err = sla("form", "edit", "Day", "--changes", json.dumps([*steps[3:], {"do": "paint"}]))
    assert (code, err) != (0, "")
    assert sla("form", "show", "Day", "--json")[1]["form"]["version"] == 2


def test_tables_make_notes_with_dots_and_the_room_shows_hands(sla, day):
    sla("note", "add", "Day", "A bus", "--kind", "idea")
    sla("note", "add", "Day", "Ask", "--kind", "action", "--owner", "Ngozi", "--due", "2027-01-31")
    assert sla("note", "dots", "Day", "a bus", "7", "--json")[1]["dots"] == 7
    assert sla("note", "remove", "Day", "2")[0] == 0
    assert [note["text"] for note in sla("note", "list", "Day", "--json")[1]["notes"]] == ["A bus"]
    sla("poll", "add", "Day", "Ready?", "--choice", "Yes", "--choice", "No", "--before", "3,9")
    assert sla("poll", "add", "Day", "Ready?", "--after", "9,3", "--json")[1]["before"] == [3, 9]
    assert sla("poll", "add", "Day", "Ready?", "--after", "many")[0] == 1


def test_comments_are_coded_from_the_terminal(sla, day, tmp_path):
    texts = ["Time to think", "Half a day", "Meeting people", "Less rush", "Time away"]
    given = json.dumps([{"enabler": text} for text in texts])
    sla("form", "answer", "Day", "--json-answers", given)
    sla("themes", "add", "Day", "Time", "--description", "hours and days")
    sla("themes", "add", "Day", "People")
    assert len(sla("themes", "suggest", "Day", "--coder", "Ann", "--json")[1]["comments"]) == 5
    steps = json.dumps([{"question": "enabler", "text": text, "themes": ["time"]} for text in texts])
    for coder in ("Ann", "Bob"):
        assert sla("themes", "code", "Day", "--coder", coder, "--codings", steps, "--json")[1]["coded"] == 5
    assert sla("themes", "kappa", "Day", "Ann", "Bob", "--json")[1]["agreement"][0]["comments"] == 5
    assert sla("themes", "list", "Day", "--json")[1]["coders"] == ["Ann", "Bob"]
    assert sla("themes", "export", "Day", "-o", tmp_path / "themes.qdpx", "--json")[1]["comments"] == 5
    tables = sla("feedback", "report", "Day", "--json")[1]["tables"]
    assert tables[-1]["label"].startswith("Themes of")
    assert (
        sla("themes", "code", "Day", "--coder", "Ann", "--codings", '{"question": "enabler", "text": "No"}')[0] == 1
    )


def test_what_the_door_refused_has_names_and_what_is_open_has_plain_words(sla, day, tmp_path):
    sla("session", "add", "Day", "--title", "Talk", "--start", "09:00", "--end", "10:00")
    sla("place", "edit", "Day", "Ann Lee", "--status", "blocked")
    sla("checkin", "Day", "Ann Lee")
    code, told, _ = sla("refusals", "Day", "--json")
    assert [(one["name"], one["verdict"]) for one in told["refusals"]] == [("Ann Lee", "blocked")]
    assert "blocked  Ann Lee" in sla("refusals", "Day")[1]
    assert "0 in, no limit  Talk" in sla("full", "Day")[1]
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("9:12 am Zoë Nobody\n2 pm Bob Ray\n", encoding="utf-8")
    code, said, _ = sla("paper", "Day", sheet)
    assert code == 3
    assert "registered with --add-unknown" in said


def test_the_same_request_to_leave_is_one_departure(sla, day):
    sla("checkin", "Day", "Bob Ray")
    first, again = (sla("checkin", "Day", "Bob Ray", "--out", "--request", "R1", "--json")[1] for _ in range(2))
    assert first["verdict"] == again["verdict"] == "left"
    assert first["fact"] == again["fact"]


def test_names_with_the_surname_first_are_told_and_turned_round_when_asked(sla, day, tmp_path):
    path = tmp_path / "turned.csv"
    path.write_text('Name,Email\n"Fox, Dan",d@x.org\n', encoding="utf-8")
    told = sla("import", path, "--event", "Day", "--dry-run")[1]
    assert "1 name stands as “Fox, Dan”, and would be printed so. With --turn-names" in told
    told = sla("import", path, "--event", "Day", "--turn-names", "--json")[1]
    assert [row["name"] for row in told["rows"]] == ["Dan Fox"]
    told = sla("import", path, "--event", "Day", "--json")[1]
    assert [(row["name"], row["fate"]) for row in told["rows"]] == [("Dan Fox", "unchanged")]
