"""The app in a browser: who may connect, what a visitor may do, and the processes behind it."""
