"""Make the data files of the metrics again, from their sources; nothing at run time imports this.

Besides numpy, ``order`` needs scikit-learn and ``frequency`` the package wordfreq 3.1.1.
"""
