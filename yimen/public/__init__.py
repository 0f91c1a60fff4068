"""What a resident sees: pages, forms and the look. No tables, no writes; it calls verbs and queries."""
