"""Papers: what an office says in writing, set in Chinese, Tibetan and English, as a PDF with its own letters."""
