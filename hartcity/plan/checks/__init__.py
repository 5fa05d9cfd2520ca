"""One check of a service plan a file; the file's name is the check's id. Found by walking this package."""
