import { expect, test } from '@playwright/test';
import { picture } from '../src/checks';
import { staff } from '../src/demo';
import { atAnotherDesk, atDesk, goTo, logInAgain } from '../src/people';
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

test('a newer session at another desk covers the page in plain words, and what was typed is sent after logging in again', async ({
  browser,
}) => {
  const page = await atDesk(browser, staff.username);
  await goTo(page, 'complaints');
  await page.getByRole('button', { name: '提意见建议' }).click();
  const dialog = page.getByRole('dialog');
  const words = `写到一半的话${Date.now()}`;
  await dialog.getByLabel('内容').fill(words);
  const elsewhere = await atAnotherDesk(browser, staff.username);
  await dialog.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { name: '本次登录已结束' })).toBeVisible();
  await picture(page, 'console', 'session-ended');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: '重新登录，继续工作' }).click();
  await logInAgain(await popup, staff.username);
  await expect(page.getByRole('heading', { name: '本次登录已结束' })).toBeHidden();
  await expect(dialog.getByLabel('内容')).toHaveValue(words);
  await dialog.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText(words)).toBeVisible();
  for (const each of [page, elsewhere]) await each.context().close();
});
