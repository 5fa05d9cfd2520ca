"""Make the data files of the metrics again, from their sources. Needs scikit-learn; nothing at run time imports this."""
