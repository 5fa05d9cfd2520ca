"""Step 4, Hand in: what is there, what is missing, and the documents."""
