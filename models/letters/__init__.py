"""Letters: kinds (data), drafting, purposes, facts, sending and what is done with the records."""
