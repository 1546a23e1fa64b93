import { expect, test } from 'vitest';
import { basisIn, basisOf } from './basis';

test('an earlier proposal is named by its id, with its title for who cannot open it', () => {
  expect(basisOf({ id: 'p', title: '关于村道养护的提案' })).toEqual({
    kind: 'PROPOSAL',
    id: 'p',
    note: '关于村道养护的提案',
  });
  expect(basisOf({ id: 'p', title: '路'.repeat(300) }).note).toHaveLength(200);
});

test('a note keeps the kind that was said, is never taken for the proposal it stands in for, and blank is nothing', () => {
  expect(basisIn(' 春季牧区调研 ', undefined)).toEqual({ kind: 'OTHER', note: '春季牧区调研' });
  expect(basisIn('牧区调研', { kind: 'RESEARCH', note: '调研' })).toEqual({ kind: 'RESEARCH', note: '牧区调研' });
  expect(basisIn('别的', { kind: 'PROPOSAL', id: 'p', note: '题' })).toEqual({ kind: 'OTHER', note: '别的' });
  expect(basisIn('  ', { kind: 'OTHER', note: '旧' })).toBeUndefined();
});
