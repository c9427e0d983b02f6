"""Words and signs that say what a line of an interview is: tables, no code that decides.

Each table says what its entries mean and where they come from. Entries are in lower case unless case is the point.
A test asks of every entry that the program reads it.
"""

from __future__ import annotations

#: Signs that stand before a list item and are followed by a blank. A dash is also punctuation, so more is asked of it.
DASH_SIGNS = "-–—*+"
#: Signs that have no other use: the blank behind them may be missing. The last three are Word's, from its own fonts.
BULLET_SIGNS = "•·∙▪▫◦‣⁃●○◆◇❖■□➔→⇒➢➤▶►▸✓✔✅☐☑★\uf0b7\uf0a7\uf0d8"

#: Marks that open and close a quotation, „…” and »…« included. `,,` and `''` are the typewriter's.
OPENING_QUOTES = "\"“„‟‘‚'«»‹›"
CLOSING_QUOTES = "\"”“‟’‘'»«›‹"

#: Words before a full stop that end no sentence (Woordenlijst Nederlandse Taal, list of abbreviations), without it.
ABBREVIATIONS = frozenset(
    {
        "afb", "afl", "art", "bijv", "blz", "bv", "ca", "dhr", "dir", "dr", "drs", "ds", "ed", "etc", "excl", "fig",
        "hfst", "incl", "ing", "ir", "jhr", "jr", "lic", "max", "mevr", "mgr", "min", "mr", "mw", "nl", "nr", "nrs",
        "o.a", "o.b.v", "o.l.v", "p", "pag", "par", "prof", "resp", "sr", "st", "t/m", "tel", "v", "vgl", "vs", "zgn",
    }
)  # fmt: skip

#: Words that end a name and have a full stop of their own, without it.
NAME_ENDINGS = frozenset({"jr", "sr", "inc", "ltd", "corp", "co", "ph.d", "m.sc"})

#: Months with their number: Dutch, the abbreviations of newspapers, and English for podcasts.
MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "dec": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "oct": 10,
}  # fmt: skip

#: A byline opens with one of these: `door a16z`, `Van onze verslaggever`, `Bron: …`. Longest first is not needed.
BYLINE_OPENINGS = (
    "door", "van onze", "onze", "by", "tekst", "auteur", "auteurs", "bron", "redactie", "interview door", "interview",
    "samenvatting", "samenvatting door", "samengevat door", "geschreven door", "opgetekend door", "verslag",
    "verslaggever", "opname", "opgenomen", "opnamedatum", "gepubliceerd", "gepubliceerd op", "publicatie",
    "publicatiedatum", "verschenen in", "verschenen op", "datum", "uitgave", "uitgever", "eerder verschenen in",
    "foto", "foto's", "beeld", "fotografie", "podcast", "afgenomen door", "bijgewerkt", "laatst bijgewerkt",
)  # fmt: skip

#: Byline openings that tell about pictures: they go with a byline and make none by themselves.
PICTURE_WORDS = frozenset({"foto", "foto's", "beeld", "fotografie"})

#: Of the byline openings, those that need a colon behind them, since a title or a sentence can open with them too.
BYLINE_NEEDS_COLON = frozenset(
    {
        "beeld", "bron", "datum", "foto", "foto's", "fotografie", "interview", "onze", "opname", "opnamedatum",
        "podcast", "publicatie", "publicatiedatum", "redactie", "samenvatting", "uitgave", "uitgever", "verslag",
        "verslaggever",
    }
)  # fmt: skip

#: Part of a byline that names the publisher comes behind one of these; the first that occurs counts.
PUBLISHER_WORDS = (
    "bron", "uitgever", "uitgave", "publicatie", "verschenen in", "eerder verschenen in", "podcast", "door", "by",
    "auteur", "tekst",
)  # fmt: skip

#: Parts of the names of publishers; what has none of them before a date is rather a place.
PUBLICATION_WORDS = (
    "blad", "courant", "hogeschool", "journaal", "krant", "magazine", "nieuws", "podcast", "radio", "tijdschrift",
    "universiteit",
)  # fmt: skip

#: Words between a byline's opening and its name that are no name: `Van onze verslaggever Iris Kuijpers`.
REPORTER_WORDS = frozenset(
    {
        "correspondent", "correspondente", "economie", "kunst", "medewerker", "medewerkster", "onze", "podcast",
        "politiek", "redacteur", "redactie", "redactrice", "sport", "van", "verslaggeefster", "verslaggever",
    }
)  # fmt: skip

#: A line that opens with one of these and a colon is a credit or a reference: a paragraph, never a heading.
CREDIT_WORDS = frozenset(
    {
        "aanwezig", "advertentie", "antwoord", "auteur", "auteurs", "beeld", "beroep", "bijschrift", "bron", "bronnen",
        "contact", "copyright", "credits", "datum", "duur", "e-mail", "foto", "foto's", "fotografie", "gast", "gasten",
        "host", "hosts", "illustratie", "leeftijd", "lees meer", "lees ook", "leestijd", "let op", "link", "locatie",
        "luistertijd", "meer informatie", "n.b", "nb", "noot", "onderschrift", "onderwerp", "opname", "p.s", "plaats",
        "presentatie", "ps", "redactie", "setting", "tags", "tekst", "tijd", "trefwoorden", "vertaling", "video",
        "vraag", "website", "woonplaats", "zie ook",
    }
)  # fmt: skip

#: Boxes of newspapers and summaries. Before a list such a line labels it, with or without a colon.
BOX_WORDS = frozenset(
    {
        "aanbevelingen", "actiepunten", "belangrijkste inzichten", "belangrijkste lessen", "belangrijkste punten",
        "belangrijkste uitkomsten", "conclusies", "curriculum vitae", "cv", "de feiten", "de hoofdpunten",
        "de kernpunten", "de lessen", "feiten en cijfers", "hoofdpunten", "in 't kort", "in cijfers", "in een notendop",
        "in het kort", "kerninzichten", "kernpunten", "kort samengevat", "lees ook", "leestips", "lessen",
        "luistertips", "paspoort", "samengevat", "tips", "wie is wie",
    }
)  # fmt: skip

#: First words of what lists are called in summaries, of a few words: `Belangrijkste inzichten`, `Praktische tips`.
LABEL_OPENINGS = frozenset({"belangrijkste", "concrete", "kern", "praktische", "voornaamste"})

#: What lists hold, in the plural: a line with one of these may be a list's name.
LIST_NOUNS = frozenset(
    {
        "aanbevelingen", "acties", "adviezen", "afspraken", "bevindingen", "cijfers", "conclusies", "feiten", "fouten",
        "inzichten", "kansen", "lessen", "maatregelen", "observaties", "praktijken", "principes", "punten",
        "resultaten", "stappen", "tips", "trends", "uitdagingen", "uitkomsten", "veranderingen", "voorbeelden",
        "voordelen", "vragen", "nadelen",
    }
)  # fmt: skip

#: Words with a colon behind them that name no speaker, however often they recur.
NO_SPEAKERS = frozenset(
    {
        "actie", "advies", "antwoorden", "belangrijk", "bijvoorbeeld", "citaat", "conclusie", "conclusies", "correctie",
        "disclaimer", "doel", "dus", "echter", "feit", "gevolg", "hypothese", "inzicht", "ja", "kortom", "kosten",
        "leeftijd", "les", "let op", "let wel", "maar", "methode", "mythe", "n.b", "nadeel", "nadelen", "nb", "nee",
        "noot", "opgelet", "oplossing", "opmerking", "p.s", "probleem", "ps", "quote", "reactie", "resultaat",
        "samenvatting", "stap", "stelling", "tip", "tips", "titel", "toelichting", "uitleg", "voetnoot", "voorbeeld",
        "voorbeelden", "voordeel", "voordelen", "waarschuwing", "want", "weetje", "woonplaats",
    }
)  # fmt: skip

#: Labels of a question in a written conversation.
QUESTION_LABELS = frozenset({"v", "vr", "vraag", "vragen", "q", "question"})
#: Labels of its answer.
ANSWER_LABELS = frozenset({"a", "antw", "antwoord", "answer"})

#: Roles that transcripts give instead of a name, perhaps with a number: `Respondent 3`, `INT`, `Spreker 1`.
ROLE_LABELS = frozenset(
    {
        "arts", "beller", "cliënt", "dagvoorzitter", "deelneemster", "deelnemer", "docent", "gast", "gespreksleider",
        "gespreksleidster", "geïnterviewde", "host", "i", "informant", "int", "interviewee", "interviewer",
        "interviewster", "journalist", "luisteraar", "man", "moderator", "onbekend", "onderzoeker", "patiënt",
        "presentator", "presentatrice", "publiek", "r", "redactie", "resp", "respondent", "respondente", "s", "speaker",
        "spreker", "stem", "unknown", "verslaggever", "voice-over", "voorzitter", "vrouw", "zaal",
    }
)  # fmt: skip

#: Small words inside a name in normal case: ANNA DE VRIES is Anna de Vries.
NAME_INFIXES = frozenset(
    {
        "'s", "'t", "aan", "al", "bij", "da", "de", "den", "der", "di", "el", "het", "in", "la", "le", "met", "op",
        "over", "te", "ten", "ter", "uit", "van", "von", "’s", "’t",
    }
)  # fmt: skip

#: Words before a surname in a label, without their capital: `De heer Bos`.
HONORIFICS = frozenset({"heer", "meneer", "mevrouw", "mijnheer", "dokter", "pater", "zuster"})

#: Words that address one's partner in conversation: the interviewer's questions have them.
ADDRESS = frozenset({"u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jezelf", "jullie", "ge", "gij"})
#: Of these, the ones that hardly ever mean people in general.
PERSONAL_ADDRESS = frozenset({"u", "uw", "uzelf", "jij", "jou", "jouw", "jullie"})
#: Words with which a person speaks of himself: the answers have them, outside quotation marks.
FIRST_PERSON = frozenset({"ik", "'k", "’k", "mij", "me", "mijn", "m'n", "m’n", "mezelf", "wij", "we", "ons", "onze"})
#: Of these, the ones that writers also use of people in general.
WE = frozenset({"wij", "we", "ons", "onze"})

#: What newspapers write above a title: the genre, alone on its line.
KICKERS = frozenset(
    {
        "achtergrond", "column", "dubbelinterview", "essay", "interview", "nieuws", "opinie", "portret", "profiel",
        "reportage", "vraaggesprek",
    }
)  # fmt: skip

#: A line with one of these between title and text says what the document is: a subtitle.
SUBTITLE_WORDS = frozenset(
    {
        "aflevering", "deelrapport", "dubbelinterview", "gesprek", "gesprekken", "in gesprek met", "interview",
        "interviews", "podcast", "portret", "profiel", "rapport", "reportage", "samenvatting", "serie", "transcript",
        "transcriptie", "verslag", "vraaggesprek",
    }
)  # fmt: skip

#: Roles in English, as guests of podcasts have them below the title.
ENGLISH_ROLES = frozenset(
    {
        "author", "ceo", "chairman", "chief", "cfo", "co-founder", "cofounder", "coo", "cto", "director", "former",
        "founder", "head", "host", "investor", "managing", "partner", "president", "professor", "svp", "vice", "vp",
    }
)  # fmt: skip

#: Before a list of people these announce whom the document interviews: `Interview met X`, `In gesprek met X`.
INTERVIEW_WITH = (
    "interview met", "in gesprek met", "gesprek met", "vraaggesprek met", "vragen aan", "aan het woord", "portret van",
    "portret", "op bezoek bij", "te gast", "gast", "een uur met", "lunch met", "aan tafel met", "interview",
)  # fmt: skip
