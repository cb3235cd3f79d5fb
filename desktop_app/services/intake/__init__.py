"""How a file comes to be records; the door to all of it is services/importing.py."""
