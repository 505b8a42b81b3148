"""Sentences, quotation marks and the encoder session; it knows no attribution and no actor."""
