"""Breakout groups over several rounds: values in, a plan and its explanation out."""
