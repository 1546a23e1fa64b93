import { expect, test } from 'vitest';
import { newId } from './ids';

test('an id is a UUID of version 7 that sorts by time', () => {
  const first = newId(1_700_000_000_000);
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1_700_000_000_001) > first).toBe(true);
});
