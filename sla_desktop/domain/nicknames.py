"""Short forms of given names that are common in the United Kingdom: a hint that two records are one person."""

_GROUPS = (
    "alexander alexandra alex sandy sasha lex xander",
    "andrew andy drew",
    "anthony antony tony",
    "benjamin ben benny",
    "catherine katherine kathryn cat kat cath cathy kate kathy katie kit kitty",
    "charles charlotte charlie chas charley lottie",
    "christopher christine christina chris kit chrissie tina",
    "daniel danielle dan danny dani",
    "david dave davy dai",
    "deborah debra deb debbie",
    "dorothy dot dottie",
    "edward ed eddie ned ted teddy",
    "elizabeth elisabeth beth betty eliza libby lisa liz lizzie",
    "emma em emily emmie",
    "frances francis fran frank frankie",
    "frederick fred freddie",
    "gareth gary gaz",
    "geoffrey jeffrey geoff jeff",
    "gerald gerard gerry jerry",
    "gillian jillian gill jill",
    "gregory greg",
    "harold harry henry hal",
    "helen ellen nell nellie",
    "jacqueline jackie jacqui",
    "james jim jimmy jamie",
    "janet jan",
    "jennifer jen jenny",
    "jessica jess jessie",
    "john jack johnny jonathan jon",
    "joseph josephine joe jo joey josie",
    "joanna joanne jo",
    "judith judy jude",
    "kenneth ken kenny",
    "kimberley kimberly kim",
    "lawrence laurence larry laurie",
    "leonard len lenny leo",
    "louise louis lou",
    "lucinda lucy cindy",
    "madeleine madeline maddie",
    "margaret maggie margie meg peggy rita greta",
    "martin marty",
    "mary molly polly",
    "matthew matt",
    "michael mick mickey mike",
    "mohammed muhammad mohamed mohammad mo",
    "nicholas nicola nick nicky nikki nic",
    "oliver olivia ollie liv",
    "pamela pam",
    "patricia patrick pat paddy patsy tricia trish",
    "peter pete",
    "philip phillip philippa phil pip pippa",
    "raymond ray",
    "rebecca becca becky bex",
    "richard rich rick dick ricky",
    "robert rob robbie bob bobby bert",
    "ronald ron ronnie",
    "samuel samantha sam sammy",
    "sarah sara sally sadie",
    "simon si",
    "stephen steven stephanie steve steph",
    "stuart stewart stu",
    "susan susannah suzanne sue susie suzie",
    "terence theresa teresa terry tess",
    "theodore theo ted",
    "thomas tom tommy",
    "timothy tim",
    "valerie val",
    "victoria victor vic vicky tori",
    "vincent vince vinny",
    "william bill billy will willie liam",
    "zachary zach zak",
)
_OF: dict[str, set[int]] = {}
for _number, _group in enumerate(_GROUPS):
    for _name in _group.split():
        _OF.setdefault(_name, set()).add(_number)


def forms_of(name: str) -> set[str]:
    """Other forms of a folded given name ("kate": "katherine", "kathy" ..)."""
    return {form for number in _OF.get(name, ()) for form in _GROUPS[number].split()} - {name}


def may_be_short_for(one: str, other: str) -> bool:
    """Whether two folded given names are different forms of one ("bob", "robert")."""
    return one != other and bool(_OF.get(one, set()) & _OF.get(other, set()))
