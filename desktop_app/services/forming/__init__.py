"""How a form comes to its values and files; the door to all of it is services/forms.py."""
