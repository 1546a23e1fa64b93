import { isRecord } from '../../api/problem';

interface HistoricalEvent {
  on: string;
  kind: string;
  ref: string;
  [name: string]: unknown;
}

/** Reads one event a line; names the lines that are none. */
export function eventsFrom(text: string): { events: HistoricalEvent[]; badLines: number[] } {
  const events: HistoricalEvent[] = [];
  const badLines: number[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const event = parse(line);
    if (event) events.push(event);
    else badLines.push(at + 1);
  });
  return { events, badLines };
}

function parse(line: string): HistoricalEvent | undefined {
  try {
    const event: unknown = JSON.parse(line);
    if (!isRecord(event)) return undefined;
    const { on, kind, ref } = event;
    if (typeof on !== 'string' || typeof kind !== 'string' || typeof ref !== 'string') return undefined;
    return { ...event, on, kind, ref };
  } catch {
    return undefined;
  }
}
