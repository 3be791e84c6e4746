"""Forms for tests, as rows of an XLSForm."""

YES_NO = [("yn", "yes", "Yes"), ("yn", "no", "No")]


def form(*survey, choices=YES_NO, **settings):
    """Sheets of a form from rows such as ("text", "name", "Label", {"relevant": "..."})."""
    rows = [{"type": kind, "name": name, "label": label, **dict(*more)} for kind, name, label, *more in survey]
    listed = [
        {"list_name": name, "name": value, "label": label, **dict(*more)} for name, value, label, *more in choices
    ]
    told = {"form_title": "Test", "form_id": "test", **settings}
    return {"survey": [_told(row) for row in rows], "choices": listed, "settings": [told]}


def _told(row):
    return {column: value for column, value in row.items() if value}
