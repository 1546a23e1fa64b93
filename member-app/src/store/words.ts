import { useEffect, useRef, useState } from 'react';
import { isRecord, textOf } from '../api/problem';
import { type Change, keep, take } from './db';

/** Words in a box that are not sent yet. They stay on this phone, under their seat, until `taken` goes with what sends them. */
export type Words = { text: string; write: (text: string) => void; taken: Change; clear: () => void };

export function useWords(seatId: string, place: string): Words {
  const key = `words:${seatId}/${place}`;
  const [text, setText] = useState('');
  const touched = useRef(false);
  useEffect(() => {
    touched.current = false;
    setText('');
    void wordsAt(key, `tongxin.${place.replace('/', `.${seatId}.`)}`).then((kept) => {
      if (!touched.current) setText(kept);
    });
  }, [key, place, seatId]);
  const show = (value: string) => {
    touched.current = true;
    setText(value);
  };
  return {
    text,
    write: (value) => {
      show(value);
      void keep('drafts', key, value ? { seatId, text: value } : undefined);
    },
    taken: { shelf: 'drafts', key },
    clear: () => show(''),
  };
}

/** An earlier release kept them in the open; they move at the first look. */
async function wordsAt(key: string, before: string): Promise<string> {
  const old = localStorage.getItem(before);
  if (old !== null) {
    const seatId = key.slice('words:'.length, key.indexOf('/'));
    if (old) await keep('drafts', key, { seatId, text: old });
    localStorage.removeItem(before);
  }
  const kept = await take('drafts', key);
  return isRecord(kept) ? textOf(kept.text) : '';
}
