"""Reads a safetensors file with the standard library alone, and prints a line for each tensor: name, type, shape, and the
SHA-256 of its numbers.

usage: python3 read_safetensors.py FILE
"""
import hashlib
import json
import struct
import sys

FORMATS = {"F64": "d", "F32": "f", "I64": "q", "I32": "i", "U8": "B"}

with open(sys.argv[1], "rb") as file:
    data = file.read()
(length,) = struct.unpack_from("<Q", data)
header = json.loads(data[8 : 8 + length])
metadata = header.pop("__metadata__", {})
if "sha256" in metadata:
    unsigned = data.replace(metadata["sha256"].encode(), b"0" * 64, 1)
    assert hashlib.sha256(unsigned).hexdigest() == metadata["sha256"], "damaged"
end = 0
for name, tensor in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
    first, last = tensor["data_offsets"]
    assert first == end, "a hole before " + name
    end = last
    code = FORMATS[tensor["dtype"]]
    numbers = struct.unpack("<%d%s" % ((last - first) // struct.calcsize(code), code), data[8 + length + first : 8 + length + last])
    count = 1
    for size in tensor["shape"]:
        count *= size
    assert count == len(numbers), "another number of values in " + name
    digest = hashlib.sha256(struct.pack("<%d%s" % (count, code), *numbers)).hexdigest()
    print(name, tensor["dtype"], tensor["shape"], digest)
assert 8 + length + end == len(data), "bytes after the last tensor"
