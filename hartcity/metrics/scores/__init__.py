"""One score in each file: ``score(document, findings, *, email)`` gives the value and the parts that add up to it."""
