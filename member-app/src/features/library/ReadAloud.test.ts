import { expect, test } from 'vitest';
import { spokenPieces } from './ReadAloud';

test('sentences are put together as far as they fit, and nothing is lost', () => {
  const text = '一。二！三？\n四；五';
  expect(spokenPieces(text, 4)).toEqual(['一。二！', '三？', '四；五']);
  expect(spokenPieces(text)).toEqual(['一。二！三？\n四；五']);
});

test('a sentence without an end is cut between its letters', () => {
  expect(spokenPieces('𬭎'.repeat(5), 2)).toEqual(['𬭎𬭎', '𬭎𬭎', '𬭎']);
  expect(spokenPieces(' \n ')).toEqual([]);
});
