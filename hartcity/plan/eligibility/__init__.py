"""Whom a service is for, in the words of a directory or of a plan, compared with the person whom a plan tells of.

A description ("Seniors 60+ in Hart City who want company; bring an ID. Not for veterans") is read in this order:

1. :mod:`.lifted` takes out what it says only to lift a condition ("regardless of income"), and its days and hours.
2. :mod:`.left_out` divides it from those whom it names as left out ("not for veterans").
3. Facts are read from both parts: :mod:`.age_bounds`, how large :mod:`.households` are and what they earn, each in
   numbers that :mod:`.figures` spells; :mod:`.towns`; and :mod:`.traits`, such as being a veteran.
4. What else the words may ask for is looked for in the :mod:`.clauses`. Those that ask for nothing fall away:
   :mod:`.statements` knows them whole ("bring an ID"), and :mod:`.aims` takes out of the others what people want ("who
   want company"); a word that asks for something (:mod:`.asking`) keeps them. :mod:`.unread` gives the first that has a
   word which nobody has read and which is not plain: a condition for a person to judge.
5. :mod:`.exclusions` puts it together. An "or" in what is left of the clauses opens a second way in. :mod:`.listed`
   adds it to what a directory holds as facts.

In a plan, :mod:`.own_words` tells what it says of the person from what it says of a rule, :mod:`.ages` reads how old
people are, and :mod:`.circumstances` puts together who the person is. :mod:`.access` compares the two sides: what turns
the person away for certain, what may be asked, and what the plan bears out.

Words that decide stand as lists in ``hartcity/plan/vocabulary``; how sentences are built stands in these modules.
"""
