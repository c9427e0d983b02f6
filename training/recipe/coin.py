"""Made-up names: companies, products and people that no list has, so that a model must look at shape and context."""
# ruff: noqa: SIM905

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_ONSETS = "b br c ch d dr f fl g gl gr h j k kl l m n p pl qu r s sk st t tr v vl w z".split()
_NUCLEI = "a e i o u ai ea ee eo ia io oo ou y".split()
_CODAS = ("", "", "", "", "l", "m", "n", "r", "s", "t", "x", "nt", "nd", "rk")
_HEADS = (
    "Aero Agri Air Alpha Auto Bio Block Blue Bouw Bright Buurt Cargo Care City Cloud Code Core Crypto Cyber Data Deep "
    "Delta Digi Door Eco Edu Ener Euro Fair Fin Fit Flex Fresh Game Geo Go Green Heli Home Hydro Info Intel Inter Jobs "
    "Kinder Land Lease Life Light Live Logi Mail Med Meta Micro Mind Mobi Money Moon Move Neo Net Next Noord Nova "
    "Office Omni Open Orbit Pay Pix Play Power Prime Pro Quant Rail Rent Robo Route Safe Search Ship Shop Sky Smart "
    "Snap Solar Sound Spark Sport Stad Star Stream Tech Tele Thuis Time Trade Trans True Ultra Uni Vita Voice Volt "
    "Water Web Wind Work Zorg Zonne"
).split()
_TAILS = (
    "base bee bird bit board book box bridge by cast chain cloud craft deck dock er expert flow force gate gen go grid "
    "guard hub ia ify io is it ix kit lab labs land leaf lift line link logic loop ly ma mate max mind net nest nova "
    "on ora pad path pay point port pro pulse ra rise scan scape seal sense shift space spot stack star sync tec tech "
    "tron up us ware wave way wijs wire works yard"
).split()
_ORG_TAILS = (
    "Labs Groep Group Holding Bank Media Systems AI Capital Partners Energy Nederland BV Foundation Health Studio "
    "Technologies Robotics Software Ventures Verzekeringen Advocaten Logistics Pharma Foods Motors Airlines Records"
).split()
_ORG_HEADS = "Stichting Vereniging Hogeschool Universiteit ROC FC SV Museum Theater Uitgeverij Bakkerij Garage".split()
_FAMILY_TAILS = ("& Zonen", "Bouw", "Groep", "Transport", "Advocaten", "& Partners", "Makelaars", "Techniek", "Zuivel")
_PRODUCT_TAILS = (
    "Pro Max Mini Plus Air Ultra Lite Go X One Studio Cloud Assistant Copilot Vision Sport Turbo Hybrid Classic Flash"
).split()
_PARTICLES = ("van", "de", "van der", "van den", "van de", "ter", "ten", "den", "te", "el", "Ben", "von", "di")


def word(random: Random) -> str:
    """A word that could be a brand: `Brightwave`, `Zoltera`."""
    if random.random() < 0.5:
        return random.choice(_HEADS) + random.choice(_TAILS)
    syllables = random.choice((1, 2, 2, 3))
    text = "".join(random.choice(part) for _ in range(syllables) for part in (_ONSETS, _NUCLEI, _CODAS))
    name = text[0].upper() + text[1:]
    if random.random() < 0.12:
        at = random.randrange(1, len(name))
        name = name[:at] + name[at:].capitalize()
    return name


def letters(random: Random, most: int = 5) -> str:
    """An abbreviation: `VBN`."""
    return "".join(random.choice("ABCDEFGHIJKLMNOPRSTUVWZ") for _ in range(random.randint(2, most)))


def organisation(random: Random, surname: str, place: str) -> str:
    """A company, club or institution."""
    luck = random.random()
    if luck < 0.35:
        return word(random)
    if luck < 0.50:
        return letters(random)
    if luck < 0.70:
        return f"{word(random)} {random.choice(_ORG_TAILS)}"
    if luck < 0.82:
        return f"{surname} {random.choice(_FAMILY_TAILS)}"
    return f"{random.choice(_ORG_HEADS)} {place if random.random() < 0.7 else word(random)}"


def product(random: Random) -> str:
    """A program, device or car, often with a number: `Zoltera 3`, `XR-7`, `Brightwave Pro`."""
    luck = random.random()
    if luck < 0.35:
        return word(random)
    if luck < 0.55:
        return f"{word(random)} {_version(random)}"
    if luck < 0.75:
        return f"{word(random)} {random.choice(_PRODUCT_TAILS)}"
    if luck < 0.9:
        return f"{letters(random, 3)}{random.choice(('-', '-', ' ', ''))}{_version(random)}"
    return f"{word(random)} {random.choice('ABCDEGIMQRSTXZ')}{random.randint(1, 90)}"


def _version(random: Random) -> str:
    number = str(random.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 100, 200, 365, 500, 2000)))
    return number + random.choice(("", "", "", ".5", ".1", "o", "s", "x"))


def particle(random: Random) -> str:
    """What stands before a surname, as in `van der Berg`."""
    return random.choice(_PARTICLES)
