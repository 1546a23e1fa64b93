let last = 0;

/** Later than the one before, also within a millisecond: ids are also an order. */
function tick(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}

/** A UUIDv7 made on the phone: the server keeps it, so a repeated send makes one row. */
export function newId(now = tick()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = now.toString(16).padStart(12, '0');
  const variant = '89ab'.charAt((bytes[8] ?? 0) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
