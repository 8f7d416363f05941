"""Register of decisions and reports, certificates, verification, DEQAR, public pages."""
