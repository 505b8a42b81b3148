"""What the record says: ledger, shifts, briefs."""
