"""The print room: what can be printed, real pages of it, files and paper."""
