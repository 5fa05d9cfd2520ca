"""Whole classes."""
