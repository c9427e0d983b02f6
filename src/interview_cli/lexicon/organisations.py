"""Words that organisations', roads' and laws' names are made of. General knowledge; no names of today's companies."""

from __future__ import annotations

#: Abbreviations before a sports club's name: VV De Noormannen.
CLUBS = frozenset(
    {"ac", "afc", "bc", "fc", "hc", "kv", "kvk", "rkc", "rkvv", "rsc", "sc", "ssv", "sv", "tsv", "vfl", "vv"}
)

#: First words of an organisation's full name: Universiteit Twente, Ministerie van Financiën.
HEADS = CLUBS | {
    "academie", "autoriteit", "coöperatie", "federatie", "fonds", "hogeschool", "inspectie", "instituut", "ministerie",
    "omroep", "rijksinstituut", "rijksuniversiteit", "stichting", "tu", "umc", "universiteit", "uitgeverij", "uz",
    "vakbond", "vereniging", "zorggroep",
}  # fmt: skip

#: Last words of one: Noorderdiep Ventures, Jansen Groep.
TAILS = frozenset(
    {
        "airlines", "bank", "capital", "college", "consultancy", "corporation", "foundation", "games", "group", "groep",
        "holding", "institute", "media", "partners", "pharma", "records", "robotics", "software", "solutions",
        "studio", "studios", "systems", "technologies", "technology", "university", "ventures", "works", "labs",
    }
)  # fmt: skip

#: Legal forms behind a name.
LEGAL_FORMS = frozenset(
    {"bv", "b.v.", "nv", "n.v.", "gmbh", "inc", "inc.", "ltd", "ltd.", "vzw", "bvba", "llc", "plc", "ag", "sa", "s.a."}
)

#: States and unions that are written in capitals like companies.
CAPITAL_STATES = frozenset({"VS", "VK", "EU", "USA", "US", "UK", "DDR", "USSR", "VAE", "BRD", "GB"})

#: Ends of the names of roads and works: Turnhoutsebaan, Prins Bernhardsluis.
ROADS = ("straat", "laan", "weg", "plein", "baan", "sluis", "brug", "kade", "gracht", "dijk", "singel", "steeg")

#: Ends of the names of laws.
LAWS = ("verordening", "richtlijn", "wet", "wetboek", "verdrag", "akkoord")

#: Nouns that, directly before a name or at the end of a compound there, say what it is: slaapcentrum Kempenhaeghe.
KINDS: dict[str, tuple[str, ...]] = {
    "ORG": (
        "bedrijf", "fabriek", "centrum", "vakbond", "bank", "club", "partij", "uitgeverij", "krant", "vereniging",
        "stichting", "ziekenhuis", "winkel", "winkelketen", "keten", "merk", "concern", "start-up", "startup",
        "scale-up", "organisatie", "instituut", "bureau", "omroep", "corporatie", "brouwerij", "rederij",
        "zorginstelling", "verzekeraar", "techreus", "luchtvaartmaatschappij", "bond", "kliniek", "modehuis",
        "universiteit", "hogeschool", "dagblad", "weekblad", "zender", "gigant", "multinational", "reus",
        "groep", "beweging", "platform", "collectief", "coöperatie", "gezelschap", "onderneming", "koepel",
    ),
    "GPE": ("gemeente", "stad", "provincie", "dorp", "hoofdstad", "stadje", "dorpje", "deelgemeente", "havenstad"),
    "LOC": ("rivier", "wijk", "eiland", "streek", "gebergte", "buurt", "volkswijk", "woonwijk", "planeet"),
    "FAC": ("station", "halte", "luchthaven", "theater", "wijkhuis", "stadion", "buurthuis", "poppodium", "vliegveld"),
    "PRODUCT": ("schip", "app", "chatbot", "taalmodel", "besturingssysteem", "vrachtschip", "spelcomputer"),
    "WORK_OF_ART": ("roman", "film", "podcast", "serie", "album", "boek", "televisieserie", "documentaire"),
}  # fmt: skip

#: Nouns that may mean whichever organisation was named last: zegt het bedrijf, meldt de dienst.
ANY_GROUP = frozenset({"bedrijf", "concern", "dienst", "instantie", "instelling", "onderneming", "organisatie"})

#: Nouns of groups and bodies that can speak, alone or at the end of a compound: het ministerie, de wijkraad.
GROUPS = frozenset(KINDS["ORG"]) | frozenset(
    {
        "ministerie", "regering", "kabinet", "overheid", "gemeente", "provincie", "raad", "college", "bestuur",
        "directie", "commissie", "fractie", "parlement", "kamer", "senaat", "politie", "justitie", "rechtbank", "hof",
        "brandweer", "leger", "autoriteit", "inspectie", "dienst", "agentschap", "school", "academie", "faculteit",
        "museum", "kerk", "gemeenschap", "redactie", "media", "pers", "persbureau", "tijdschrift", "familie", "gezin",
        "team", "groep", "orkest", "koor", "band", "publiek", "zaal", "menigte", "bevolking", "volk", "buurt", "klas",
        "jury", "fonds", "coalitie", "oppositie", "delegatie", "beweging", "koepel", "federatie", "coöperatie",
        "rapport", "brief", "verklaring", "persbericht", "website", "bericht", "jeugd", "crew", "bemanning", "leiding",
        "hoofdkantoor", "moederbedrijf", "dochterbedrijf", "start-up", "uitbater", "staf", "achterban", "echtpaar",
        "reclassering", "stel", "duo", "trio", "tweetal", "drietal",
    }
)  # fmt: skip

#: Abbreviations that are common nouns.
ABBREVIATIONS = frozenset(
    {
        "AI", "AGI", "AOW", "API", "AR", "BTW", "CAO", "CO2", "CPU", "CV", "DNA", "GPS", "GPU", "HAVO", "HR", "ICT",
        "IQ", "IT", "KPI", "LED", "LLM", "MBO", "MKB", "MRI", "NGO", "PC", "PR", "RNA", "ROI", "SMS", "TV", "USB",
        "VMBO", "VR", "VWO", "WC", "WO", "WOZ", "WW", "ZZP",
    }
)  # fmt: skip
