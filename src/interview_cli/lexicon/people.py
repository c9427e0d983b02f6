"""Words for people: titles before names, name infixes, role nouns and kin with their gender.

Sources: the forms of address and academic titles of Taaladvies.net and the Leidraad aanspreekvormen; the suffixes that
make person nouns and feminine ones from the e-ANS (12.3.1.2); infixes from the Nederlandse Familienamenbank. The role
nouns are general knowledge: open classes, so suffixes and compounds carry most of the load.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Gender = Literal["f", "m"]

#: Before a name and no part of it. With or without the full stop.
TITLES = frozenset(
    {
        "arch", "baron", "barones", "bc", "dhr", "dr", "dra", "drs", "ds", "frau", "frère", "freule", "herr", "heer",
        "ing", "ir", "jhr", "jonkheer", "jonkvrouw", "juf", "juffrouw", "jkvr", "lic", "lord", "madame", "meester",
        "meneer", "mevr", "mevrouw", "mgr", "miss", "mijnheer", "monseigneur", "monsieur", "mr", "mrs", "ms", "mw",
        "pastor", "pater", "prof", "professor", "sir", "soeur", "zuster",
    }
)  # fmt: skip

#: Behind a name and no part of it, after a comma: Mehmet Arslan, MSc.
DEGREES = frozenset({"ba", "bsc", "jr", "llm", "ma", "mba", "md", "msc", "phd", "sr"})

#: Small words inside surnames: Teun van der Burgh, Yasmina El Idrissi.
INFIXES = frozenset(
    {
        "'s", "'t", "’s", "’t", "aan", "abu", "af", "al", "ben", "bij", "bin", "da", "das", "de", "del", "della", "den",
        "der", "des", "di", "do", "dos", "du", "el", "het", "ibn", "in", "la", "las", "le", "les", "lo", "los", "mac",
        "of", "onder", "op", "over", "san", "st", "te", "ten", "ter", "uit", "uyt", "van", "ver", "von", "voor", "y",
        "zu", "zum", "zur", "ould", "oude", "ait", "aït", "bint",
    }
)  # fmt: skip

#: Kin that shares a surname with the person spoken of, so never that person: Vader Yıldırım beside Hakan Yıldırım.
KIN = frozenset(
    {
        "bomma", "bompa", "broer", "broertje", "dochter", "grootmoeder", "grootvader", "moeder", "mama", "neef",
        "nicht", "nonkel", "oma", "oom", "opa", "papa", "schoonbroer", "schoonmoeder", "schoonvader", "schoonzus",
        "tante", "tweelingbroer", "tweelingzus", "vader", "zoon", "zus", "zusje",
    }
)  # fmt: skip

#: Kin that goes with a given name as its title: nonkel Jef, tante Riet.
CALLED_BY_KIN = frozenset({"bomma", "bompa", "nonkel", "oma", "oom", "opa", "tante"})

_FEMALE = frozenset(
    {
        "barones", "boerin", "bomma", "boekhoudster", "bruid", "dame", "dochter", "echtgenote", "ex-vrouw", "freule",
        "frau", "gravin", "grootmoeder", "hertogin", "heldin", "huisvrouw", "jkvr", "jonkvrouw", "juf", "juffrouw",
        "keizerin", "koningin", "kokkin", "lerares", "madame", "mama", "meid", "meisje", "mevr", "mevrouw", "miss",
        "moeder", "mrs", "ms", "mw", "nicht", "non", "oma", "prinses", "schoonmoeder", "schoonzus", "soeur",
        "stiefmoeder", "tante", "vriendin", "vrouw", "weduwe", "kapster", "secretaresse", "caissière", "zus",
        "zusje", "zuster",
    }
)  # fmt: skip

_MALE = frozenset(
    {
        "baron", "bompa", "broer", "broertje", "bruidegom", "dhr", "echtgenoot", "gentleman", "graaf", "grootvader",
        "heer", "herr", "hertog", "jhr", "jongen", "jonkheer", "keizer", "kerel", "knaap", "koning", "man", "meneer",
        "mijnheer", "monseigneur", "monsieur", "monnik", "neef", "oom", "opa", "papa", "pater", "paus", "pastoor",
        "priester", "prins", "schoonvader", "schoonzoon", "sir", "stiefvader", "vader", "weduwnaar", "zoon", "zwager",
    }
)  # fmt: skip

#: Roles that carry no gender in today's Dutch.
_NEUTRAL = frozenset(
    {
        "aannemer", "abt", "academicus", "accountant", "acteur", "activist", "admiraal", "adviseur", "advocaat",
        "agent", "agoog", "ambassadeur", "ambtenaar", "analist", "antiquaar", "apotheker", "arbeider", "architect",
        "archivaris", "arrangeur", "arts", "assistent", "atleet", "auteur", "baas", "bakker", "bankier", "bassist",
        "bediende", "begeleider", "begrafenisondernemer", "begraver", "beheerder", "beoordelaar", "bestuurder",
        "bestuurslid", "betrokkene", "beveiliger", "bewoner", "bezoeker", "bibliothecaris", "bisschop", "blogger",
        "bode", "boekhandelaar", "boekhouder", "boer", "boswachter", "bouwer", "bouwvakker", "brouwer",
        "burgemeester", "burger", "buur", "cabaretier", "ceo", "cfo", "chauffeur", "chef", "chemicus", "chirurg",
        "choreograaf", "cliënt", "coach", "coassistent", "collega", "commandant", "commissaris", "compagnon",
        "componist", "conciërge", "conducteur", "conservator", "consul", "consulent", "consultant", "controller",
        "correspondent",
        "coupeur", "coureur", "criticus", "cto", "curator", "cursist", "danser", "dealer", "decaan", "deelnemer",
        "deken", "dertiger", "deskundige", "detective", "deurwaarder", "dichter", "dief", "dierenarts", "dijkgraaf",
        "diplomaat", "directeur", "dirigent", "docent", "dokter", "dominee", "dorpeling", "drummer", "duiker",
        "econoom", "eerstejaars", "eigenaar", "entrepreneur", "expert", "fabrikant", "filosoof", "fotograaf",
        "fruitteler", "gamer", "garagist", "gast", "gedeputeerde", "geestelijke", "generaal", "genoot", "getuige",
        "gids", "gitarist", "gouverneur", "griffier", "handelaar", "held", "helper", "herder", "historicus",
        "hoogbejaarde", "hoogleraar", "houder", "hovenier", "hulpverlener", "illustrator", "imam", "imker",
        "ingenieur", "initiatiefnemer", "inspecteur", "instructeur", "interviewer", "investeerder", "jager",
        "journalist", "jurist", "juwelier", "kamerlid", "kandidaat", "kapitein", "kapper", "kastelein", "keeper",
        "kelner", "kind", "klant", "kleuter", "knecht", "kok", "kolonel", "koster", "kunstenaar", "kweker",
        "laborant", "lector", "leerkracht", "leerling", "leider", "leraar", "leverancier", "lezer", "lid",
        "logopedist", "loods", "loper", "luisteraar", "machinist", "majoor", "makelaar", "maker", "manager",
        "mantelzorger", "masseur", "matroos", "mecenas", "medewerker", "meester", "melker", "metselaar", "militair",
        "minister", "minister-president", "molenaar", "monteur", "muzikant", "natuurkundige", "negentiger",
        "neuroloog", "nieuwkomer", "notaris", "ober", "officier", "oncoloog", "ondernemer", "onderwijzer",
        "onderzoeker", "ontwerper", "ontwikkelaar", "ooggetuige", "operator", "oppas", "opperrabbijn", "oprichter",
        "opvolger", "oud-burgemeester", "ouder", "ouderejaars", "partner", "passagier", "patiënt", "pedagoog",
        "petekind", "pianist", "piloot", "ploegleider", "politicus", "portier", "postbode", "predikant", "premier",
        "presentator", "president", "producent", "professor", "profvoetballer", "programmeur", "promovendus",
        "psychiater", "puber", "raadslid", "rabbijn", "recensent", "rechercheur", "rechter", "rector", "redacteur",
        "regisseur", "reiziger", "rekruut", "renner", "reporter", "respondent", "rijder", "samensteller", "schaatser",
        "scheidsrechter", "schepen", "schilder", "schipper", "schrijnwerker", "schrijver", "secretaris", "senator",
        "sergeant", "slager", "sluiswachter", "smid", "soldaat", "sopraan", "souffleur", "speler", "spits", "spreker",
        "staatssecretaris", "stagiair", "stichter", "strateeg", "student", "supporter", "tachtiger", "teamleider",
        "technicus", "tekenaar", "teler", "tenor", "therapeut", "tiener", "toezichthouder", "trainer", "tuinder",
        "tuinier", "twintiger", "uitbater", "uitgever", "uitvinder", "veertiger", "vennoot", "verdachte",
        "verhuurder", "verkeersleider", "verkoper", "verloskundige", "verpleegkundige", "verslaggever", "vertaler",
        "vertegenwoordiger", "verteller", "verzamelaar", "verzorgende", "verzorger", "vijftiger", "violist", "visser",
        "vlogger", "vluchteling", "voetballer", "volgeling", "voorganger", "voorlichter", "voorzitter", "vriend",
        "vrijwilliger", "wachter", "werker", "wetenschapper", "wethouder", "wever", "wielrenner", "winkelier",
        "wiskundige", "woordvoerder", "zaakvoerder", "zanger", "zeiler", "zelfstandige", "zestiger", "zeventiger",
        "ziener", "zwemmer", "zzp'er",
        # Participles and adjectives as nouns.
        "aanwezige", "achterblijver", "bejaarde", "bekende", "deelnemende", "geestverwant", "geliefde", "gedupeerde",
        "gevangene", "gewonde", "huisgenoot", "ingewijde", "leidinggevende", "overlevende", "omstander",
        "voorbijganger",
        "volwassene", "werkloze", "zieke", "zorgverlener", "belanghebbende", "omwonende", "genodigde", "geleerde",
    }
)  # fmt: skip

#: Nouns that may mean anybody of their gender: een collega … zei de man.
ANYBODY = frozenset({"man", "vrouw", "jongen", "meisje", "dame", "heer", "jongeman", "kerel", "jongedame", "persoon"})

#: Roles that texts use for one another.
ROLE_SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("keeper", "doelman", "doelvrouw", "keepster"),
    ("trainer", "coach", "oefenmeester", "trainster"),
    ("topman", "topvrouw", "ceo", "bestuursvoorzitter", "directeur", "directrice"),
    ("oprichter", "oprichtster", "ondernemer", "onderneemster", "eigenaar", "eigenares"),
    ("arts", "dokter", "medicus"),
    ("schrijver", "schrijfster", "auteur", "romancier"),
    ("onderzoeker", "onderzoekster", "wetenschapper", "wetenschapster"),
    ("boer", "boerin", "veehouder", "landbouwer", "akkerbouwer"),
    ("advocaat", "advocate", "raadsman", "raadsvrouw"),
    ("presentator", "presentatrice", "host", "gastheer", "gastvrouw", "interviewer", "interviewster"),
    ("docent", "docente", "leraar", "lerares", "leerkracht", "onderwijzer"),
    ("agent", "agente", "politieman", "politievrouw"),
    ("schipper", "kapitein", "gezagvoerder"),
    ("woordvoerder", "woordvoerster", "zegsman", "zegsvrouw", "voorlichter"),
    ("bewoner", "bewoonster", "huurder"),
)

_SCIENTISTS = (
    "hoogleraar", "kundige", "oloog", "ologe", "fysicus", "econoom", "historicus", "historica", "promovendus",
    "promovenda", "deskundige", "lector",
)  # fmt: skip
_POLITICIANS = ("minister", "wethouder", "raadslid", "kamerlid", "burgemeester", "gedeputeerde", "staatssecretaris")
_MUSICIANS = ("pianist", "gitarist", "violist", "cellist", "componist", "beiaardier", "drummer", "zanger", "zangeres")

#: Wider roles, which a text uses for people introduced with a narrower one: hoogleraar X … zegt de onderzoeker.
WIDER_ROLES: dict[str, tuple[str, ...]] = {
    "onderzoeker": _SCIENTISTS, "onderzoekster": _SCIENTISTS, "wetenschapper": _SCIENTISTS,
    "wetenschapster": _SCIENTISTS, "expert": _SCIENTISTS, "politicus": _POLITICIANS, "politica": _POLITICIANS,
    "bestuurder": (*_POLITICIANS, "voorzitter", "directeur"), "bewindsman": ("minister", "staatssecretaris"),
    "bewindsvrouw": ("minister", "staatssecretaris"), "vakbondsman": ("bestuurder",), "vakbondsvrouw": ("bestuurder",),
    "muzikant": _MUSICIANS, "musicus": _MUSICIANS, "arts": ("chirurg", "neuroloog", "cardioloog", "psychiater"),
    "speler": ("spits", "middenvelder", "verdediger", "aanvoerder", "voetballer", "keeper"),
    "zakenman": ("directeur", "ondernemer", "eigenaar", "oprichter"), "kunstenaar": ("schilder", "beeldhouwer"),
    "jurist": ("advocaat", "rechter"), "renner": ("wielrenner", "coureur"), "sporter": ("speler", "renner", "loper"),
}  # fmt: skip

_ROLES = _NEUTRAL | _MALE | _FEMALE


@cache
def _roles() -> frozenset[str]:
    """Return all role nouns, those of the list in `person_nouns.txt` included."""
    lines = (files("interview_cli.lexicon") / "person_nouns.txt").read_text("utf-8").splitlines()
    return _ROLES | {line for line in lines if line and not line.startswith("#")}


#: Endings of person nouns that hardly any other noun has, and what is no person all the same.
_PERSON_ENDINGS = (
    "gever",
    "nemer",
    "houder",
    "maker",
    "bouwer",
    "voerder",
    "drager",
    "zetter",
    "bewoner",
    "oloog",
    "ologe",
    "onoom",
    "icus",
    "ateur",
    "irurg",
    "aturg",
    "kundige",
    "trice",
    "eesse",
    "euse",
)
_NOT_PEOPLE = frozenset({"roman", "talisman", "caiman", "beheer", "verkeer", "ooglid", "gelid", "publicus", "filmster"})
_DIMINUTIVES = ("tje", "je", "etje", "pje")
#: Ends of nouns that look feminine and are things, or people of either gender.
_NOT_FEMININE = (
    "venster", "register", "mester", "klooster", "monster", "cluster", "pleister", "poster", "meester", "minister",
    "priester", "toaster", "master", "hamster", "rooster", "oester", "gangster", "popster", "tekst", "wijster",
)  # fmt: skip
#: A role noun of at least this many letters may be the end of a compound (modeontwerper), and these shorter ones.
_COMPOUND = 5
_SHORT_HEADS = frozenset({"lid", "man", "arts", "kok", "boer", "baas", "gast", "zus", "kind"})
_HEADS: tuple[tuple[str, Gender], ...] = (
    ("vrouw", "f"), ("moeder", "f"), ("dochter", "f"), ("vriendin", "f"),
    ("man", "m"), ("vader", "m"), ("zoon", "m"), ("broer", "m"), ("heer", "m"),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def person_noun(noun: str) -> bool:
    """Tell whether a singular or plural noun means people: a role, kin, or a compound of one.

    >>> person_noun("modeontwerpster"), person_noun("oud-kamergenoten"), person_noun("roman")
    (True, True, False)
    """
    return any(_is_person(form) for form in _singulars(noun.lower()))


def noun_gender(noun: str) -> Gender | None:
    """Return the gender that a person noun or title says, None where it says nothing (`directeur`).

    >>> noun_gender("woordvoerster"), noun_gender("buurman"), noun_gender("trainer")
    ('f', 'm', None)
    """
    noun = noun.lower().rstrip(".")
    if noun in _FEMALE:
        return "f"
    if noun in _MALE:
        return "m"
    if _feminine(noun):
        return "f"
    if _is_person(noun):
        return next((sex for head, sex in _HEADS if noun.endswith(head)), None)
    return None


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a title or form of address: dr., Mevrouw."""
    return word.lower().rstrip(".") in TITLES


def _singulars(noun: str) -> tuple[str, ...]:
    """Return the noun and the singulars it may be the plural of. Rough: only known roles come of it."""
    forms = [noun]
    if noun.endswith("s"):
        forms.append(noun.removesuffix("s").removesuffix("'").removesuffix("’"))
    if noun.endswith("n"):
        forms.append(noun[:-1])
    if noun.endswith("en") and len(noun) > 4:
        stem = noun[:-2]
        forms += [stem, stem[:-1], f"{stem[:-1]}{stem[-2:]}"]  # buren, mannen, advocaten
        if stem[-1] in "vz":
            forms.append(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])
        if noun.endswith("eren"):
            forms.append(noun[:-4])
    if noun.endswith("ici"):
        forms.append(noun[:-1] + "us")
    return tuple(forms)


def _is_person(noun: str) -> bool:
    if noun in _roles():
        return True
    if noun in _NOT_PEOPLE or len(noun) < 5:
        return False
    if noun.endswith("ist") and len(noun) > 6 and not noun.endswith(("kist", "mist", "twist", "gist")):
        return True
    if noun.endswith(_DIMINUTIVES) and any(noun.removesuffix(end) in _roles() for end in _DIMINUTIVES):
        return True
    return noun.endswith(_PERSON_ENDINGS) or _compound(noun) or _feminine(noun)


def _compound(noun: str) -> bool:
    """Tell whether it ends with a known role, behind at least two letters or `ex-`, `oud-`."""
    heads = (noun[start:] for start in range(2, len(noun) - 2))
    roles = _roles()
    return any(head in roles and (len(head) >= _COMPOUND or head in _SHORT_HEADS) for head in heads)


def _feminine(noun: str) -> bool:
    """Tell whether it is a feminine derivation: schrijfster, danseres, directrice, studente, huisgenote."""
    if noun.endswith("ster"):
        return len(noun) > 7 and noun not in _NOT_PEOPLE and not noun.endswith(_NOT_FEMININE)
    if noun.endswith(("atrice", "ctrice", "ateuse", "isseuse", "upeuse", "feuse", "seuse")):
        return True
    if noun.endswith(("enda", "es", "in")):
        base = noun.removesuffix("es").removesuffix("in").removesuffix("enda")
        return f"{base}endus" in _NEUTRAL if noun.endswith("enda") else base in _NEUTRAL
    if noun.endswith("e") and len(noun) > 6:
        stem = noun[:-1]
        bases = (stem, f"{stem[:-1]}{stem[-2:]}")
        return any(base.endswith(("t", "f", "g", "ier", "ir", "ist")) and _is_role(base) for base in bases)
    return False


def _is_role(noun: str) -> bool:
    return noun in _roles() or _compound(noun)
