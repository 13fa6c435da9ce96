"""Widgets that show what they are given; nothing is computed in them."""
