"""Makes the reader's weights from the labelled drafts; nothing of it runs in the app.

``pip install -e '.[train]'``, then ``python -m hartcity.training`` (about an hour on two cores): it fits the encoder
on the drafts of the authors that ``authors.toml`` gives to training, writes the weights and their digests, sets the
thresholds on authors that were left out of it, and never looks at those kept for measuring. Seeds are fixed.
"""
