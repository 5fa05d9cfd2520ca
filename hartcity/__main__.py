"""``python -m hartcity``: the command line."""

from hartcity.cli import main


if __name__ == "__main__":
    main()
