"""What the Guidelines say beyond their standards: provisions by level, and where each paragraph is carried out."""
