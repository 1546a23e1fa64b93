import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { picture, pictures } from '../src/checks';
import { reader, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { newMember } from '../src/office';
import { fieldOf, goTo, onPhone } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const theme = `共读《江村经济》（${stamp}）`;
const lead = '这一周读第一章，请大家说说自己村里的合作社。';
const note = `合作社要先把账算清楚，再谈规模。（${stamp}）`;

/** What a reading group leads to: a digest of its week, an excellent note, a proposal raised from a post. */
test.describe
  .serial('a week of reading and what comes of it', () => {
    let owner: Page;
    let other: Page;
    let office: Desk;
    let id = '';

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      const runner = await newMember(browser, '尼玛次仁');
      id = await opened(office, runner.seat);
      owner = await onPhone(browser, runner.phone);
      other = await onPhone(browser, reader.phone);
    });
    test.afterAll(async () => {
      for (const page of [owner, other]) await page?.context().close();
      await office?.close();
    });

    test('a post is raised as a proposal, which names it, and nobody else learns of the draft', async () => {
      await openGroup(owner);
      await say(owner, lead);
      await openGroup(other);
      await other.getByRole('button', { name: '加入读书群' }).click();
      await say(other, note);
      const line = other.getByRole('listitem').filter({ hasText: note });
      await line.getByRole('button', { name: /^更多/ }).click();
      await pictures(other, 'reading-raise');
      await other.getByRole('button', { name: '转为提案' }).click();
      await expect(other.getByLabel('情况')).toHaveValue(note);
      await expect(other.getByRole('link', { name: `由读书群“${theme}”中${reader.name}` })).toBeVisible();
      await pictures(other, 'reading-raised-draft');
      await openGroup(other);
      await expect(line.getByRole('link', { name: '由此起草的提案（尚未立案）' })).toBeVisible();
      await openGroup(owner);
      await expect(owner.getByRole('listitem').filter({ hasText: note })).toBeVisible();
      await expect(owner.getByText(/由此起草/)).toBeHidden();
    });

    test('the owner picks an excellent note, and the office approves it', async () => {
      await owner.getByRole('listitem').filter({ hasText: note }).getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '评为优秀' }).click();
      await goTo(office.page, 'reading/excellent');
      const card = office.page.getByRole('region', { name: `${reader.name}的发言` }).filter({ hasText: note });
      await picture(office.page, 'console', 'reading-excellent');
      await card.getByRole('button', { name: '认定', exact: true }).click();
      await expect(card).toBeHidden();
    });

    test('the host writes the digest of the week on what the week suggests, and all read it', async () => {
      await digests(owner);
      await owner.getByRole('button', { name: /^写小结/ }).click();
      const box = owner.getByLabel('小结', { exact: true });
      await expect(box).toHaveValue(new RegExp(stamp));
      await box.fill(`本周读第一章，大家谈了合作社的账。（${stamp}）`);
      await pictures(owner, 'reading-digest-write');
      await owner.reload();
      await owner.getByRole('button', { name: /^写小结/ }).click();
      await expect(owner.getByLabel('小结', { exact: true })).toHaveValue(
        `本周读第一章，大家谈了合作社的账。（${stamp}）`,
      );
      await owner.getByRole('button', { name: '发布小结' }).click();
      await expect(owner.getByText('小结已发布')).toBeVisible();
      await owner.getByText(/^看小结/).click();
      await taken(owner, /^取 Word ?周小结（第1周）$/, '周小结（第1周）.docx');
      await owner.getByText('带走小结（Word、PDF）').click();
      await pictures(owner, 'reading-digest-take');
      await taken(owner, /^取 PDF ?期总结$/, '期总结.pdf');
      await owner.goto(`${service()}/m/#/reading/${id}/run`);
      await owner.getByRole('button', { name: '导出发言（Excel）' }).click();
      await owner.getByLabel('导出理由').fill('编读书简报');
      await pictures(owner, 'reading-export');
      await taken(owner, '导出', `读书群发言　${theme}.xlsx`);
      await expect(owner.getByRole('dialog')).toBeHidden();
      await openGroup(other);
      await other.getByText('最近的周小结（第1周）').click();
      await expect(other.getByText(`本周读第一章，大家谈了合作社的账。（${stamp}）`)).toBeVisible();
      await pictures(other, 'reading-digest-pinned');
      await digests(other);
      await pictures(other, 'reading-digests');
    });

    test('the office sees the weeks, corrects one with a reason, and takes them away as Word', async () => {
      await goTo(office.page, `reading/${id}/digests`);
      await expect(office.page.getByText('已办结 1 / 1 周')).toBeVisible();
      await office.page.getByRole('button', { name: '更正小结' }).click();
      const dialog = office.page.getByRole('dialog');
      await dialog.getByLabel('小结', { exact: true }).fill(`本周读第一章，谈合作社的账目公开。（${stamp}）`);
      await dialog.getByLabel('原因').fill('用词不准');
      await dialog.getByRole('button', { name: '更正小结' }).click();
      await expect(office.page.getByText('更正原因：用词不准')).toBeVisible();
      await picture(office.page, 'console', 'reading-digests');
      const [file] = await Promise.all([
        office.page.waitForEvent('download'),
        office.page.getByRole('button', { name: /期总结.*Word|Word.*期总结/ }).click(),
      ]);
      expect(file.suggestedFilename()).toContain('期总结');
    });

    async function taken(page: Page, button: string | RegExp, name: string): Promise<void> {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: button, exact: true }).click();
      expect((await saved).suggestedFilename()).toBe(name);
    }

    async function openGroup(page: Page): Promise<void> {
      await page.goto(`${service()}/m/#/reading/${id}`);
      await page.reload();
      await expect(page.getByRole('heading', { name: theme })).toBeVisible();
    }

    async function digests(page: Page): Promise<void> {
      await page.goto(`${service()}/m/#/reading/${id}/digests`);
      await page.reload();
      await expect(page.getByRole('heading', { name: '周小结' })).toBeVisible();
    }
  });

/** Of this week only, hosted and owned by one who hosts nothing else. */
async function opened(office: Desk, seat: string): Promise<string> {
  const now = new Date(Date.now() + 8 * 3600_000);
  const today = now.toISOString().slice(0, 10);
  const sunday = new Date(now.getTime() + ((7 - now.getUTCDay()) % 7) * 24 * 3600_000).toISOString().slice(0, 10);
  const made = await office.send('POST', '/reading-groups', {
    id: randomUUID(),
    theme,
    book: '江村经济',
    introduction: '一周读一章。',
    startsOn: today,
    endsOn: sunday,
    ownerId: seat,
  });
  const group = `/reading-groups/${fieldOf(made, 'id')}`;
  await office.send('PUT', `${group}/rotation`, { hostIds: [seat] });
  await office.send('PUT', `${group}/opening`);
  return fieldOf(made, 'id');
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('写发言').fill(words);
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page.getByText(words)).toBeVisible();
}
