"""Where the rooms are put together: settings, addresses, command line, the desk."""
