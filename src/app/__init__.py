"""Ownway: a learner's own book, on the learner's own device."""
