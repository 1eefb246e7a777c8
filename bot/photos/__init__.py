"""Photos become text: opened safely, read by OCR in a process of its own, red marks seen. Nothing is written to disk or log."""
