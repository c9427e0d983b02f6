"""What the embedded pipeline has beyond spaCy's own components. Imports spaCy: only spaCy's entry points lead here."""
