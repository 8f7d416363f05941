"""The pool of experts: competence, certificates, declared interests."""
