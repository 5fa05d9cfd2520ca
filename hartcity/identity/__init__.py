"""Who signed in and what they may be here; nobody signs in where no provider is configured."""

from hartcity.identity.account import Account, Role, account_from
from hartcity.identity.configuration import PROVIDER, ConfigurationError, SignIn, provider, sign_in


__all__ = ["PROVIDER", "Account", "ConfigurationError", "Role", "SignIn", "account_from", "provider", "sign_in"]
