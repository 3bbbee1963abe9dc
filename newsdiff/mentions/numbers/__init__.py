"""Figures with what they count or measure: amounts, ages, casualties, money, shares, durations, scores."""
