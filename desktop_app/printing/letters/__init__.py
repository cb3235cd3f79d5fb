"""Letters and other running text after GB/T 9704-2012: a marked text filled, set, and made a PDF and a .docx."""
