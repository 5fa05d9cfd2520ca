"""Tests of ``directory``."""
