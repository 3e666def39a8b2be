"""Starts the Community Purpose Workbook: `python main.py`, the same program as `workbook`."""

import sys

from workbook.app import main

if __name__ == "__main__":
    sys.exit(main())
