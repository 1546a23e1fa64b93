import { expect, test } from 'vitest';
import { languageOf } from './script';

test.each([
  ['བཀྲ་ཤིས་བདེ་ལེགས།', 'bo'],
  ['《乡土》 དཔེ་ཀློག་པའི་ཚོགས་པ།', 'bo'],
  ['كىتاب ئوقۇدۇق', 'ug'],
  ['2026-يىلى 3-ئايدا، OK', 'ug'],
  ['독서 모임 2026년', 'ko'],
  ['这两周读《乡土中国》', undefined],
  ['书名“བཀྲ་”是吉祥的意思，大家都说好', undefined],
  ['Reading 2026', undefined],
  ['１２３ 👍', undefined],
  ['', undefined],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
