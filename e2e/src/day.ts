/** A day in China, so many days from today: 2026-03-05. */
export function day(ahead = 0): string {
  return new Date(Date.now() + (8 + 24 * ahead) * 3600_000).toISOString().slice(0, 10);
}
