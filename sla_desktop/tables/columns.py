"""The words people use for columns, as data: our fields, synonyms, keywords in questions."""

from collections.abc import Mapping

PERSON_FIELDS = (
    "full_name",
    "given",
    "family",
    "known_as",
    "email",
    "organisation",
    "role",
    "sector",
    "place",
    "profession",
    "level",
    "pronouns",
    "phone",
    "ticket_type",
    "ticket_code",
    "source_ref",
    "access_needs",
    "dietary",
)
STEERING_FIELDS = ("status", "void", "paid", "quantity", "guests")
FIELDS = PERSON_FIELDS + STEERING_FIELDS
NAMING_FIELDS = frozenset({"full_name", "given", "family", "email"})


def listed(words: str) -> tuple[str, ...]:
    """The parts of a text between commas."""
    return tuple(word.strip() for word in words.split(","))


# Best first: where two columns of a file match the same field, the earlier word wins.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "full_name": listed(
        "attendee name, full name, delegate name, participant name, name, display name, first and last name, "
        "name and surname, first name and surname, delegate, attendee, participant, person, guest name, user "
        "name original name, contact name, vollstandiger name, vor und nachname, teilnehmer, nom complet, "
        "nom et prenom, prenom et nom, participant e, nombre completo, nombre y apellidos, volledige naam, "
        "naam, nome completo, nome e cognome, imie i nazwisko, enw llawn, enw, namn, navn"
    ),
    "given": listed(
        "attendee first name, first name, forename, forenames, given name, given names, first names, given, first, "
        "attendee name given name, fname, vorname, prenom, nombre, nombres, voornaam, nome, imie, enw "
        "cyntaf, fornamn, fornavn, etunimi"
    ),
    "family": listed(
        "attendee last name, last name, surname, family name, family, last, attendee surname, second name, "
        "attendee name family name, lname, nachname, zuname, familienname, nom, nom de famille, apellidos, apellido, "
        "achternaam, cognome, sobrenome, apelido, nazwisko, cyfenw, efternamn, etternavn, sukunimi"
    ),
    "known_as": listed(
        "known as, preferred name, preferred first name, chosen name, name you like to be called, name to be called, "
        "likes to be called, nickname, name for badge, name on badge, badge name"
    ),
    "email": listed(
        "attendee email, email address, email, work email, work email address, email work, nhs email, nhs "
        "email address, contact email, contact email address, e mail addresses, emails, mail, participant id "
        "upn, email adresse, adresse email, adresse e mail, adresse de messagerie, adresse electronique, "
        "courriel, correo electronico, correo, emailadres, e mailadres, indirizzo email, indirizzo e mail, "
        "adres email, adres e mail, endereco de email, cyfeiriad e bost, e bost, epost, e postadress, e "
        "postadresse, sahkoposti"
    ),
    "organisation": listed(
        "organisation, organization, organisation name, organization name, org, org name, company, company name, "
        "employer, "
        "affiliation, institution, trust, practice, practice name, organisation you work for, place of work, "
        "workplace, employing organisation, nhs trust, company organisation, organisation company, trust "
        "organisation, organisation trust, department organisation, firma, betrieb, unternehmen, einrichtung, "
        "arbeitgeber, societe, entreprise, organisme, etablissement, empresa, organizacion, entidad, "
        "organisatie, bedrijf, azienda, ente, organizzazione, organizacja, instytucja, organizacao, "
        "sefydliad, foretag"
    ),
    "role": listed(
        "job title, job role, role, position, role title, job, job title role, role job title, title role, "
        "current role, position title, funktion, fonction, poste, cargo, puesto, functie, ruolo, stanowisko, swydd"
    ),
    "sector": listed("sector, sector type, type of organisation, organisation type"),
    "place": listed(
        "borough, place, locality, borough or place, place borough, borough place, local authority, area, "
        "neighbourhood, work borough"
    ),
    "profession": listed(
        "profession, staff group, professional group, professional background, occupation, discipline, "
        "specialty, speciality"
    ),
    "level": listed("level, band, grade, afc band, pay band, seniority, band grade, band level"),
    "pronouns": listed("pronouns, pronoun, preferred pronouns, personal pronouns"),
    "phone": listed(
        "mobile, mobile number, mobile phone, mobile phone number, phone number, phone, telephone, "
        "telefon, telefonnummer, handy, mobil, portable, telefono, telefoon, telefone, ffon, "
        "telephone number, contact number, cell phone, work phone, contact telephone number, tel, mobile "
        "telephone number"
    ),
    "ticket_type": listed(
        "ticket type, ticket, ticket name, ticket description, admission type, registration type, ticketart, "
        "tickettyp, type de billet, tipo de entrada, tipo biglietto"
    ),
    "ticket_code": listed(
        "barcode number, barcode, ticket code, ticket reference, ticket number, ticket id, qr code, secret, "
        "ticket secret"
    ),
    "source_ref": listed(
        "order number, order no, order id, order reference, order code, order, booking reference, booking "
        "ref, booking id, registration id, registration number, reference, confirmation number, response id, "
        "bestellnummer, buchungsnummer, numero de commande, numero de pedido, bestelnummer, numero ordine"
    ),
    "access_needs": listed(
        "access needs, access requirements, accessibility requirements, accessibility needs, accessibility, "
        "access, reasonable adjustments, additional needs, special requirements"
    ),
    "dietary": listed(
        "dietary requirements, dietary, dietary needs, dietary preferences, diet, food allergies, "
        "allergies, special dietary requirements"
    ),
    "status": listed(
        "attendee status, registration status, booking status, ticket status, order status, registration "
        "state, approval status, invitee status, attendance status, status, rsvp, response, statut, estado, stato, "
        "buchungsstatus, attending, are you attending, are you coming, will you attend, will you be attending, "
        "will you come, will you be there, are you able to attend, will you be able to attend, "
        "can you attend, can you come, invoice status, payment status"
    ),
    "void": listed(
        "cancelled, canceled, is cancelled, refunded, void, voided, void status, cancellation date, cancelled at, "
        "canceled at, date cancelled, cancelled on, refunded at, refund date"
    ),
    "paid": listed("paid, is paid"),
    "quantity": listed("ticket quantity, quantity, number of tickets, tickets, number of places, places"),
    "guests": listed("guests, number of guests, additional guests, plus ones"),
}

# Headings that are whole questions: any of these phrases inside them, unless the heading asks about someone else.
KEYWORDS: Mapping[str, tuple[str, ...]] = {
    "full_name": listed("full name, your name, name for, name on, name as"),
    "known_as": listed("known as, like to be called, preferred name, chosen name"),
    "given": listed("first name, forename, given name"),
    "family": listed("surname, last name, family name"),
    "email": listed("email"),
    "organisation": listed("organisation, organization, employer"),
    "role": listed("job title, job role"),
    "sector": listed("sector"),
    "place": listed("borough, locality"),
    "profession": listed("profession, staff group, professional group"),
    "level": listed("band, grade, seniority"),
    "pronouns": listed("pronouns"),
    "phone": listed("phone, mobile, telephone"),
    "access_needs": listed("access needs, access requirements, accessibility, reasonable adjustments"),
    "dietary": listed("dietary, diet, allergies, food intolerances"),
}
ABOUT_OTHERS = frozenset(
    listed(
        "billing, buyer, emergency, friend, guardian, host, invoice, kin, manager, marketing, order, "
        "organiser, organizer, parent, partner, purchaser, referee, secondary, sponsor, supervisor, "
        "verified"
    )
)
BOOKER = frozenset(listed("booker, booking, contact, lead"))
# A heading with one of these is no slip of another: "Registration date" is no "Registration state".
MOMENTS = frozenset(listed("date, datum, day, time"))
YES_NO_STARTS = frozenset(listed("are, can, could, did, do, does, has, have, i, is, may, will, would"))
OPEN_TO_YES_NO = frozenset({"access_needs", "dietary"})
FILLERS = frozenset(
    listed(
        "a, an, are, enter, full, give, is, my, of, optional, please, provide, required, state, tell, the, "
        "us, what, which, your"
    )
)
