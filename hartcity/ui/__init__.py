"""What the screens are made of. With ``server``, the only part of the package that knows Streamlit."""

from hartcity.ui.through_app import send_through_app


send_through_app()
