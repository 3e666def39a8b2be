"""What the window asks of the computer it runs on: the disk, its sound, its sleep."""
