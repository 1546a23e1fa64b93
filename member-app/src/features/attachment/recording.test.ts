import { expect, test } from 'vitest';
import { isSound, soundName } from './recording';

test('a recording has the ending of what the telephone writes', () => {
  const webm = new Blob(['x'], { type: 'audio/webm' });
  const mp4 = new Blob(['x'], { type: 'audio/mp4' });
  expect([soundName(webm, '录音'), soundName(mp4, '录音')]).toEqual(['录音.webm', '录音.m4a']);
  expect([webm, mp4, new Blob(['x'], { type: 'image/png' })].map(isSound)).toEqual([true, true, false]);
});
