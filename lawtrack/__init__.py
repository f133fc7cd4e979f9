"""Legal codes, their amendments, what those do to people, and who objected: one chain, each link with its source."""
