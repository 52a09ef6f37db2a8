"""The command line: a door for people at a terminal and for scripts."""
