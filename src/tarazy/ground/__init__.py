"""What every level stands on; no word of education here."""
