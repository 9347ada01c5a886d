"""What a copy of a space holds: per replica, how many ops, and the hash of the last.

Ops of one replica are a chain without gaps, so a count and a hash stand for all of them. Equal vectors
mean equal sets of ops; the digest of a space is the digest of its vector.
"""

from collections.abc import Mapping

from app.sync.op import canonical, digest

Head = tuple[int, str]
Vector = Mapping[str, Head]


def state_digest(vector: Vector) -> str:
    """Returns the SHA-256 that two copies share if and only if they hold the same ops."""
    return digest(canonical({replica: list(head) for replica, head in vector.items()}))


def covers(ours: Vector, theirs: Vector) -> bool:
    """Tells whether `ours` holds at least as much as `theirs`, going by counts.

    Equal counts with different hashes are a fork, which this does not call covered.
    """
    for replica, (seq, head) in theirs.items():
        mine = ours.get(replica, (0, ""))
        if mine[0] < seq or (mine[0] == seq and mine[1] != head):
            return False
    return True


def total(vector: Vector) -> int:
    """Returns how many ops a vector stands for."""
    return sum(seq for seq, _ in vector.values())
