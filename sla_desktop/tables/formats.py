"""The exports of known registration systems, as data: what gives them away and what their headings mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Format:
    """A known export: the headings that give it away, and which of its headings mean which field.

    Headings are keys as made by `headings.key`: "Order #" is "order". `fallback` names built-in columns
    that lose against the same question asked again; a field with no headings is barred (a meeting's "Role" is
    no job). `stacked` files hold several tables one above another.
    """

    name: str
    needs: frozenset[str]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fallback: Mapping[str, str] = field(default_factory=dict)
    first: str = ""
    stacked: bool = False


PLAIN = Format("plain", frozenset())
OUTLOOK = Format(
    "outlook", frozenset({"attendance", "response"}), {"full_name": ("name", "fullname"), "status": ("response",)}
)
FORMATS = (
    OUTLOOK,
    Format(
        "eventbrite-new",
        frozenset({"orderid", "attendeefirstname", "attendeelastname"}),
        {
            "given": ("attendeefirstname",),
            "family": ("attendeelastname",),
            "email": ("attendeeemail",),
            "source_ref": ("orderid",),
            "ticket_code": ("barcodenumber",),
            "quantity": ("ticketquantity",),
        },
    ),
    Format(
        "eventbrite-orders",
        frozenset({"orderid", "buyerfirstname", "buyerlastname", "ticketquantity"}),
        {
            "given": ("buyerfirstname",),
            "family": ("buyerlastname",),
            "email": ("buyeremail",),
            "source_ref": ("orderid",),
            "quantity": ("ticketquantity",),
        },
    ),
    Format(
        "eventbrite",
        frozenset({"firstname", "lastname", "tickettype", "attendeestatus"}),
        {
            "source_ref": ("order", "orderno", "orderid"),
            "ticket_code": ("barcode", "attendee", "attendeeno"),
            "phone": ("cellphone", "workphone", "homephone"),
            "status": ("attendeestatus",),
        },
    ),
    Format(
        "tito",
        frozenset({"ticketfullname", "ticketreference"}),
        {
            "full_name": ("ticketfullname",),
            "given": ("ticketfirstname",),
            "family": ("ticketlastname",),
            "email": ("ticketemail",),
            "organisation": ("ticketcompanyname",),
            "phone": ("ticketphonenumber", "mobiletelephonenumber"),
            "ticket_type": ("ticket",),
            "ticket_code": ("ticketreference",),
            "source_ref": ("orderreference",),
            "void": ("voidstatus",),
        },
    ),
    Format(
        "pretix",
        frozenset({"ordercode", "positionid"}),
        {"source_ref": ("ordercode",), "ticket_type": ("product",), "email": ("attendeeemail",)},
    ),
    Format(
        "pretix",
        frozenset({"ordercode", "attendeename", "checkedin"}),
        {"source_ref": ("ordercode",), "ticket_type": ("product",), "ticket_code": ("secret",)},
    ),
    Format(
        "hi-events",
        frozenset({"publicid", "shortid", "productname"}),
        {"ticket_type": ("productname",), "ticket_code": ("publicid",), "source_ref": ("shortid",)},
    ),
    Format(
        "alf.io",
        frozenset({"reservationid", "category", "fullname"}),
        {"source_ref": ("reservationid",), "ticket_type": ("category",), "ticket_code": ("id",)},
    ),
    Format(
        "ms-forms",
        frozenset({"id", "starttime", "completiontime"}),
        {"source_ref": ("id",)},
        fallback={"email": "email", "full_name": "name"},
    ),
    Format(
        "ms-forms",
        frozenset({"id", "startzeit", "fertigstellungszeit"}),
        {"source_ref": ("id",)},
        fallback={"email": "email", "full_name": "name"},
    ),
    Format(
        "ms-forms",
        frozenset({"id", "heuredebut", "heuredefin"}),
        {"source_ref": ("id",)},
        fallback={"email": "adressedemessagerie", "full_name": "nom"},
    ),
    Format("google-forms", frozenset({"timestamp"}), first="timestamp"),
    Format(
        "teams",
        frozenset({"name", "firstjoin", "lastleave"}),
        {"full_name": ("name",), "email": ("email", "participantidupn"), "role": ()},
        stacked=True,
    ),
    Format(
        "teams",
        frozenset({"fullname", "jointime", "leavetime"}),
        {"full_name": ("fullname",), "email": ("email", "participantidupn"), "role": ()},
        stacked=True,
    ),
    Format("teams", frozenset({"fullname", "useraction", "timestamp"}), {"full_name": ("fullname",)}),
    Format(
        "zoom",
        frozenset({"usernameoriginalname", "email", "registrationtime"}),
        {"status": ("approvalstatus",)},
        fallback={"full_name": "usernameoriginalname"},
        stacked=True,
    ),
    Format(
        "cvent",
        frozenset({"firstname", "lastname", "inviteestatus"}),
        {"role": ("title", "jobtitle"), "status": ("inviteestatus",), "source_ref": ("confirmationnumber",)},
    ),
    Format(
        "zoom",
        frozenset({"nameoriginalname", "jointime"}),
        {"full_name": ("nameoriginalname",), "email": ("useremail2", "useremail", "email")},
    ),
    Format(
        "zoom",
        frozenset({"firstname", "lastname", "email", "registrationtime", "approvalstatus"}),
        {"status": ("approvalstatus",)},
        stacked=True,
    ),
    Format("meetup", frozenset({"name", "userid", "rsvp"}), {"source_ref": ("userid",), "status": ("rsvp",)}),
    Format(
        "populi",
        frozenset({"populiname", "studentid"}),
        {"full_name": ("populiname",), "source_ref": ("studentid",)},
    ),
    Format(
        "populi",
        frozenset({"student", "studentid"}),
        {"full_name": ("student",), "source_ref": ("studentid",)},
    ),
    Format(
        "indico",
        frozenset({"id", "name", "registrationdate"}),
        {"source_ref": ("id",), "status": ("registrationstate",)},
    ),
    Format(
        "indico",
        frozenset({"id", "name", "emailaddress", "affiliation"}),
        {"source_ref": ("id",), "status": ("registrationstate",)},
    ),
)
