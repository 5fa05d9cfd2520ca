"""Whole classes: what forty students handed in, checked in worker processes, a report a student and one table."""
