#!/usr/bin/env python3
"""Checks an export of a Stillpoint audit trail. Needs Python 3.8 and nothing else; shares no code with Stillpoint.

    verify_audit.py EXPORT [--checkpoints FILE] [--public-key BASE64]

EXPORT is what GET /api/v1/audit-events/export answers. FILE holds further checkpoints, one JSON object a line, as the topic
<service>.audit-checkpoints.v1 carried them: only they show that a whole chain was rewritten. BASE64 is the Ed25519 public
key (X.509); with it every checkpoint must be signed. Exit 0 = intact, 1 = broken (the first bad position is printed).
The format is described in audit-trail.md beside this file.
"""
import argparse, base64, hashlib, json, sys, unicodedata

EVENT = ["clinicId", "position", "id", "occurredAt", "recordedAt", "subject", "clientId", "roles", "action", "entityType",
         "entityId", "aboutId", "fields", "outcome", "problemCode", "requestId", "traceId", "ip", "service", "version",
         "previousHash"]
CHECKPOINT = ["clinicId", "service", "position", "hash", "createdAt", "keyId"]


def canonical(form, names, row):
    out = form.encode() + b"\n"
    for name in names:
        value = row.get(name)
        if value is None:
            out += name.encode() + b"=-\n"
        else:
            data = unicodedata.normalize("NFC", str(value)).encode("utf-8")
            out += name.encode() + b"=" + str(len(data)).encode() + b":" + data + b"\n"
    return out


class Broken(Exception):
    pass


def check_chain(events):
    """Answers the hash at each position, or raises at the first bad one."""
    hashes, previous, clinic = {}, "0" * 64, None
    for expected, event in enumerate(events, start=1):
        clinic = clinic or event.get("clinicId")
        if event.get("position") != expected or event.get("clinicId") != clinic:
            raise Broken(f"broken at {expected}: POSITION_MISSING")
        if event.get("previousHash") != previous:
            raise Broken(f"broken at {expected}: PREVIOUS_HASH")
        digest = hashlib.sha256(canonical("stillpoint-audit-1", EVENT, event)).hexdigest()
        if digest != event.get("hash"):
            raise Broken(f"broken at {expected}: HASH")
        hashes[expected] = previous = digest
    return hashes


def check_checkpoints(hashes, checkpoints, key):
    for point in sorted(checkpoints, key=lambda c: c["position"]):
        position = point["position"]
        if position not in hashes:
            raise Broken(f"broken at {len(hashes) + 1}: TRUNCATED")
        if hashes[position] != point["hash"]:
            raise Broken(f"broken at {position}: CHECKPOINT_DIFFERS")
        if key is not None:
            message = canonical("stillpoint-audit-checkpoint-1", CHECKPOINT, point)
            signature = base64.b64decode(point.get("signature") or "")
            if not ed25519_verify(key, message, signature):
                raise Broken(f"broken at {position}: CHECKPOINT_SIGNATURE")


# Ed25519 (RFC 8032, section 5.1), straight from the formulas: slow, short and independent.
P = 2 ** 255 - 19
Q = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, l = f - e, h - g, h + g, f + e
    return (i * j % P, k * l % P, j * k % P, i * l % P)


def times(s, a):
    result = (0, 1, 1, 0)
    while s:
        if s & 1:
            result = add(result, a)
        a, s = add(a, a), s >> 1
    return result


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def ed25519_verify(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main():
    arguments = argparse.ArgumentParser(description="Checks an export of a Stillpoint audit trail.")
    arguments.add_argument("export")
    arguments.add_argument("--checkpoints")
    arguments.add_argument("--public-key")
    given = arguments.parse_args()
    rows = lines(given.export)
    events = [row for row in rows if row.get("kind") == "event"]
    checkpoints = [row for row in rows if row.get("kind") == "checkpoint"]
    if given.checkpoints:
        clinic = events[0]["clinicId"] if events else None
        checkpoints += [row for row in lines(given.checkpoints) if clinic is None or row["clinicId"] == clinic]
    key = base64.b64decode(given.public_key)[-32:] if given.public_key else None
    try:
        check_checkpoints(check_chain(events), checkpoints, key)
    except Broken as broken:
        print(broken)
        return 1
    print(f"intact: {len(events)} events, {len(checkpoints)} checkpoints")
    return 0


if __name__ == "__main__":
    sys.exit(main())
