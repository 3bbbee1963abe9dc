"""Kills, full disks, several writers: is anything lost?"""
