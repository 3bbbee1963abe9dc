"""Which figures, days and times answer one question of fact."""
