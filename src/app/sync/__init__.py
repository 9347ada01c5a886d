"""What changed and how copies meet: ops, clock, fold, bundles. Pure: data in, data out."""
