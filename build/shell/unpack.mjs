// @ts-check
// The archive's Zstandard, unpacked by the library that Python itself is built with: no browser gives a
// script one.
//
// It works where the heap will be, before anything has been placed there, and leaves it as empty as it was:
// nothing lies at another address because something was unpacked, and a memory snapshot stands on that.
// (`malloc` would not do: until Python's runtime is there, Pyodide hands out the same memory by itself.)

const WINDOW = 1 << 22; // what build/archive.py packs with
const PORTION = 1 << 17;
const BUFFERS = 32; // two of address, size and position, four bytes each; the workspace wants multiples of 8
const HEADER = 18; // a frame's, at most

/** Have at least so much memory, or say that there is not. @param {any} module @param {number} bytes */
export function grow(module, bytes) {
  if (module.HEAPU8.length < bytes) module.growMemory(bytes);
  if (module.HEAPU8.length < bytes) throw new Error("the device has too little memory");
}

/**
 * What is in `packed`; throws, in words, where it is damaged or ends too early.
 * @param {any} module Pyodide's, before Python's `main` and before any native module
 * @param {Uint8Array} packed
 */
export function unpack(module, packed) {
  const start = (module.___heap_base + 15) & ~15;
  const end = start + BUFFERS + 2 * PORTION + module._ZSTD_estimateDStreamSize(WINDOW);
  grow(module, end);
  try {
    const bytes = new Uint8Array(sizeOf(module, packed, start));
    let offset = 0;
    for (const part of portions(module, packed, start, end)) {
      bytes.set(part, offset); // one that does not fit is an error, as a size that is not reached is
      offset += part.length;
    }
    if (offset !== bytes.length) throw new Error("app.pack ends too early");
    return bytes;
  } finally {
    module.HEAPU8.fill(0, start, end);
  }
}

/** How long it is, unpacked, as its head says. @param {any} module @param {Uint8Array} packed @param {number} at */
function sizeOf(module, packed, at) {
  module.HEAPU8.set(packed.subarray(0, HEADER), at);
  const size = Number(module._ZSTD_getFrameContentSize(at, Math.min(HEADER, packed.length)));
  if (size < 0 || size > 2 ** 31) throw new Error("app.pack is not what was packed");
  return size;
}

/** @param {any} module @param {Uint8Array} packed @param {number} start @param {number} end of the memory to work in */
function* portions(module, packed, start, end) {
  const [out, into] = [start + BUFFERS, start + BUFFERS + PORTION];
  const room = into + PORTION;
  const stream = module._ZSTD_initStaticDStream(room, end - room);
  const [outSize, outAt, intoSize, intoAt] = [1, 2, 4, 5];
  const buffers = new Uint32Array(module.HEAPU8.buffer, start, BUFFERS / 4);
  let left = 1; // nothing is left once the frame has ended; to go on would ask for another
  for (let offset = 0; left && offset < packed.length; offset += PORTION) {
    const portion = packed.subarray(offset, offset + PORTION);
    module.HEAPU8.set(portion, into);
    buffers.set([out, PORTION, 0, into, portion.length, 0]);
    do {
      buffers[outAt] = 0;
      left = module._ZSTD_decompressStream(stream, start, start + 12);
      if (module._ZSTD_isError(left)) throw new Error(`app.pack: ${module.UTF8ToString(module._ZSTD_getErrorName(left))}`);
      yield module.HEAPU8.subarray(out, out + buffers[outAt]);
    } while (left && (buffers[intoAt] < buffers[intoSize] || buffers[outAt] === buffers[outSize]));
  }
  if (left) throw new Error("app.pack ends too early");
}
