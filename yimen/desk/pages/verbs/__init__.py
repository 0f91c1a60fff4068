"""What an office does with a case: one file a page, one verb a page. A no keeps what was typed and says why."""
