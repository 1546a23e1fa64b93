import { open } from '../../api/client';

/** The server says something every twenty seconds: where nothing came for so long, the line is dead. */
const patience = 45_000;

/** One event of a stream: what it is called, its number, and its words. */
export type Event = { name: string; id: string; data: string };

/** Cuts what has come so far into whole events; the rest waits for its end. */
export function cut(text: string): { events: Event[]; rest: string } {
  const blocks = text.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { events: blocks.map(eventOf), rest };
}

function eventOf(block: string): Event {
  const event = { name: 'message', id: '', data: '' };
  const lines: string[] = [];
  for (const line of block.split('\n')) {
    const [, field = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event.name = value;
    if (field === 'id') event.id = value;
    if (field === 'data') lines.push(value);
  }
  return { ...event, data: lines.join('\n') };
}

/**
 * Listens to a group from one change on, until either end has enough. Read by fetch, which sends the usual headers; true
 * where anything was heard at all.
 */
export async function listen(
  groupId: string,
  since: number,
  hear: (event: Event) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let heard = false;
  const dead = new AbortController();
  const giveUp = () => dead.abort();
  signal.addEventListener('abort', giveUp);
  let timer = setTimeout(giveUp, patience);
  try {
    const reader = (await open(`/api/reading-groups/${groupId}/live?since=${since}`, dead.signal)).getReader();
    const decoder = new TextDecoder();
    let waiting = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return heard;
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
      const { events, rest } = cut(waiting + decoder.decode(value, { stream: true }));
      waiting = rest;
      heard = true;
      for (const event of events) hear(event);
    }
  } catch {
    return heard;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
