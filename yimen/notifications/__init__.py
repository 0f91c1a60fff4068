"""Letters: whatever a person must be told, in their language, kept under the receipt and sent if they chose so."""
