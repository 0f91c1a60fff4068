"""What happened: one append-only table, codes and references only, so that it may outlive the persons."""
