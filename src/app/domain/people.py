"""People: the small pictures they choose for themselves.

An avatar is a key, never a photo: a class list shown on a wall gives no face away. Views map each key
to an icon and a colour.
"""

AVATARS: tuple[str, ...] = (
    "paws",
    "rocket",
    "music",
    "tree",
    "sun",
    "star",
    "bee",
    "fish",
    "ball",
    "book",
    "leaf",
    "boat",
    "moon",
    "bird",
    "flower",
    "mountain",
)


def is_avatar(key: str) -> bool:
    """Tells whether `key` is an avatar that this version can draw."""
    return key in AVATARS


def avatar_of(key: str, seed: str) -> str:
    """Returns `key` where it can be drawn, else one of AVATARS that is always the same for `seed`.

    A newer version may know more avatars: a book from there still gets a steady picture here.
    """
    if is_avatar(key):
        return key
    return AVATARS[sum(seed.encode(errors="replace")) % len(AVATARS)]
