"""What the embedded pipeline has beyond spaCy's own components; spaCy finds it by entry points (`pyproject.toml`)."""
