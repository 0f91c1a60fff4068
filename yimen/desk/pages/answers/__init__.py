"""The texts that offices keep: templates, and entries of the knowledge base."""
