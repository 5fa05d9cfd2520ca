"""One module for each document; found, not listed.

A module has ``PART`` (``assignment``, ``email`` or ``report``), ``TITLE``, ``FILE_NAME``, ``MIME`` and
``write(hand_in)``, which gives the document's bytes. Deleting the file takes the document away.
"""
