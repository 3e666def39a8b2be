"""Starts the program as `python -m workbook`."""

import sys

from workbook.app import main

if __name__ == "__main__":
    sys.exit(main())
