"""The page on which the platform's staff keep the working calendar and the school years (facts of each year's orders)."""
