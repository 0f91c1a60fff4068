"""What staff see: one file a page. A page asks a query or calls one verb, and writes nothing itself."""
