"""One figure about a text in each file: ``UNIT``, and ``measure(document)``, None when the text is too short."""
