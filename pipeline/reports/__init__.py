"""What a run leaves for people: tables (CSV) and pictures (PNG)."""
