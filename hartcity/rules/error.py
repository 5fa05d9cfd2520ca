"""What is wrong with a rule sheet."""


class RuleSheetError(ValueError):
    """A rule sheet cannot be read; the text names the file, the rule and what is wrong, for a tutor to mend."""
