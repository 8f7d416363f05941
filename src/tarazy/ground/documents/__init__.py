"""Files with versions and checksums; typeset PDFs."""
