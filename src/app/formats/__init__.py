"""Other programs' formats: bytes or text in, domain values and a report out. Pure."""
