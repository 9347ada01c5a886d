"""Files that must never be taken in: damaged, foreign, huge, deep, forged. Built, not stored.

`corpus()` maps a name to the bytes and the refusal codes that may answer it.
"""

import base64
import copy
import json
import zlib
from collections.abc import Callable
from typing import Any

from app.sync.bundle import header_hash
from app.sync.op import ADD, SET, Edit, canonical, digest
from app.sync.packet import write_packet
from app.sync.vector import state_digest
from tests.sync.copies import Copy

Bundle = dict[str, Any]


def good() -> bytes:
    """A small good bundle, which each hostile file is a change of."""
    learner, teacher = Copy("a"), Copy("b", "teacher")
    learner.edit(
        Edit(SET, "learner", "me", "name", "Mia"),
        Edit(ADD, "goals", "", "", {"statement": "Explain ratios to my sister", "due": "2026-12-12"}),
        Edit(ADD, "artefacts", "", "", {"kind": "words", "title": "Same green, twice", "text": "2:3"}),
    )
    teacher.merge(learner)
    teacher.edit(Edit(ADD, "feedback", "", "", {"about": "x", "about_col": "goals", "text": "Lovely"}))
    learner.merge(teacher)
    return learner.bundle()


def seal(value: Bundle, *, chain: bool = True) -> bytes:
    """Makes a changed bundle consistent again, as a forger would: hashes, counts and vector."""
    if chain:
        last: dict[str, tuple[int, str]] = {}
        for op in value["ops"]:
            replica, _, seq = op["id"].rpartition(":")
            op["prev"] = last.get(replica, (0, ""))[1]
            last[replica] = (int(seq), digest(canonical(op)))
        value["to"] = {replica: list(head) for replica, head in last.items()}
        value["digest"] = state_digest(last)
        value["counts"]["ops"] = len(value["ops"])
    value["sha256"] = header_hash(value)
    return canonical(value)


def changed(change: Callable[[Bundle], object], *, sealed: bool = True, chain: bool = True) -> bytes:
    """The good bundle after `change`, sealed again unless told otherwise."""
    value = copy.deepcopy(json.loads(good()))
    change(value)
    return seal(value, chain=chain) if sealed else json.dumps(value).encode()


def corpus() -> dict[str, tuple[bytes, set[str]]]:
    """Every hostile file by name, with the codes that may answer it."""
    whole = good()
    files: dict[str, tuple[bytes, set[str]]] = {}
    files |= _not_ours(whole)
    files |= _cut(whole)
    files |= _header()
    files |= _ops()
    files |= _blobs()
    return files


def _not_ours(whole: bytes) -> dict[str, tuple[bytes, set[str]]]:
    text, deep = {"not_text"}, {"too_deep"}
    return {
        "empty": (b"", {"empty"}),
        "blank": (b" \r\n\t ", {"empty"}),
        "only a byte order mark": (b"\xef\xbb\xbf", {"empty", "not_text", "cut_off", "not_json"}),
        "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), text),
        "png": (b"\x89PNG\r\n\x1a\n" + bytes(500), text),
        "zip": (b"PK\x03\x04" + bytes(500), text),
        "gzip": (b"\x1f\x8b\x08\x00" + zlib.compress(whole), text),
        "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", text),
        "html": (b"<!doctype html><script>alert(1)</script>", text),
        "csv": (b"name,goal\nMia,=cmd()\n", {"not_text", "not_json"}),
        "utf-16": (whole.decode().encode("utf-16"), text),
        "zeros": (bytes(1000), text),
        "latin-1 inside": (whole.replace(b"Lovely", b"Lov\xe9ly"), {"not_text", "not_json"}),
        "a lone surrogate": (whole.replace(b"Lovely", b"\\ud800"), {"not_json", "not_text"}),
        "a number": (b"12", {"foreign"}),
        "a string": (b'"book"', {"foreign"}),
        "null": (b"null", {"foreign"}),
        "a list": (b"[1,2,3]", {"foreign"}),
        "an empty object": (b"{}", {"foreign"}),
        "another app's export": (b'{"type":"FeatureCollection","features":[]}', {"foreign"}),
        "a format of almost our name": (whole.replace(b"ownway-bundle", b"ownway-bungle"), {"foreign"}),
        "nested 7,000 deep": (b"[" * 7000 + b"]" * 7000, deep),
        "nested 7,000 objects deep": (b'{"a":' * 7000 + b"1" + b"}" * 7000, deep),
        "a million brackets": (b"[" * 1_000_000, deep | {"cut_off"}),
        "deep inside a value": (
            whole.replace(b'"Lovely"', b"[" * 5000 + b"]" * 5000),
            deep,
        ),
        "deep inside an unknown key": (
            whole.replace(b'"encryption":null', b'"encryption":null,"x":' + b"[" * 900 + b"]" * 900),
            deep,
        ),
        "twenty levels inside a value": (
            changed(lambda b: b["ops"][0].update(val=_nest(20))),
            {"bad_op"},
        ),
        "NaN": (whole.replace(b'"wall":17', b'"wall":NaN,"w":17', 1), {"not_json"}),
        "infinity": (whole.replace(b'"Lovely"', b"Infinity"), {"not_json"}),
        "1e400": (whole.replace(b'"Lovely"', b"1e400"), {"not_json", "bad_op"}),
        "a number of 5,000 digits": (whole.replace(b'"Lovely"', b"9" * 5000), {"not_json", "bad_op"}),
        "too big": (whole + b" " * (64 * 1024 * 1024), {"too_big"}),
    }


def _nest(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def _cut(whole: bytes) -> dict[str, tuple[bytes, set[str]]]:
    ends = {"cut_off", "not_json", "not_text", "header", "foreign", "chain", "altered", "counts", "bad_op"}
    middle = len(whole) // 2
    return {
        "cut after one byte": (whole[:1], ends),
        "cut in the header": (whole[:100], ends),
        "cut in the middle": (whole[:middle], ends),
        "cut before the last brace": (whole.rstrip()[:-1], ends),
        "the first half missing": (whole[middle:], ends),
        "a hole of 100 zeros": (whole[:middle] + bytes(100) + whole[middle + 100 :], ends),
        "one letter changed": (whole.replace(b"Lovely", b"Lovelx"), {"altered", "chain"}),
        "an op line lost": (b"\n".join(whole.split(b"\n")[:2] + whole.split(b"\n")[3:]), ends),
        "two ops swapped": (_swapped(whole), {"chain"}),
        "twice in one file": (whole + whole, {"not_json"}),
    }


def _swapped(whole: bytes) -> bytes:
    value = json.loads(whole)
    value["ops"][0], value["ops"][1] = value["ops"][1], value["ops"][0]
    return json.dumps(value).encode()


def _header() -> dict[str, tuple[bytes, set[str]]]:
    def gone(key: str) -> bytes:
        return changed(lambda b: b.pop(key), sealed=False)

    def put(key: str, value: object) -> bytes:
        return changed(lambda b: b.update({key: value}), sealed=False)

    head = {"header"}
    return {
        **{f"no {key}": (gone(key), head) for key in ("space", "sender", "to", "from", "counts", "sha256")},
        "no ops": (gone("ops"), head),
        "no blobs": (gone("blobs"), head),
        "ops an object": (put("ops", {}), head),
        "a space with a path": (
            put("space", {"id": "../../etc/passwd", "name": "x", "kind": "learner"}),
            head,
        ),
        "a space of 10,000 letters": (
            put("space", {"id": "a" * 10_000, "name": "x", "kind": "learner"}),
            head,
        ),
        "a name of 100,000 letters": (
            put("space", {"id": "a" * 20, "name": "x" * 100_000, "kind": "learner"}),
            head,
        ),
        "a sender that is a list": (put("sender", ["Mia"]), head),
        "a vector of strings": (put("to", {"a.0": "many"}), head),
        "a negative count": (put("counts", {"ops": -1, "blobs": 0}), head),
        "true as a count": (put("counts", {"ops": True, "blobs": 0}), head),
        "a newer reader needed": (put("min_reader", 99), {"newer"}),
        "locked": (put("encryption", {"alg": "A256GCM"}), {"locked"}),
        "part 2 of 3": (put("part", [2, 3]), {"part"}),
        "a million ops said": (put("counts", {"ops": 10**6, "blobs": 0}), {"too_many"}),
        "one op more said": (put("counts", {"ops": 5, "blobs": 0}), {"counts"}),
        "another state's hashes": (
            changed(lambda b: b["to"].update({next(iter(b["to"])): [9, "0" * 64]}), chain=False),
            {"altered"},
        ),
        "a kind that nobody knows": (
            changed(lambda b: b["space"].update(kind="planet")),
            {"unknown_kind"},
        ),
        "a device's own book": (changed(lambda b: b["space"].update(kind="device")), {"unknown_kind"}),
        "a packet": (write_packet([good()]), {"foreign"}),
        "the name changed": (
            changed(lambda b: b["space"].update(name="Sam"), sealed=False),
            {"altered"},
        ),
    }


def _ops() -> dict[str, tuple[bytes, set[str]]]:
    def op(number: int, **values: object) -> bytes:
        return changed(lambda b: b["ops"][number].update(values))

    bad = {"bad_op"}
    return {
        "an op that is a string": (
            changed(lambda b: b["ops"].append("x"), sealed=False),
            {"bad_op", "counts"},
        ),
        "an op without a clock": (changed(lambda b: b["ops"][0].pop("hlc")), bad),
        "a clock of three": (op(0, hlc=[1, 2, 3]), bad),
        "a clock of words": (op(0, hlc=["now", 0]), bad),
        "a negative wall": (op(0, wall=-1), bad),
        "a wall past 2^53": (op(0, wall=2**60), bad),
        "predecessors a string": (op(0, pred="all"), bad),
        "predecessors numbers": (op(0, pred=[1, 2]), bad),
        "predecessors no ids": (op(0, pred=["nonsense"]), bad),
        "predecessor without a replica": (op(0, pred=[":1"]), bad),
        "predecessor number nought": (op(0, pred=["r.1:0"]), bad),
        "predecessor without a number": (op(0, pred=["r.1:"]), bad),
        "predecessor number in other digits": (op(0, pred=["r.1:²"]), bad),
        "an add of a list": (op(1, val=[1]), bad),
        "a kind that is null": (op(0, kind=None), bad),
        "an empty record": (op(0, rec=""), bad),
        "a field of 10,000 letters": (op(0, field="f" * 10_000), bad),
        "an id without a number": (changed(lambda b: b["ops"][0].update(id="a:x"), sealed=False), bad),
        "an id from 0": (changed(lambda b: b["ops"][0].update(id="a.0:0"), sealed=False), bad),
        "a big number as a value": (op(0, val=2**70), bad),
        "an unknown key of 30 levels": (op(0, extra=_nest(30)), bad),
        "another learner's op": (op(0, space="anotherspaceanothers"), {"mixed"}),
        "a gap in a chain": (changed(lambda b: b["ops"].pop(1)), {"chain"}),
        "an op twice": (changed(lambda b: b["ops"].append(b["ops"][0])), {"chain"}),
        "a chain that does not fit": (
            changed(lambda b: b["ops"][1].update(prev="0" * 64), chain=False),
            {"chain"},
        ),
    }


def _blobs() -> dict[str, tuple[bytes, set[str]]]:
    photo = b"\xff\xd8\xff" + b"photo" * 20

    def blob(**values: object) -> bytes:
        entry: Bundle = {"sha256": digest(photo), "mime": "image/jpeg", "size": len(photo)}
        entry |= {"data": base64.b64encode(photo).decode(), **values}
        return changed(lambda b: b["blobs"].append(entry))

    bad = {"blob"}
    return {
        "a photo with other bytes": (blob(data=base64.b64encode(b"other").decode()), bad),
        "a photo not in base64": (blob(data="***"), bad),
        "a photo as a list": (blob(data=[1, 2]), bad),
        "a photo named by a path": (blob(sha256="../../photo"), bad),
        "a photo of another size": (blob(size=3), bad),
        "a photo that is null": (changed(lambda b: b["blobs"].append(None), sealed=False), bad | {"altered"}),
    }


def packets() -> dict[str, tuple[bytes, set[str]]]:
    """Hostile files that say they carry several bundles, with the codes that may answer each."""
    whole = good()
    data = write_packet([whole])
    sizes = str(len(whole)).encode()

    def loose(**values: object) -> bytes:
        value: Bundle = {
            "format": "ownway-packet",
            "version": 1,
            "sizes": [1],
            "bundles": [json.loads(whole)],
        }
        return json.dumps(value | values).encode()

    def inner(value: bytes) -> bytes:
        return b'{"format":"ownway-packet","version":1,"sizes":[1],"bundles":[' + value + b"]}"

    head = {"header"}
    return {
        "a packet of nothing": (loose(bundles=[], sizes=[]), head),
        "a packet without bundles": (loose(bundles=None), head),
        "bundles an object": (loose(bundles={}), head),
        "a bundle that is a string": (loose(bundles=["x"]), head),
        "sizes a number": (loose(sizes=3), head),
        "sizes of words": (loose(sizes=["long"]), head),
        "sizes below nought": (loose(sizes=[-1]), head),
        "no version": (loose(version=None), head),
        "more sizes than bundles": (loose(sizes=[1, 2]), {"altered"}),
        "a newer packet": (loose(version=2), {"newer"}),
        "a packet in a packet": (write_packet([data]), {"nested"}),
        "a packet in a packet, laid out anew": (loose(bundles=[json.loads(data)]), {"nested"}),
        "a packet in a good packet": (write_packet([whole, data]), {"nested"}),
        "the same book twice": (write_packet([whole, whole]), {"twice"}),
        "thousands of bundles": (loose(bundles=[{}] * 5000, sizes=[2] * 5000), {"too_many_parts"}),
        "a hundred and one bundles, in our own layout": (
            write_packet([b"{}"] * 100).replace(b"[2,", b"[2,2,", 1),
            {"too_many_parts"},
        ),
        "hundreds of sizes": (data.replace(sizes, b",".join([b"1"] * 300), 1), {"too_many_parts"}),
        "sizes of many digits": (data.replace(sizes, b"9" * 1100, 1), {"not_json", *head}),
        "a bundle of another app": (write_packet([b'{"type":"FeatureCollection"}']), {"foreign"}),
        "a bad bundle after a good one": (write_packet([_other(), whole[:-100] + b"}"]), _NOT_WHOLE),
        "cut off": (data[:-200], {"cut_off", "not_json"}),
        "cut before the last brace": (data.rstrip()[:-1], {"cut_off", "not_json"}),
        "something after the end": (data + b"{}", {"not_json"}),
        "bundles nested 7,000 deep": (inner(b"[" * 7000 + b"]" * 7000), {"too_deep"}),
        "a bundle nested 900 deep": (inner(b'{"a":' * 900 + b"1" + b"}" * 900), {"too_deep"}),
        "a number of 5,000 digits": (inner(b'{"a":' + b"9" * 5000 + b"}"), {"altered", "not_json"}),
        "too big": (data + b" " * (64 * 1024 * 1024), {"too_big"}),
        "a lone surrogate": (data.replace(b"Lovely", b"\\ud800"), {"not_json", "not_text"}),
        "one letter changed": (data.replace(b"Lovely", b"Lovelx"), {"altered", "chain"}),
    }


_NOT_WHOLE = {"cut_off", "not_json", "chain", "counts", "bad_op", "altered"}


def _other() -> bytes:
    return changed(lambda b: [b["space"].update(id="anotherspace22"), b["ops"].clear()])
