"""What is given to others."""
