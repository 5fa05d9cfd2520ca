"""One module for each kind of document; found, not listed.

A module has ``NAME``, ``sureness(data, name)`` (2 by the bytes, 1 by the name, 0 not at all) and ``read(data)``, which
runs in the worker. Deleting the file takes the format away. What no module recognizes is read as plain text.
"""
