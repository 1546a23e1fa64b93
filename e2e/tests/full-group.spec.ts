import { expect, type Page, test } from '@playwright/test';
import { picture, pictures } from '../src/checks';
import { day } from '../src/day';
import { staff } from '../src/demo';
import { Desk } from '../src/desk';
import { newMember } from '../src/office';
import { at, fieldOf, goTo, onPhone } from '../src/people';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const theme = `本界别小组共读（${stamp}）`;
const convener = `界别召集${stamp.slice(-4)}`;

/** A group that only one sector sees, with two places: whoever comes third waits for one. */
test.describe
  .serial('a small group of one sector', () => {
    let owner: Page;
    let early: Page;
    let late: Page;
    let stranger: Page;
    let office: Desk;
    let sector: unknown;
    let seat = '';
    let id = '';

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      [sector] = await office.items('/sectors');
      const own = fieldOf(sector, 'id');
      const founder = await newMember(browser, convener, ['MEMBER', 'SECTOR_CONVENER'], own);
      seat = founder.seat;
      owner = await onPhone(browser, founder.phone);
      early = await onPhone(browser, (await newMember(browser, `先到${stamp.slice(-4)}`, ['MEMBER'], own)).phone);
      late = await onPhone(browser, (await newMember(browser, `后到${stamp.slice(-4)}`, ['MEMBER'], own)).phone);
      stranger = await onPhone(browser, (await newMember(browser, `别界${stamp.slice(-4)}`)).phone);
    });
    test.afterAll(async () => {
      for (const page of [owner, early, late, stranger]) await page?.context().close();
      await office?.close();
    });

    test('its convener founds it for the sector', async () => {
      await at(owner, '/reading/new');
      await owner.getByLabel('主题').fill(theme);
      await owner.getByLabel('拟读的书').fill('城镇与乡村');
      await owner.getByLabel('开始日期').fill(day(0));
      await owner.getByLabel('结束日期').fill(day(13));
      await owner.getByRole('radio', { name: '一个界别' }).check();
      await owner.getByLabel('人数上限').fill('2');
      await expect(owner.getByRole('button', { name: '存为拟稿' })).toBeDisabled();
      await owner.getByLabel('哪个界别').selectOption(fieldOf(sector, 'name'));
      await pictures(owner, 'reading-found-sector');
      await owner.getByRole('button', { name: '存为拟稿' }).click();
      await expect(owner.getByText(`仅界别“${fieldOf(sector, 'name')}”可见`, { exact: false })).toBeVisible();
      id = /reading\/([^/]+)\/run/.exec(owner.url())?.[1] ?? '';
      await office.send('PUT', `/reading-groups/${id}/rotation`, { hostIds: [seat] });
      await owner.getByRole('button', { name: '送审' }).click();
      await expect(owner.getByText(/待审核/)).toBeVisible();
      await office.send('PUT', `/reading-groups/${id}/approval`);
      await office.send('PUT', `/reading-groups/${id}/opening`);
    });

    test('its members find it, others do not', async () => {
      await at(early, '/reading');
      await early.getByRole('link', { name: theme }).click();
      await early.getByRole('button', { name: '加入读书群' }).click();
      await expect(early.getByLabel('写发言')).toBeVisible();
      await at(stranger, '/reading');
      await expect(stranger.getByRole('heading', { name: '读书', exact: true })).toBeVisible();
      await expect(stranger.getByRole('link', { name: theme })).toHaveCount(0);
      await at(stranger, `/reading/${id}`);
      await expect(stranger.getByText('没有找到，可能已被撤回或删除。')).toBeVisible();
    });

    test('whoever comes third waits, and those who run it see who waits', async () => {
      await at(late, `/reading/${id}`);
      await expect(late.getByText('这个群已满 2 人。', { exact: false })).toBeVisible();
      await late.getByRole('button', { name: '候补入群' }).click();
      await expect(late.getByText('排第 1 位', { exact: false })).toBeVisible();
      await pictures(late, 'reading-waiting');
      await late.getByRole('button', { name: '不再候补' }).click();
      await expect(late.getByText('这个群已满 2 人。', { exact: false })).toBeVisible();
      await late.getByRole('button', { name: '候补入群' }).click();
      await expect(late.getByText('排第 1 位', { exact: false })).toBeVisible();

      await at(owner, `/reading/${id}/run`);
      await owner.getByText('候补 1 人').click();
      await expect(owner.getByText(`后到${stamp.slice(-4)}`)).toBeVisible();
      await pictures(owner, 'reading-waiters');
      await goTo(office.page, `reading/${id}`);
      await expect(office.page.getByRole('region', { name: '候补 1 人' })).toContainText(`后到${stamp.slice(-4)}`);
      await picture(office.page, 'console', 'reading-waiters');
    });

    test('what is too long for the console stays in its box and is refused by name', async () => {
      await office.page.getByRole('button', { name: '修改', exact: true }).click();
      const dialog = office.page.getByRole('dialog');
      const words = '读'.repeat(2001);
      await dialog.getByLabel('导语').fill(words);
      await expect(dialog.getByText('2001 / 2000')).toBeVisible();
      await dialog.getByRole('button', { name: '保存' }).click();
      await expect(dialog.getByText('不能超过 2000 个字')).toBeVisible();
      await expect(dialog.getByLabel('导语')).toHaveValue(words);
      await dialog.getByLabel('导语').fill('');
      await dialog.getByRole('button', { name: '取消' }).click();
    });

    test('a place is free, and who waited is in and told so', async () => {
      await early.getByRole('button', { name: '退出读书群' }).click();
      await early.getByRole('dialog').getByRole('button', { name: '退出读书群' }).click();
      await at(late, `/reading/${id}`);
      await expect(late.getByLabel('写发言')).toBeVisible();
      await expect(async () => {
        await at(late, '/');
        await expect(late.getByText(`读书群“${theme}”有了空位，您已入群`).first()).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
    });
  });
