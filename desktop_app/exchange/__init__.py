"""Office files coming in and packages going out."""
