"""The figures of mediation: for the justice bureau by committee, and a fixed release for everybody (docs/adr/0043)."""
