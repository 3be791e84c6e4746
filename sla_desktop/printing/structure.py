"""The structure tree of a document: what each piece of content is, in the order in which it is read.

PDF 32000-1, 14.7 and 14.8. Elements are made in reading order; content on pages is told by page and number.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

GROUPING = frozenset({"Document", "Sect", "L", "LI", "Table", "TR", "TOC", "TOCI"})


@dataclass(slots=True, eq=False)
class Content:
    """Marked content: the page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Link:
    """A place to click: its object's number, page (from 0), box in points from the bottom left, and where it goes."""

    object_number: int
    page: int
    box: tuple[float, float, float, float]
    said: str
    target: "Element"


@dataclass(slots=True, eq=False)
class Element:
    """A node: its standard type, further entries as PDF source, and what is in it."""

    kind: str
    entries: str = ""
    kids: "list[Element | Content | Link]" = field(default_factory=list)

    def add(self, kind: str, entries: str = "") -> "Element":
        """A new element at the end of this one."""
        found = Element(kind, entries)
        self.kids.append(found)
        return found

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        for kid in self.kids:
            found = kid.page
            if found is not None:
                return found
        return None


class Structure:
    """The tree of one document, and which element each page's marked content belongs to."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._owners: list[list[Element]] = [[]]
        self._links: list[tuple[Link, Element]] = []

    def content(self, owner: Element) -> int:
        """A new piece of marked content of `owner` on the present page; gives its number there."""
        here = self._owners[-1]
        owner.kids.append(Content(len(self._owners) - 1, len(here)))
        here.append(owner)
        return len(here) - 1

    def link(
        self, owner: Element, object_number: int, box: tuple[float, float, float, float], target: Element
    ) -> None:
        """Make a box on the present page lead to where `target` begins."""
        made = Link(object_number, len(self._owners) - 1, box, "Go to the page", target)
        owner.kids.append(made)
        self._links.append((made, owner))

    def end_page(self) -> None:
        """What comes next is on the following page."""
        self._owners.append([])

    def objects(self, reserve: Callable[[], int], pages: Sequence[int]) -> tuple[int, dict[int, bytes]]:
        """The tree as PDF objects by number, and the number of its root.

        `reserve` gives a free object number; `pages` are the object numbers of the pages.
        """
        root = reserve()
        family = _with_parents(self.root)
        numbers = {id(element): reserve() for element, _ in family}
        made = {numbers[id(element)]: _element(element, parent, numbers, pages, root) for element, parent in family}
        made |= {link.object_number: self._annotation(nth, link, pages) for nth, (link, _) in enumerate(self._links)}
        parents = [" ".join(f"{numbers[id(owner)]} 0 R" for owner in page) for page in self._owners]
        nums = [f"{nth}[{owners}]" for nth, owners in enumerate(parents) if nth < len(pages)]
        nums += [f"{len(pages) + nth} {numbers[id(owner)]} 0 R" for nth, (_, owner) in enumerate(self._links)]
        tree = reserve()
        made[tree] = f"<</Nums[{' '.join(nums)}]>>".encode()
        top = numbers[id(self.root)]
        following = len(pages) + len(self._links)
        made[root] = (
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {following}>>".encode()
        )
        return root, made

    def _annotation(self, nth: int, link: Link, pages: Sequence[int]) -> bytes:
        box = " ".join(f"{side:.2f}" for side in link.box)
        target = pages[link.target.page or 0]
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/Contents({link.said})"
            f"/Dest[{target} 0 R/XYZ null null null]/P {pages[link.page]} 0 R/StructParent {len(pages) + nth}>>"
        ).encode()


def _with_parents(root: Element) -> list[tuple[Element, Element | None]]:
    """Every element with the one that it is in, from the root down."""
    found: list[tuple[Element, Element | None]] = [(root, None)]
    for element, _ in found:  # the list grows while it is read
        found += [(kid, element) for kid in element.kids if isinstance(kid, Element)]
    return found


def _element(
    element: Element, parent: Element | None, numbers: dict[int, int], pages: Sequence[int], root: int
) -> bytes:
    page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
    kids = " ".join([_kid(kid, page, numbers, pages) for kid in element.kids])
    above = numbers[id(parent)] if parent else root
    own = f"/Pg {pages[page]} 0 R" if page is not None else ""
    return f"<</S/{element.kind}/P {above} 0 R{own}/K[{kids}]{element.entries}>>".encode("latin-1")


def _kid(kid: Element | Content | Link, page: int | None, numbers: dict[int, int], pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{numbers[id(kid)]} 0 R"
    if isinstance(kid, Link):
        return f"<</Type/OBJR/Obj {kid.object_number} 0 R/Pg {pages[kid.page]} 0 R>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.number}>>"
