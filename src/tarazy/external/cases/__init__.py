"""The case: application, capability review, contract, coordinator, who takes part."""
