"""One module for each kind of document; found, not listed.

A module has ``NAME``, ``sureness(data, name)`` (2 by the bytes, 1 by the name, 0 not at all) and ``read(data)``, which
runs in the worker; a format of several parts is a folder whose ``__init__`` has the three. Deleting the file or folder
takes the format away. What no module recognizes is read as plain text.
"""
