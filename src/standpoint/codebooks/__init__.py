"""The codebooks that ship, and the schema that checks them."""
