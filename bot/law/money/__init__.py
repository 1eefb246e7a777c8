"""Sums of money that follow from the facts: integer fen in and out, Decimal between, the working line by line."""
