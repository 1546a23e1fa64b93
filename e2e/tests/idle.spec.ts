import { expect, test } from '@playwright/test';
import { staff } from '../src/demo';
import { atDesk } from '../src/people';
import { service } from '../src/stand';

test('neither a reload nor another window is a way past the lock of an idle console', async ({ browser }) => {
  const page = await atDesk(browser, staff.username);
  const anHourAgo = `localStorage.setItem('tongxin.last-sign', String(Date.now() - 3_600_000))`;
  await page.reload();
  await expect(page.locator('main h1').first()).toBeVisible();
  await page.evaluate(anHourAgo);
  await page.reload();
  await expect(page.locator('input[name=password]')).toBeVisible();
  const another = await page.context().newPage();
  await another.goto(`${service()}/console/proposals`);
  await expect(another.locator('input[name=password]')).toBeVisible();
  await page.context().close();
});
