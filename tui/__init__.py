"""The application: app, screens, commands, key bindings, styles. Holds no algorithm and no SQL."""
