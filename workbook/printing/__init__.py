"""Documents as neutral blocks first, tested as data; a thin ReportLab writer last."""
