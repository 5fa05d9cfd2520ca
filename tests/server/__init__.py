"""Tests of the server around the pages."""
