import { readFileSync } from 'node:fs';
import { type Download, expect, type Page, test } from '@playwright/test';
import { picture } from '../src/checks';
import { admin, member, staff } from '../src/demo';
import { foundOffice } from '../src/office';
import { atDesk, goTo, onPhone } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const cause = `关于修复通村道路塌方路段的提案（${stamp}）`;
const photograph = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(700 * 1024, 7)]);

/** A member's file on its way to the office, and the office's papers on their way out. */
test.describe
  .serial('attachments and papers', () => {
    let phone: Page;
    let desk: Page;

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(600_000);
      await foundOffice(browser);
      phone = await onPhone(browser, member.phone);
      desk = await atDesk(browser, staff.username);
    });
    test.afterAll(async () => {
      for (const page of [phone, desk]) await page?.context().close();
    });

    test('a file chosen without a connection waits on the phone and is sent once there is one', async () => {
      await phone.goto(`${service()}/m/#/proposals`);
      await phone.getByRole('button', { name: '写提案' }).click();
      await phone.getByLabel('案由（标题）').fill(cause);
      await phone.getByLabel('类别').selectOption({ index: 1 });
      await phone.getByLabel('情况').fill('今年雨季塌方三处，救护车绕行两小时，学生每天步行四公里上学。'.repeat(4));
      await phone.getByLabel('建议 1').fill('把塌方路段列入年度养护计划。');
      await phone.getByLabel('建议 1').blur();
      await expect(phone.getByText('（已同步）')).toBeVisible();
      await phone.context().setOffline(true);
      await phone
        .getByLabel('添加附件')
        .setInputFiles({ name: '塌方路段.jpg', mimeType: 'image/jpeg', buffer: photograph });
      await expect(phone.getByText(/塌方路段\.jpg 待上传/)).toBeVisible();
      await phone.context().setOffline(false);
      await phone.reload();
      await expect(phone.getByRole('button', { name: /塌方路段\.jpg（700 KB）/ })).toBeVisible();
      await expect(phone.getByText(/待上传/)).toBeHidden();
      await picture(phone, 'phone', 'write-with-file');
      await phone.getByLabel(/我确认内容不涉及/).check();
      await phone.getByRole('button', { name: '提交提案' }).click();
      await phone.getByRole('dialog').getByRole('button', { name: '提交提案' }).click();
      await expect(phone.getByRole('heading', { name: cause })).toBeVisible();
      await expect(phone.getByRole('button', { name: /塌方路段\.jpg/ })).toBeVisible();
    });

    test('the office sees it, and takes the form away as Word and PDF', async () => {
      await goTo(desk, `proposals?q=${encodeURIComponent(cause)}`);
      await desk.getByRole('link', { name: cause }).click();
      await expect(desk.getByRole('button', { name: '塌方路段.jpg' })).toBeVisible();
      await picture(desk, 'console', 'proposal-with-file');
      expect(await head(await taken(desk, '提案表（Word）'))).toBe('PK');
      expect(await head(await taken(desk, '提案表（PDF）'))).toBe('%P');
    });

    test('the catalogue asks what for', async () => {
      await goTo(desk, 'proposals');
      await desk.getByRole('button', { name: '导出目录' }).click();
      const dialog = desk.getByRole('dialog');
      await dialog.getByRole('button', { name: '导出目录' }).click();
      await expect(dialog.getByText('请写明用途。')).toBeVisible();
      await dialog.getByLabel('用途').fill('提交主席会议审定');
      await picture(desk, 'console', 'catalogue');
      const coming = desk.waitForEvent('download');
      await dialog.getByRole('button', { name: '导出目录' }).click();
      expect(await head(await coming)).toBe('PK');
      await expect(dialog).toBeHidden();
    });

    test('a list prints as one table with its head, and without furniture', async () => {
      await goTo(desk, 'proposals');
      await desk.getByRole('link', { name: cause }).first().waitFor();
      await desk.emulateMedia({ media: 'print' });
      await expect(desk.getByRole('table')).toHaveCount(1);
      await expect(desk.getByRole('columnheader', { name: '提案者' })).toBeVisible();
      await expect(desk.getByRole('button', { name: '打印' })).toBeHidden();
      await desk.screenshot({ path: 'target/pictures/console-print-proposals.png', fullPage: true });
      await desk.emulateMedia({ media: null });
    });

    test('the administrator makes a template his own and goes back', async ({ browser }) => {
      const page = await atDesk(browser, admin.username);
      await goTo(page, 'settings?tab=templates');
      const card = page.getByRole('region', { name: '提案表' });
      await expect(card.getByText('正在使用系统自带的模板。')).toBeVisible();
      await picture(page, 'console', 'settings-templates');
      const coming = page.waitForEvent('download');
      await card.getByRole('button', { name: '下载提案表模板' }).click();
      const path = await (await coming).path();
      await card.locator('input[type=file]').setInputFiles({
        name: '本会提案表.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: readFileSync(path),
      });
      await expect(card.getByText(/正在使用本级上传的模板/)).toBeVisible();
      await card.getByRole('button', { name: '恢复自带模板' }).click();
      await page
        .locator('.ant-popconfirm')
        .getByRole('button', { name: /确\s*定/ })
        .click();
      await expect(card.getByText('正在使用系统自带的模板。')).toBeVisible();
      await page.context().close();
    });
  });

async function taken(page: Page, button: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return coming;
}

async function head(file: Download): Promise<string> {
  return readFileSync(await file.path())
    .subarray(0, 2)
    .toString('latin1');
}
