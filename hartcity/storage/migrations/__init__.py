"""Alembic's folder: ``env.py`` runs the steps, ``versions`` holds them, one file a step."""
