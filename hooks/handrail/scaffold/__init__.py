"""The files of a new help center, and what tells an editor how they are written."""
