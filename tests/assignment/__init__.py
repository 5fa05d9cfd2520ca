"""Tests of ``assignment``."""
