"""Tests of ``exports``."""
