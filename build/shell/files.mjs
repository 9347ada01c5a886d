// @ts-check
// Files in and out without a detour: the bytes of a large file take seconds a megabyte through Flet's own
// messages. The client still opens its pickers, downloads and share sheets inside the person's tap; the bytes
// go between page and worker directly. See docs/bridge.md.

const MOST_HELD = 4;
/** @type {File[]} */
let picked = [];
/** @type {Map<string, File>} */
const held = new Map();

/**
 * The files that were chosen last, once. @param {{ most: number }} bounds a larger file comes without its bytes
 * @returns {Promise<{ name: string, size: number, bytes: Uint8Array | null }[]>}
 */
export function takePicked({ most }) {
  const files = picked;
  picked = [];
  return Promise.all(files.map(async (file) => ({
    name: file.name,
    size: file.size,
    bytes: file.size > most ? null : new Uint8Array(await file.arrayBuffer()),
  })));
}

/**
 * Have a file ready: what is downloaded or shared under this name is this file.
 * @param {{ name: string, type: string, bytes: Uint8Array }} file
 */
export function hold({ name, type, bytes }) {
  held.delete(name);
  held.set(name, new File([/** @type {BlobPart} */ (bytes)], name, { type }));
  for (const oldest of [...held.keys()].slice(0, -MOST_HELD)) held.delete(oldest);
  return true;
}

/** Begin to watch what the client's pickers, downloads and share sheets do. */
export function watchFiles() {
  // The client's input is on no page, so its events are heard at the input itself.
  const click = HTMLElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    const heard = () => {
      picked = [...(this.files ?? [])];
    };
    if (this.type === "file") this.addEventListener("change", heard, { capture: true });
    click.call(this);
  };

  HTMLAnchorElement.prototype.click = function () {
    const file = this.download ? held.get(this.download) : undefined;
    if (file) {
      const url = URL.createObjectURL(file);
      this.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    }
    click.call(this);
  };

  const share = navigator.share?.bind(navigator);
  if (!share) return;
  navigator.share = (data) =>
    share(data?.files ? { ...data, files: data.files.map((file) => held.get(file.name) ?? file) } : data);
}
