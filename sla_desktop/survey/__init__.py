"""Questionnaires: XLSForms as values, their expressions, and what people answer to them."""
