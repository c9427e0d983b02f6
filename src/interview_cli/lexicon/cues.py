"""Words other than verbs that say who speaks, and words that say that nobody does.

Sources: e-ANS on reporting clauses, the newspapers' usage in UD Dutch, and Taaladvies.net on aanhalingstekens.
"""

from __future__ import annotations

#: Prepositions and adverbs directly before a speaker: volgens Altman, aldus de wethouder.
SOURCE_PREPOSITIONS = frozenset({"volgens", "aldus", "dixit", "blijkens"})

#: Several words, each with the lemma of the cue: naar eigen zeggen, in de woorden van hun docent.
SOURCE_PHRASES: dict[tuple[str, ...], str] = {
    ("in", "de", "woorden", "van"): "in de woorden van",
    ("om", "met", "de", "woorden", "van"): "in de woorden van",
    ("bij", "monde", "van"): "bij monde van",
    ("uit", "de", "mond", "van"): "uit de mond van",
    ("in", "de", "ogen", "van"): "in de ogen van",
    ("naar", "de", "mening", "van"): "naar de mening van",
}

#: Phrases whose speaker is the subject of their clause. `hun` stands for any possessive pronoun.
OWN_WORDS: tuple[tuple[str, ...], ...] = (
    ("naar", "eigen", "zeggen"),
    ("volgens", "eigen", "zeggen"),
    ("in", "eigen", "woorden"),
    ("met", "eigen", "woorden"),
    ("in", "hun", "eigen", "woorden"),
    ("met", "hun", "eigen", "woorden"),
)

#: Nouns that stand for somebody's words: `zijn conclusie: "…"`, `de reactie van X: "…"`, `deelde een maatstaf: "…"`.
SPEECH_NOUNS = frozenset(
    {
        "aanbeveling", "advies", "analyse", "antwoord", "argument", "bekentenis", "belofte", "bevel", "bezwaar",
        "boodschap", "citaat", "commentaar", "conclusie", "constatering", "credo", "devies", "diagnose", "eis",
        "excuus", "formulering", "gedachte", "herinnering", "inzicht", "kanttekening", "klacht", "kritiek",
        "kwalificatie", "les", "leus", "lijfspreuk", "maatstaf", "mantra", "mededeling", "mening", "motto", "mythe",
        "observatie", "omschrijving", "oordeel", "oproep", "opmerking", "overtuiging", "pleidooi", "principe",
        "raad", "reactie", "repliek", "samenvatting", "slogan", "standpunt", "stelling", "theorie", "tip",
        "typering", "uitleg", "uitspraak", "verklaring", "verwijt", "verzoek", "verzuchting", "visie", "voorspelling",
        "brief", "bericht", "interview", "mail", "e-mail", "tweet",
        "persbericht", "toespraak", "voorwaarde", "vraag", "waarschuwing", "weerwoord", "woord", "zin",
    }
)  # fmt: skip

#: Those that are often the end of a compound: slotvraag, kernboodschap, luisteraarsvraag.
COMPOUND_SPEECH = ("vraag", "boodschap", "conclusie", "reactie", "opmerking", "uitspraak", "verklaring")

#: First words before a colon that only say when the same speaker goes on: na een korte stilte, even later, en dan.
RESUMING = frozenset(
    {"daarna", "dan", "en", "even", "later", "maar", "na", "plots", "plotseling", "toen", "vervolgens"}
)

#: Directly before a quotation these say that it is a name or an expression, nobody's words here.
NAMING_WORDS = frozenset(
    {
        "heet", "heette", "heten", "heetten", "genaamd", "genoemd", "geheten", "gedoopt", "getiteld", "zogenaamd",
        "zogenaamde", "zogeheten", "zogenoemde", "titel", "werktitel", "kop", "woord", "term", "begrip", "naam",
        "bijnaam", "codenaam", "opschrift", "rubriek", "trefwoord", "stopwoord", "modewoord", "toverwoord",
        "codewoord", "sleutelwoord",
        "label", "etiket", "hashtag",
    }
)  # fmt: skip

#: In its clause these say that a quotation is what something is called.
CALLED = frozenset({"heet", "heette", "heten", "heetten", "getiteld"})

#: Pronouns that can be the subject of a reporting clause, with gender and number: m f n(eutral) u(nknown), s p.
SUBJECT_PRONOUNS: dict[str, str] = {
    "hij": "ms", "ie": "ms", "-ie": "ms", "zij": "us", "ze": "us", "hen": "ns", "die": "us", "deze": "us",
    "ik": "1s", "'k": "1s", "k": "1s", "ikzelf": "1s", "we": "1p", "wij": "1p", "men": "0p", "iemand": "0s",
    "niemand": "0s", "u": "2s", "je": "2s", "jij": "2s", "gij": "2s", "ge": "2s", "jullie": "2p",
    "laatstgenoemde": "us",
}  # fmt: skip

#: The same in the oblique: volgens hem, aldus haar.
OBJECT_PRONOUNS: dict[str, str] = {
    "hem": "ms", "'m": "ms", "haar": "fs", "d'r": "fs", "hen": "us", "hun": "up", "mij": "1s", "me": "1s", "ons": "1p",
}  # fmt: skip

DETERMINERS = frozenset(
    {
        "de", "het", "'t", "een", "'n", "den", "der", "eene", "eenen", "dit", "dat", "deze", "die", "elke", "iedere",
        "geen", "menig", "sommige", "enkele", "twee", "drie", "beide", "dezelfde",
    }
)  # fmt: skip
POSSESSIVES = frozenset(
    {
        "mijn", "m'n", "mijne", "zijn", "z'n", "zijne", "haar", "d'r", "hare", "ons", "onze", "hun", "hunne", "uw",
        "uwe", "jouw", "je",
    }
)  # fmt: skip

#: Kin on both sides of a family tie: beside `haar vader`, `zijn dochter` is she whose father he is.
PARENTS = frozenset(
    {"vader", "moeder", "ouders", "grootvader", "grootmoeder", "opa", "oma", "stiefvader", "stiefmoeder"}
)
CHILDREN = frozenset({"dochter", "zoon", "kleindochter", "kleinzoon", "kind", "kleinkind"})
#: A tie that is the same from both sides: beside `zijn vrouw`, `haar man` is he whose wife she is.
SPOUSES = frozenset({"man", "vrouw", "echtgenoot", "echtgenote", "partner", "vriend", "vriendin", "verloofde"})
#: Somebody's `collega` is whoever else is there.
PEERS = frozenset(
    {"collega", "compagnon", "copresentator", "copresentatrice", "medeauteur", "mededirecteur", "medeoprichter"}
    | {"medepresentator", "tafelgenoot", "tafelgenote", "vennoot", "vennote"}
)

#: Nouns for the person interviewed, seen from the interviewer.
GUESTS = frozenset({"gast", "hoofdgast", "podcastgast", "studiogast", "geïnterviewde", "gesprekspartner"})

#: Between a quotation and a noun for it: is zijn antwoord, luidde het devies.
COPULAS = frozenset(
    {"is", "was", "zijn", "waren", "luidt", "luidde", "blijft", "bleef", "wordt", "werd", "klinkt", "klonk"}
)

#: Verbs that leave open whose words are heard: klinkt het.
SOUNDING = frozenset({"klinkt", "klonk", "weerklinkt", "weerklonk"})

#: Where words stand that nobody says: staat er op het bordje, prijkt, hangt.
STANDING = frozenset({"staat", "stond", "staan", "stonden", "hangt", "hing", "prijkt", "prijkte", "lees", "leest"})

#: What somebody wears tells who is meant: een vrijwilliger in een oranje hesje.
CLOTHES = (
    "bikini", "broek", "hemd", "hesje", "jas", "jasje", "jurk", "overall", "pak", "pet", "pyjama", "rok", "schort",
    "shirt", "toga", "trui", "uniform", "vest",
)  # fmt: skip

#: Who has done what a credit names: Presentatie: Tirza Monnik.
CREDITS = {"presentatie": "presentator", "interview": "interviewer", "regie": "regisseur", "redactie": "redacteur"}

#: Between a name and what he is: schuift X aan, teler in Y; X, toen nog consultant.
ARRIVING = frozenset({"aan", "af", "binnen", "in", "langs", "op", "voorbij"})
FORMERLY = frozenset(
    {"destijds", "inmiddels", "jarenlang", "nog", "nu", "ooit", "tegenwoordig", "thans", "toen", "vroeger", "zelf"}
)

#: Things with words on them: een briefje met "…", een T-shirt met de tekst "…".
INSCRIBED = (
    "affiche", "bord", "bordje", "briefje", "kaart", "kaartje", "onderwerp", "opschrift", "plakkaat", "poster",
    "shirt", "spandoek", "sticker", "tegel", "tegeltje", "tekst", "trui", "vlag",
)  # fmt: skip

#: Words that open a relative clause.
RELATIVES = frozenset({"die", "dat", "wat", "zoals", "waarvan", "waarover", "of"})

#: Words before a name that is called: lieve Dora, mijnheer Holmes.
ADDRESS = frozenset(
    {
        "beste", "lieve", "waarde", "goede", "mijnheer", "meneer", "m'nheer", "mevrouw", "juffrouw", "miss", "mr.",
        "mr", "mrs.", "dr.", "dokter", "professor", "och", "ach", "toe", "kom", "dag", "hallo", "hé", "zeg",
    }
)  # fmt: skip

#: Weak verbs that report where a clause with `dat` or `of` follows them: vreest dat, beseft dat.
CLAUSE_VERBS = frozenset({"hopen", "vrezen", "vermoeden", "beseffen", "begrijpen", "zweren", "garanderen", "verraden"})

#: Verbs behind which `dat` is a pronoun: noemt dat een misverstand.
NO_CLAUSE = frozenset({"noemen", "omschrijven", "beschrijven", "bestempelen", "betitelen", "typeren", "spreken"})

#: Conjunctions behind which a subordinate clause's subject stands.
CLAUSE_OPENERS = frozenset({"dat", "of", "omdat", "toen", "als", "terwijl", "hoewel", "zodat", "nadat", "voordat"})

#: Weak verbs that a helper makes reporting ones: wil weten, laat weten, laat horen, liet optekenen.
COMPOUND_CUES: dict[str, frozenset[str]] = {
    "weten": frozenset({"wil", "wilde", "wou", "willen", "wilden", "laat", "liet", "laten", "lieten"}),
    "horen": frozenset({"laat", "liet", "laten", "lieten"}),
    "vallen": frozenset({"laat", "liet", "laten", "lieten"}),
}

#: Idioms that report: lemma → finite forms (with `het` behind them) and the preposition before the quotation.
IDIOMS: dict[str, tuple[frozenset[str], str]] = {
    "het hebben over": (frozenset({"heeft", "had", "hebben", "hadden", "heb"}), "over"),
    "het houden op": (frozenset({"houdt", "hield", "houden", "hielden", "houd"}), "op"),
}

#: Beside one of these an infinitive reports nothing: kan zeggen, moet toegeven.
MODALS = frozenset(
    {
        "kan", "kun", "kunt", "kunnen", "kon", "konden", "moet", "moeten", "moest", "moesten", "mag", "mogen", "zal",
        "zul", "zult", "zullen",
    }
)  # fmt: skip

FIRST_PERSON = frozenset({"ik", "'k", "we", "wij"})

#: Who gets to hear something does not say it.
RECEIVING = frozenset({"krijg", "krijgt", "krijgen", "kreeg", "kregen", "gekregen"})

#: Forms of worden: with a participle the subject says nothing.
BECOMING = frozenset({"word", "wordt", "worden", "werd", "werden"})

#: Verbs of perception that take a speaker as object: hoorde ze een investeerder zeggen.
PERCEPTION = frozenset({"hoor", "hoort", "horen", "hoorde", "hoorden", "zie", "ziet", "zien", "zag", "zagen"})

#: Nouns that say when, never who.
TIME_NOUNS = frozenset(
    {
        "dag", "week", "maand", "jaar", "keer", "uur", "ochtend", "avond", "middag", "nacht", "moment", "tijd",
        "minuut", "minuten", "seconde", "weken", "maanden", "jaren", "dagen", "weekend", "eeuw",
    }
)  # fmt: skip

#: Pronouns that mean anybody: hoor je dan, zegt men.
GENERIC = frozenset({"je", "men", "u", "jij", "iedereen", "niemand"})
