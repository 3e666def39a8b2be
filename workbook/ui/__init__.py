"""The window: pages, dialogs and widgets."""
