import { type Browser, expect, type Page, test } from '@playwright/test';
import { pictures } from '../src/checks';
import { openProposal, passToLastStage } from '../src/console';
import { member, reader, staff } from '../src/demo';
import { atDesk, onPhone, tick } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const main = `关于在牧区推广移动诊疗车的提案（${stamp}）`;
const like = `关于在牧区增加移动诊疗车巡诊次数的提案（${stamp}）`;
const before = '牧民看病要走一百二十公里，巡诊每季度只有一次，慢性病人常常断药。'.repeat(4);
const after = '牧民看病要走一百二十公里，巡诊每半年只有一次，慢性病人常常断药。'.repeat(4);

/** Two members write, one signs beside the other, again after the text was changed; the office joins two proposals and parts them. */
test.describe
  .serial('signing, signing again, joining and parting', () => {
    let people: { lead: Page; signer: Page; staff: Page };

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(180_000);
      people = await everybody(browser);
    });
    test.afterAll(async () => {
      for (const page of Object.values(people ?? {})) await page.context().close();
    });

    test('a member asks another to sign, and she signs what she has read', async () => {
      await write(people.lead, main, before);
      await people.lead.getByRole('button', { name: '邀请联名' }).click();
      await people.lead.getByLabel('按姓名查找').fill(reader.name);
      await people.lead.getByLabel(new RegExp(`^${reader.name}`)).check();
      await expect(people.lead.getByLabel('请于这一天前答复')).not.toHaveValue('');
      await people.lead.getByRole('button', { name: '邀请（1 人）' }).click();
      await expect(people.lead.getByText(/待答复/)).toBeVisible();

      await openRequest(people.signer);
      await expect(people.signer.getByText(before)).toBeVisible();
      await pictures(people.signer, 'cosigning-request');
      await people.signer.getByRole('button', { name: '联名', exact: true }).click();
      await expect(people.signer.getByText('您已联名这件提案。')).toBeVisible();
    });

    test('the text is changed, so she is asked again and signs the new one', async () => {
      const { lead, signer } = people;
      await lead.reload();
      await expect(lead.getByText(/已联名/)).toBeVisible();
      await lead.getByLabel('情况').fill(after);
      await lead.getByLabel('情况').blur();
      await expect(lead.getByText('（已同步）')).toBeVisible();
      await lead.reload();
      await expect(lead.getByText(/待答复/)).toBeVisible();

      await openRequest(signer);
      await expect(signer.getByText(after)).toBeVisible();
      await signer.getByRole('button', { name: '联名', exact: true }).click();
      await expect(signer.getByText('您已联名这件提案。')).toBeVisible();
    });

    test('it is handed in with both names and filed', async () => {
      await submit(people.lead, main);
      await expect(people.lead.getByRole('button', { name: '撤回上一步' })).toBeVisible();
      await passToLastStage(people.staff, main);
      await expect(people.staff.getByText(`${reader.name}（已联名）`)).toBeVisible();
      await people.staff.getByRole('button', { name: '立案', exact: true }).click();
      await expect(people.staff.getByText(/已立案，案号/)).toBeVisible();
    });

    test('she writes one like it, and is told so while she writes', async () => {
      await write(people.signer, like, '巡诊车一年只来两次，慢性病人拿不到药，牧民看病要走一百二十公里。'.repeat(4));
      await expect(people.signer.getByText(/有 \d+ 件相似提案/)).toBeVisible();
      await submit(people.signer, like);
    });

    test('the office joins it to the first, and both members see that', async () => {
      const { staff: desk, signer } = people;
      await passToLastStage(desk, like);
      await desk.getByRole('button', { name: '并案', exact: true }).click();
      const dialog = desk.getByRole('dialog');
      await tick(dialog.getByRole('radio', { name: new RegExp(stamp) }));
      await dialog.getByRole('button', { name: '并案 1 件' }).click();
      await expect(dialog).toBeHidden();
      await expect(desk.getByText('已并案').first()).toBeVisible();
      await openProposal(desk, main);
      await expect(desk.getByRole('link', { name: like })).toBeVisible();
      await signer.goto(`${service()}/m/#/proposals`);
      await signer.reload();
      await expect(signer.getByRole('listitem').filter({ hasText: like })).toContainText('已并案');
    });

    test('and parts them again', async () => {
      const { staff: desk } = people;
      await openProposal(desk, like);
      await desk.getByRole('button', { name: '取消并案' }).click();
      const dialog = desk.getByRole('dialog');
      await dialog.getByLabel('理由').fill('巡诊次数另由卫健部门单独答复。');
      await dialog.getByRole('button', { name: '取消并案' }).click();
      await expect(dialog).toBeHidden();
      await expect(desk.getByText('已取消并案，恢复单独审查')).toBeVisible();
      await openProposal(desk, main);
      await expect(desk.getByRole('link', { name: like })).toBeHidden();
    });
  });

async function everybody(browser: Browser) {
  return {
    lead: await onPhone(browser, member.phone),
    signer: await onPhone(browser, reader.phone),
    staff: await atDesk(browser, staff.username),
  };
}

/** Writes a draft, and stays on its page once the service has it. */
async function write(page: Page, cause: string, situation: string): Promise<void> {
  await page.goto(`${service()}/m/#/proposals`);
  await page.getByRole('button', { name: '写提案' }).click();
  await page.getByLabel('案由（标题）').fill(cause);
  await page.getByLabel('类别').selectOption({ index: 1 });
  await page.getByLabel('情况').fill(situation);
  await page.getByLabel('建议 1').fill('为每个片区配备一辆移动诊疗车。');
  await page.getByLabel('建议 1').blur();
  await expect(page.getByText('（已同步）')).toBeVisible();
}

async function submit(page: Page, cause: string): Promise<void> {
  await page.getByLabel(/我确认内容不涉及/).check();
  await page.getByRole('button', { name: '提交提案' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交提案' }).click();
  await expect(page.getByRole('heading', { name: cause })).toBeVisible();
}

async function openRequest(page: Page): Promise<void> {
  await page.goto(`${service()}/m/#/proposals/requests`);
  await page.reload();
  await page.getByRole('link', { name: new RegExp(main.replace(/[（）]/g, '.')) }).click();
  await expect(page.getByRole('heading', { name: `${member.name}请您联名` })).toBeVisible();
}
