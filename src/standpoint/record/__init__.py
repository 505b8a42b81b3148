"""The database: tables, reading and writing, corrections, exports."""
