"""Post-accreditation: recommendations, action plans, interim reports, duties with dates."""
