"""Notices folders that a library is not safe in."""

from pathlib import Path

from workbook.catalogue import tr

# How the folders of synchronising services begin, small letters, without spaces.
_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobiledocuments": "iCloud",
    "googledrive": "Google Drive",
    "mydrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
}


def sync_warning(folder: Path) -> str | None:
    """A sentence where a synchronising service seems to keep this folder, else None.

    Such a service copies the library and its log one after the other, which can damage both.
    Links are followed, since the files lie where they point to.
    """
    for part in (*folder.absolute().parts, *folder.resolve().parts):
        name = part.casefold().replace(" ", "").lstrip(".")
        for beginning, service in _SERVICES.items():
            if name.startswith(beginning):
                return tr(
                    "The library is in a folder that {service} synchronises. That can damage it: "
                    "choose a folder outside of {service}, and copy a backup there instead."
                ).format(service=service)
    return None
