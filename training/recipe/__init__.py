"""The recipe of `nl_core_interview_sm`: from annotated Dutch sentences to a spaCy pipeline directory."""
