"""Comments are coded by people with suggestions; themes are counted like all else; two coders are compared."""

import zipfile
from xml.etree import ElementTree

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import ThemeId, new_id
from sla_desktop.domain.themes import Theme, cohen_kappa
from sla_desktop.services import coding, coding_out, feedback

TIME = ("More time to think", "Half a day a month", "Protected time", "Time away from the ward", "Less rush")
PEOPLE = (
    "Knowing whom to ring",
    "People from other trusts",
    "A network of people",
    "Meeting people again",
    "My table",
)


@pytest.fixture
def written(store, event):
    feedback.answer_all(store, event.id, [{"enabler": text} for text in (*TIME, *PEOPLE)], channel="typed")


@pytest.fixture
def book(store, event, written):
    told = {"Time": "hours, days, protected from work", "People": "knowing and meeting others"}
    return {name: str(coding.keep_theme(store, event.id, name, text).id) for name, text in told.items()}


def code(store, event, coder, themes):
    """Codes each comment with the theme that `themes` tells of its text."""
    for one in coding.comments(store, event.id):
        coding.code(store, event.id, one, coder, themes(one.text))


def code_all(store, event, book, coder="Ann"):
    code(store, event, coder, lambda text: [book["Time"] if text in TIME else book["People"]])


def themes_of(store, event):
    return [one for one in feedback.report(store, event.id).tables if one.label.startswith("Themes of")]


def test_suggestions_begin_with_the_words_of_the_code_book(store, event, book):
    ((best, _),) = coding.suggest(store, event.id, "Ann", ["I need protected hours"])
    assert best.theme == book["Time"]
    assert best.like == ""


def test_suggestions_learn_from_what_was_coded_and_say_of_which_comment(store, event, book):
    code_all(store, event, book)
    ((best, _),) = coding.suggest(store, event.id, "Ann", ["Whom to ring in the borough"])
    assert (best.theme, best.like) == (book["People"], "Knowing whom to ring")


def test_themes_are_in_the_report_only_once_all_is_coded(store, event, book):
    *most, last = coding.comments(store, event.id)
    for one in most:
        coding.code(store, event.id, one, "Ann", [book["Time"] if one.text in TIME else book["People"]])
    assert themes_of(store, event) == []
    coding.code(store, event.id, last, "Ann", [book["Time"]])
    (table,) = themes_of(store, event)
    assert {one.label: one.count for one in table.counts} == {"People": 5, "Time": 5}
    assert table.counts[0].share.answered == 10


def test_a_theme_of_few_is_hidden(store, event, book):
    code(store, event, "Ann", lambda text: [book["Time"], *([book["People"]] if text in PEOPLE[:2] else [])])
    (table,) = themes_of(store, event)
    assert {one.label: one.count for one in table.counts}["People"] is None


def test_coding_anew_after_a_pack_hides_nothing_else(store, event, book):
    code_all(store, event, book)
    feedback.report(store, event.id)
    code(store, event, "Ann", lambda text: [book["Time"]])
    (table,) = themes_of(store, event)
    assert {one.label: one.count for one in table.counts} == {"People": 0, "Time": 10}


def test_a_theme_that_one_of_the_late_chose_is_not_told_by_two_packs(store, event, book):
    """Six people come late, and one of them wrote of people: 5 and then 6 would tell it."""
    code_all(store, event, book)
    feedback.report(store, event.id)
    late = [f"Time {nth}" for nth in range(5)] + ["People at last"]
    feedback.answer_all(store, event.id, [{"enabler": text} for text in late], channel="typed")
    code(store, event, "Ann", lambda text: [book["Time"] if text in TIME or text in late[:5] else book["People"]])
    (table,) = themes_of(store, event)
    assert {one.label: one.count for one in table.counts} == {"People": None, "Time": None}
    assert not any(one.share for one in table.counts)


def test_a_theme_that_five_of_the_late_chose_is_told(store, event, book):
    code_all(store, event, book)
    feedback.report(store, event.id)
    feedback.answer_all(store, event.id, [{"enabler": f"Time {nth}"} for nth in range(5)], channel="typed")
    code(store, event, "Ann", lambda text: [book["People" if text in PEOPLE else "Time"]])
    (table,) = themes_of(store, event)
    assert {one.label: one.count for one in table.counts} == {"People": 5, "Time": 10}


def test_the_same_words_of_two_people_are_coded_together(store, event, book):
    feedback.answer_all(store, event.id, [{"enabler": TIME[0]}], channel="typed")
    one = next(one for one in coding.comments(store, event.id) if one.text == TIME[0])
    assert len(one.responses) == 2
    coding.code(store, event.id, one, "Ann", [])
    assert coding.codings(store, event.id, "ann") == {("enabler", TIME[0]): ()}


def test_what_fewer_than_five_wrote_is_not_shown_to_coders(store, event):
    feedback.answer_all(store, event.id, [{"barrier": text} for text in "abcd"], channel="typed")
    assert coding.comments(store, event.id) == []


def test_a_retired_theme_is_given_no_more_and_can_come_back(store, event, book):
    theme = coding.code_book(store, event.id)[0]
    coding.retire_theme(store, theme)
    assert theme not in coding.code_book(store, event.id)
    with pytest.raises(SlaError, match="is no theme of this event"):
        coding.code(store, event.id, coding.comments(store, event.id)[0], "Ann", [str(theme.id)])
    coding.retire_theme(store, theme, retired=False)
    assert theme in coding.code_book(store, event.id)


def test_a_theme_needs_a_name_of_its_own(store, event, book):
    for name, sentence in (("  ", "needs a name"), ("time", "There is a theme “time” already")):
        with pytest.raises(SlaError, match=sentence):
            coding.keep_theme(store, event.id, name)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15, 0.4),
        ([(True, True), (False, False)], 1.0),
        ([(True, True)] * 3, None),
        ([], None),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs, kappa):
    assert cohen_kappa(pairs) == (None if kappa is None else pytest.approx(kappa))


def test_two_coders_are_compared_by_theme(store, event, book):
    code_all(store, event, book)
    code(store, event, "Bob", lambda text: [book["Time"] if text in TIME[:4] else book["People"]])
    told = {one.theme: (one.comments, round(one.kappa, 2)) for one in coding.agreement(store, event.id, "Ann", "Bob")}
    assert told == {"Time": (10, 0.8), "People": (10, 0.8)}


def test_a_project_for_other_programs_selects_each_comment_by_its_place(tmp_path, store, event, book, register):
    register(store, event.id, "Siân,Bhriain,s@x.org,Oxleas")
    feedback.answer_all(store, event.id, [{"enabler": "Ask Siân"}], channel="typed")
    code_all(store, event, book)
    assert coding_out.write_themes(store, event.id, tmp_path / "themes.qdpx") == 10
    space = {"q": "urn:QDA-XML:project:1.0"}
    with zipfile.ZipFile(tmp_path / "themes.qdpx") as archive:
        root = ElementTree.fromstring(archive.read("project.qde"))
        (source,) = root.findall(".//q:TextSource", space)
        text = archive.read(f"Sources/{source.get('guid')}.txt").decode()
    names = {code.get("guid"): code.get("name") for code in root.findall(".//q:Code", space)}
    found = {
        text[int(one.get("startPosition")) : int(one.get("endPosition"))]: names[
            one.find(".//q:CodeRef", space).get("targetGUID")
        ]
        for one in source.findall("q:PlainTextSelection", space)
    }
    assert found == {**dict.fromkeys(TIME, "Time"), **dict.fromkeys(PEOPLE, "People")}
    assert "Siân" not in text


def test_a_code_book_never_holds_what_xml_cannot(tmp_path, store, event):
    with store.change() as tx:
        tx.put(Theme(ThemeId(new_id()), event.id, "Ti\uffffme"))
    coding_out.write_themes(store, event.id, tmp_path / "book.qdc")
    (code,) = ElementTree.parse(tmp_path / "book.qdc").getroot().iter("{urn:QDA-XML:codebook:1.0}Code")
    assert code.get("name") == "Time"


def test_a_table_and_a_code_book_go_out_too(tmp_path, store, event, book):
    code_all(store, event, book)
    coding_out.write_themes(store, event.id, tmp_path / "themes.csv")
    lines = (tmp_path / "themes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 11
    coding_out.write_themes(store, event.id, tmp_path / "themes.qdc")
    root = ElementTree.parse(tmp_path / "themes.qdc").getroot()
    assert [one.text for one in root.iter("{urn:QDA-XML:codebook:1.0}Description")] == [
        "knowing and meeting others",
        "hours, days, protected from work",
    ]
    with pytest.raises(SlaError, match="must end in"):
        coding_out.write_themes(store, event.id, tmp_path / "themes.doc")
