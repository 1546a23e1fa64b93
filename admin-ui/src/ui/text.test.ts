// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { afterEach, expect, test } from 'vitest';
import zh from '../messages/zh-CN.json';
import { findText, nameOf, pseudoWords, speakPseudo, t } from './text';

afterEach(() => {
  i18next.changeLanguage('zh-CN');
  document.documentElement.dir = 'ltr';
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

test('no Chinese stands in the code: every word is in the message file', () => {
  const allowed = ['年', '月', '日', '、', '；'];
  const found = sources
    .map(({ file, text }) => ({ file, han: text.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/g) ?? [] }))
    .map(({ file, han }) => ({ file, han: han.filter((words) => !allowed.includes(words)) }))
    .filter(({ han }) => han.length > 0);
  expect(found).toEqual([]);
});

test('the made-up language is longer, runs right to left and keeps the places', () => {
  speakPseudo();
  expect(document.documentElement.dir).toBe('rtl');
  const words = t('proposal.next', { title: '案由' });
  expect(words).toMatch(/^\[.*案由.*~+\]$/);
  for (const [key, chinese] of Object.entries(zh)) {
    expect(pseudoWords(chinese).match(/\{\{\w+\}\}/g), key).toEqual(chinese.match(/\{\{\w+\}\}/g));
  }
});

test('a code without words is shown as it came, never as a key', () => {
  expect(nameOf('proposal.status', 'FILED')).toBe('已立案');
  expect(nameOf('proposal.status', 'SOMETHING_NEW')).toBe('SOMETHING_NEW');
  expect(findText('problem.no.such-code')).toBeUndefined();
});
