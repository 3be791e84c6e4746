"""Identities: UUIDv7 for what is new, UUIDv5 where two desks must name the same thing alike."""

import os
import time
import uuid
from typing import NewType
from uuid import UUID

MemberId = NewType("MemberId", UUID)
AffiliationId = NewType("AffiliationId", UUID)
OrganisationId = NewType("OrganisationId", UUID)
FrameworkId = NewType("FrameworkId", UUID)
CharacteristicId = NewType("CharacteristicId", UUID)
ProgrammeId = NewType("ProgrammeId", UUID)
EventId = NewType("EventId", UUID)
SessionId = NewType("SessionId", UUID)
RoomId = NewType("RoomId", UUID)
RegistrationId = NewType("RegistrationId", UUID)
FactId = NewType("FactId", UUID)
PlanId = NewType("PlanId", UUID)
PlacementId = NewType("PlacementId", UUID)
GroupWishId = NewType("GroupWishId", UUID)
GroupBondId = NewType("GroupBondId", UUID)
GroupLockId = NewType("GroupLockId", UUID)
FormId = NewType("FormId", UUID)
ResponseId = NewType("ResponseId", UUID)
ReleaseId = NewType("ReleaseId", UUID)
NoteId = NewType("NoteId", UUID)
CertificateId = NewType("CertificateId", UUID)
PrintId = NewType("PrintId", UUID)
ConsentId = NewType("ConsentId", UUID)
DeviceId = NewType("DeviceId", UUID)
ErasureId = NewType("ErasureId", UUID)
ExpiryId = NewType("ExpiryId", UUID)
ClockId = NewType("ClockId", UUID)
AccessId = NewType("AccessId", UUID)
DoorId = NewType("DoorId", UUID)
RefusalId = NewType("RefusalId", UUID)
ReadingId = NewType("ReadingId", UUID)
MergeId = NewType("MergeId", UUID)
LetterheadId = NewType("LetterheadId", UUID)
SystemId = NewType("SystemId", UUID)
AwardId = NewType("AwardId", UUID)
PrintRunId = NewType("PrintRunId", UUID)
ScanRunId = NewType("ScanRunId", UUID)
PollId = NewType("PollId", UUID)
ThemeId = NewType("ThemeId", UUID)
CodingId = NewType("CodingId", UUID)

_NAMESPACE = UUID("5f1d7b1e-6c0e-5b52-9d3c-0f9c8e1a7d24")


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds (none before 1970), then 74 random bits."""
    millis = max(0, time.time_ns() // 1_000_000)
    value = int.from_bytes(millis.to_bytes(6, "big") + os.urandom(10), "big")
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    return UUID(int=value)


def random_id() -> UUID:
    """A UUIDv4, for things whose time of birth must not show (anonymous answers)."""
    return uuid.uuid4()


def natural_id(kind: str, *parts: object) -> UUID:
    """The UUIDv5 of a natural key: the same key gives the same id on every laptop."""
    return uuid.uuid5(_NAMESPACE, "\x1f".join([kind, *map(str, parts)]))
