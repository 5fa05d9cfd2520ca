"""The parts of the page about scoring, each drawn from the very data that the scores rest on."""
