"""Persons, organisations and places, every alias of one under one key."""
