from pathlib import Path

import pytest

from workbook.storage.folders import sync_warning


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ana/Dropbox/workbook", "Dropbox"),
        ("/home/ana/Dropbox (Personal)/workbook", "Dropbox"),
        ("/home/ana/OneDrive - Our Group/workbook", "OneDrive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/workbook", "iCloud"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana/My Drive", "Google Drive"),
        ("/home/ana/Google Drive/workbook", "Google Drive"),
        ("/home/ana/Nextcloud/workbook", "Nextcloud"),
        ("/home/ana/nextcloud", "Nextcloud"),
    ],
)
def test_a_folder_that_is_synchronised_is_noticed(folder: str, service: str) -> None:
    warning = sync_warning(Path(folder))
    assert warning is not None
    assert service in warning


@pytest.mark.parametrize(
    "folder", ["/home/ana/.local/share/community-purpose-workbook", "/home/ana/My Dropboxes", "/"]
)
def test_any_other_folder_is_not(folder: str) -> None:
    assert sync_warning(Path(folder)) is None


def test_a_link_into_one_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "data").mkdir(parents=True)
    link = tmp_path / "data"
    try:
        link.symlink_to(tmp_path / "Dropbox" / "data")
    except OSError:
        pytest.skip("links need a right that is missing here")
    assert sync_warning(link) is not None
