"""Screens: read inputs, call a service, show the result."""
