"""One module for each program that makes a PDF."""
