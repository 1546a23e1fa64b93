import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { picture } from '../src/checks';
import { admin, auditor, member, staff } from '../src/demo';
import { atDesk, goTo } from '../src/people';

const reason = `交办会使用（${new Date().toISOString().slice(5, 19).replace(/\D/g, '')}）`;

test('a list leaves for a reason and a number is shown when asked, and the auditor reads both', async ({ browser }) => {
  const office = await atDesk(browser, staff.username);
  await goTo(office, 'proposals?status=HANDLING');
  await office.getByRole('button', { name: '导出表格' }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: '导出表格' }).click();
  await expect(dialog.getByText('请填写理由')).toBeVisible();
  await dialog.getByLabel('导出理由').fill(reason);
  await picture(office, 'console', 'export-reason');
  const saved = office.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出表格' }).click();
  const table = readFileSync(await (await saved).path(), 'utf8');
  expect(table.split('\r\n')[0]).toContain('案号,案由');
  await expect(dialog).toBeHidden();

  const keeper = await atDesk(browser, admin.username);
  await goTo(keeper, `seats?q=${encodeURIComponent(member.name)}`);
  await expect(keeper.getByText('138****0001')).toBeVisible();
  await keeper.getByRole('link', { name: member.name }).click();
  await expect(keeper.getByText('138****0001')).toBeVisible();
  await keeper.getByRole('button', { name: '显示完整号码' }).click();
  await expect(keeper.getByText(member.phone)).toBeVisible();

  const watch = await atDesk(browser, auditor.username);
  await goTo(watch, 'access-log');
  await expect(watch.getByRole('row').filter({ hasText: reason })).toHaveCount(1);
  await expect(watch.getByRole('row').filter({ hasText: '查看完整号码' }).first()).toBeVisible();
  await picture(watch, 'console', 'access-log');
  for (const page of [office, keeper, watch]) await page.context().close();
});
