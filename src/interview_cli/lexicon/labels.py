"""The entity labels of Dutch pipelines (OntoNotes): what `--label` takes and what each one means."""

from __future__ import annotations

ENTITY_LABELS = {
    "CARDINAL": "a number",
    "DATE": "a date or a period",
    "EVENT": "a named event, a war, a match",
    "FAC": "a building, an airport, a road",
    "GPE": "a country, a town, a province",
    "LANGUAGE": "a language",
    "LAW": "a law, a treaty",
    "LOC": "a mountain, a river, a region",
    "MONEY": "an amount of money",
    "NORP": "a nationality, a religious or political group",
    "ORDINAL": "first, second",
    "ORG": "a company, an institution, a team",
    "PERCENT": "a percentage",
    "PERSON": "a person",
    "PRODUCT": "a product, a model, a vehicle",
    "QUANTITY": "a weight, a distance, a size",
    "TIME": "a time shorter than a day",
    "WORK_OF_ART": "a title of a book, a film, a song",
}
