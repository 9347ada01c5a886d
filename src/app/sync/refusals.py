"""Every reason not to take a file in, as a sentence: what is wrong, what is safe, what to do next.

The templates are English and name their facts in braces; whoever shows them translates the template
first and fills in the facts then. Every refusal means that nothing was changed.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "empty": "This file is empty. Nothing was changed. Ask for the file to be shared again.",
    "too_big": (
        "This file is too big to take in: {megabytes} MB, where {most} MB is the most. "
        "Nothing was changed. Is it really a file that Ownway shared?"
    ),
    "not_text": (
        "This is not a file that Ownway shared: it looks like a picture, a document or a packed file. "
        "Nothing was changed. Choose the file whose name ends in .json or .txt."
    ),
    "cut_off": (
        "This file is cut off: its end is missing. Nothing was changed. "
        "Ask for it to be shared again; the work in the other book is safe."
    ),
    "not_json": (
        "This file cannot be read: there is something wrong at line {line}, character {column}. "
        "Nothing was changed. Ask for it to be shared again."
    ),
    "too_deep": (
        "This file is folded into itself so deeply that no Ownway made it. "
        "Nothing was changed. Do not use it."
    ),
    "foreign": (
        "This file is not an Ownway book. Nothing was changed. "
        "Choose the file that was made with Share in Ownway."
    ),
    "newer": (
        "This file was made by a newer Ownway (it needs version {needs}, here is {have}). "
        "Nothing was changed. Update Ownway on this device, then take it in again."
    ),
    "unknown_kind": (
        "This file holds something that this Ownway does not know yet. Nothing was changed. "
        "Update Ownway on this device, then take it in again."
    ),
    "locked": (
        "This file is locked with a key, and this Ownway cannot open locked files yet. "
        "Nothing was changed. Ask for it to be shared without a lock."
    ),
    "part": (
        "This is part {part} of {parts} of a book. Nothing was changed. "
        "This Ownway takes in whole books only: ask for it to be shared in one file."
    ),
    "header": (
        "The beginning of this file is not as Ownway writes it: {where}. Nothing was changed. "
        "Ask for it to be shared again."
    ),
    "too_many": (
        "This file says it holds {count} changes, where {most} is the most. Nothing was changed. "
        "Do not use it."
    ),
    "bad_op": (
        "Change number {number} in this file is not as Ownway writes it: {where}. "
        "Nothing was changed. Ask for it to be shared again."
    ),
    "mixed": (
        "Change number {number} belongs to another book than the file says. Nothing was changed. "
        "Do not use this file."
    ),
    "chain": (
        "This file was changed after it was made: change number {number} does not follow from the one "
        "before. Nothing was changed. Ask for it to be shared again."
    ),
    "counts": (
        "Something is missing in this file: it says {said} changes and holds {found}. "
        "Nothing was changed. Ask for it to be shared again."
    ),
    "altered": (
        "This file was changed after it was made, or was damaged on its way. Nothing was changed. "
        "Ask for it to be shared again."
    ),
    "blob": (
        "A photo in this file is damaged (number {number}). Nothing was changed. "
        "Ask for the file to be shared again."
    ),
    "dangling": (
        "This file leaves out changes that it builds on. Nothing was changed. "
        "Ask for the whole book to be shared."
    ),
    "gap": (
        "Earlier changes are missing: this file begins after change {begins}, this book has {has}. "
        "Nothing was changed. Ask for the whole book to be shared."
    ),
    "fork": (
        "This book and the one in the file have grown apart under the same name, as happens when an old "
        "copy of a device is used beside the new one. Nothing was changed. "
        "Keep the file, and ask the person who made it to share from the other device."
    ),
    "book_unreadable": (
        "The book that this file belongs to cannot be opened on this device. Nothing was changed. "
        "Close other tabs with Ownway, or update it, then take the file in again."
    ),
    "other_kind": (
        "This file says of a book that it is a library, or of a library that it is a book. "
        "Nothing was changed. Do not use this file."
    ),
    "nested": (
        "This file holds a file that holds files again, which no Ownway makes. Nothing was changed. "
        "Do not use this file."
    ),
    "too_many_parts": (
        "This file says it holds {count} books and libraries, where {most} is the most. "
        "Nothing was changed. Do not use it."
    ),
    "twice": (
        "This file holds the same book or library more than once, which no Ownway writes. "
        "Nothing was changed. Ask for it to be shared again."
    ),
    "other_space": (
        "This file is another learner's book. Nothing was changed. Take it in from the Share page instead."
    ),
}


def sentence(code: str, facts: Mapping[str, str | int]) -> str:
    """Returns the English sentence of a refusal. Raises KeyError for an unknown code."""
    return SENTENCES[code].format(**facts)
