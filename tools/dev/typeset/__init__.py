"""Typesets test reports: from an issue's figures and a layout drawn at random to real PDFs."""
