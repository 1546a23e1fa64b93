import { expect, test } from '@playwright/test';
import { look } from '../src/checks';

test('the pictures see a fault of each kind', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.setContent(`<html lang="zh"><title>x</title><main><h1>故障</h1>
    <p style="width:60px;white-space:nowrap;overflow:hidden">这一行比它的格子长得多</p>
    <table style="table-layout:fixed;width:200px"><tr><td style="width:40px"><a style="display:inline-block;width:90px">宽过格子</a></td><td>下一格</td></tr></table>
    <p>proposal.status.FILED 与 IN_REVIEW</p>
    <p>缺字：\u{1BC00}</p>
    <p style="font-size:12px">小字</p>
    <button type="button" style="font-size:18px;padding:0">按</button>
    <p style="color:#ccc;background:#fff;font-size:18px">看不清</p></main>`);
  const found = await look(page, 'phone-large');
  expect(found.overflow).toEqual([expect.stringContaining('这一行'), expect.stringContaining('宽过格子')]);
  expect(found.untranslated).toEqual(['proposal.status.FILED', 'IN_REVIEW']);
  expect(found.missingGlyphs).toEqual(['\u{1BC00}']);
  expect(found.smallText).toContain('12px 小字');
  expect(found.smallTargets).toEqual([expect.stringContaining('BUTTON 按')]);
  expect(found.axe).toEqual([expect.stringContaining('color-contrast')]);
});

test('a sound screen passes', async ({ page }) => {
  await page.setContent(`<html lang="zh"><title>x</title><main style="font-size:20px"><h1>正常</h1>
    <button type="button" style="font-size:20px;min-width:80px;min-height:60px">提交</button></main>`);
  expect(Object.values(await look(page, 'phone-large')).flat()).toEqual([]);
});
