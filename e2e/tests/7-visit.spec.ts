import { expect, type Page, test } from '@playwright/test';
import { picture } from '../src/checks';
import { info, kangding, member, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { seated } from '../src/office';
import { fieldOf, goTo, onPhone } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const visitor = { name: `尼玛${stamp.slice(-4)}`, phone: `139${stamp.slice(-8)}` };
const shown = `${visitor.name}（康定市政协）`;
const said = `我们县里也在读这一章（${stamp}）`;

/** A member of a county reads along in one group of the prefecture, and is put out again. */
test.describe
  .serial('a joint reading group', () => {
    let office: Desk;
    let phone: Page;
    let group = '';
    let link = '';

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      const county = await Desk.of(browser, info.county, kangding);
      await seated(county, { ...visitor, roles: ['MEMBER'] });
      await county.close();
      phone = await onPhone(browser, visitor.phone);
      const groups = await office.items('/reading-groups?status=ACTIVE');
      group = fieldOf(
        groups.find((each) => fieldOf(each, 'theme').startsWith('读懂乡村')),
        'id',
      );
    });
    test.afterAll(async () => {
      await office?.close();
      await phone?.context().close();
    });

    test('the office invites somebody, and the address is shown once', async () => {
      const desk = office.page;
      await goTo(desk, `reading/${group}`);
      await desk.getByRole('button', { name: '邀请友邻读者' }).click();
      await desk.getByLabel('邀请谁').fill('康定的一位委员');
      await picture(desk, 'console', 'visit-invite');
      await desk.getByRole('dialog').getByRole('button', { name: '邀请友邻读者' }).click();
      await expect(desk.locator('.secret')).toContainText('/m/invitations/');
      link = (await desk.locator('.secret').textContent()) ?? '';
      await expect(desk.getByText('邀请，未加入')).toBeVisible();
      await picture(desk, 'console', 'visit-invited');
    });

    test('with his own account he takes the seat, says who he is, and sees the one group', async () => {
      await phone.goto(`${service()}${new URL(link).pathname}`);
      await expect(phone.getByRole('heading', { name: '邀请' })).toBeVisible();
      await phone.getByRole('button', { name: '接受，加入我的身份' }).click();
      await phone.getByRole('button', { name: /甘孜/ }).click();
      await expect(phone.getByRole('heading', { name: '联合读书' })).toBeAttached();
      await expect(phone.getByText(/读懂乡村/)).toBeVisible();
      await phone.getByLabel('显示的姓名').fill(visitor.name);
      await phone.getByLabel('所在政协').fill('康定市政协');
      await picture(phone, 'phone', 'visit');
      await phone.reload();
      await expect(phone.getByLabel('所在政协')).toHaveValue('康定市政协');
      await phone.getByRole('button', { name: '加入读书群' }).click();
      await expect(phone.getByText(`您在群里显示为：${shown}`)).toBeVisible();
      await expect(phone.getByRole('link', { name: '提案' })).toHaveCount(0);
      await picture(phone, 'phone', 'visit-begun');
      await phone.getByRole('link', { name: '进入读书群' }).click();
      await phone.getByLabel('写发言').fill(said);
      await phone.getByRole('button', { name: '发送' }).click();
      await expect(phone.getByText(said)).toHaveCount(1);
      await picture(phone, 'phone', 'visit-group');
    });

    test('what he writes waits for a moderator, and then stands there under the name that he shows', async ({
      browser,
    }) => {
      const posts = () => office.items(`/reading-groups/${group}/posts?after=0`);
      await expect.poll(async () => (await posts()).some((post) => fieldOf(post, 'text') === said)).toBe(true);
      const post = (await posts()).find((each) => fieldOf(each, 'text') === said);
      expect(fieldOf(post, 'status')).toBe('HELD');
      await office.send('PUT', `/reading-groups/${group}/posts/${fieldOf(post, 'id')}/release`, {});
      const host = await onPhone(browser, member.phone);
      await host.goto(`${service()}/m/#/reading/${group}`);
      await expect(host.getByText(said)).toBeVisible();
      await expect(host.getByText(shown).first()).toBeVisible();
      await host.goto(`${service()}/m/#/quizzes`);
      await expect(host.getByRole('link', { name: /政协基本知识问答/ })).toBeVisible();
      await host.context().close();
    });

    test('put out, he sees the group no more', async () => {
      const desk = office.page;
      await goTo(desk, `reading/${group}`);
      const line = desk
        .getByRole('listitem')
        .filter({ hasText: visitor.name })
        .filter({ hasText: '康定市政协' })
        .last();
      await line.getByRole('button', { name: '请出' }).click();
      await desk.getByRole('tooltip').getByRole('button', { name: '请出' }).click();
      await expect(desk.getByText(/结束$/).first()).toBeVisible();
      await phone.goto(`${service()}/m/#/`);
      await phone.reload();
      await expect(phone.getByText(/这次共读已经结束/)).toBeVisible();
      await phone.goto(`${service()}/m/#/reading/${group}`);
      await expect(phone.getByText(said)).toBeHidden();
    });
  });
