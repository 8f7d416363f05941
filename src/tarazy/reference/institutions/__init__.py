"""Education organisations, programmes, licences, founders, regions."""
