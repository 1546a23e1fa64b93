import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { picture } from '../src/checks';
import { choose, fillDay, openProposal } from '../src/console';
import { clerk, member, reader, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { approve, reply, toLastStage } from '../src/papers';
import { atDesk, fieldOf, goTo, onPhone, tick } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const cause = `关于建设县域医共体药房的提案（${stamp}）`;
const second = '州医疗保障局';
const id = randomUUID();
const road = { id: randomUUID(), title: `关于提升牧区公路养护水平的提案（${stamp}）` };
const again = { id: randomUUID(), title: `关于提升牧区公路养护质量的提案（${stamp}）` };
const main = { id: randomUUID(), title: `关于推广双语急救培训的提案（${stamp}）` };
const joined = { id: randomUUID(), title: `关于普及急救双语培训的提案（${stamp}）` };

test('a proposal that satisfies is replied to, rated by its proponent and closed', async ({ browser }) => {
  test.setTimeout(300_000);
  const office = await Desk.of(browser, staff.username);
  const unit = await Desk.of(browser, clerk.username);
  const phone = await onPhone(browser, member.phone);
  await toLastStage(office, road, member.name);
  await office.send('PUT', `/proposals/${road.id}/filing`, {});
  await openProposal(office.page, road.title);
  await office.page.getByRole('button', { name: '交办', exact: true }).click();
  const dialog = office.page.getByRole('dialog');
  await choose(office.page, dialog.getByLabel('承办单位'), clerk.unit, clerk.unit);
  await dialog.getByRole('button', { name: '交办' }).click();
  await expect(dialog).toBeHidden();
  await reply(unit, road.id);
  await approve(office, road.id);
  await rateContent(phone, road.title);
  await openProposal(office.page, road.title);
  await office.page.getByRole('button', { name: '办结', exact: true }).click();
  await expect(office.page.getByRole('button', { name: '办结', exact: true })).toBeHidden();
  await expect.poll(async () => fieldOf(await office.send('GET', `/proposals/${road.id}`), 'status')).toBe('CLOSED');
  await phone.goto(`${service()}/m/#/proposals/${road.id}`);
  await phone.reload();
  await expect(phone.getByText('已办结。')).toBeVisible();

  await toLastStage(office, again, member.name);
  await office.send('PUT', `/proposals/${again.id}/filing`, {});
  await openProposal(office.page, again.title);
  await office.page.getByRole('button', { name: '交办', exact: true }).click();
  const alike = dialog.getByRole('listitem').filter({ hasText: road.title });
  await alike.getByRole('button', { name: `${clerk.unit}（单办）` }).click();
  await picture(office.page, 'console', 'assign-alike');
  await dialog.getByRole('button', { name: '交办', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(office.page.getByRole('heading', { name: `${clerk.unit}（单办）` })).toBeVisible();
  for (const page of [office.page, unit.page, phone]) await page.context().close();
});

test('the review report of the session is taken away as Word', async ({ browser }) => {
  const page = await atDesk(browser, staff.username);
  await goTo(page, 'review');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /提案审查报告.*Word/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('提案审查报告.docx');
  await picture(page, 'console', 'review-report');
  await page.context().close();
});

test('two on one matter are joined, part again, and each goes to its own end', async ({ browser }) => {
  test.setTimeout(300_000);
  const office = await Desk.of(browser, staff.username);
  const unit = await Desk.of(browser, clerk.username);
  const phone = await onPhone(browser, reader.phone);
  await toLastStage(office, main, member.name);
  await office.send('PUT', `/proposals/${main.id}/filing`, {});
  await toLastStage(office, joined, reader.name);

  const desk = office.page;
  await goTo(desk, `proposals/${joined.id}`);
  await desk.getByRole('button', { name: '并案', exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByPlaceholder('案号、案由、姓名').fill(main.title);
  await dialog.getByPlaceholder('案号、案由、姓名').press('Enter');
  await tick(dialog.getByRole('radio', { name: new RegExp(main.title.slice(0, 12)) }));
  await picture(desk, 'console', 'merge');
  await dialog.getByRole('button', { name: '并案 1 件' }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.getByRole('link', { name: '打开主提案' })).toBeVisible();
  await phone.goto(`${service()}/m/#/proposals/${joined.id}`);
  await phone.reload();
  await expect(phone.getByText('已并入相同内容的提案，答复会一并送您。')).toBeVisible();
  await phone.goto(`${service()}/m/#/proposals/${main.id}`);
  await expect(phone.getByRole('heading', { name: main.title })).toBeVisible();

  await desk.getByRole('button', { name: '取消并案' }).click();
  await dialog.getByLabel('理由').fill('并非同一事项：一件谈培训，一件谈教材。');
  await dialog.getByRole('button', { name: '取消并案' }).click();
  await expect(dialog).toBeHidden();
  await desk.getByRole('button', { name: '立案', exact: true }).click();
  await expect(desk.getByRole('button', { name: '交办', exact: true })).toBeVisible();

  const numbers = [];
  for (const one of [main, joined]) {
    const units = await office.items('/units?limit=100');
    const department = units.find((each) => fieldOf(each, 'name') === clerk.unit);
    await office.send('PUT', `/proposals/${one.id}/assignment`, {
      units: [{ unitId: fieldOf(department, 'id'), role: 'SOLE' }],
    });
    await reply(unit, one.id);
    await approve(office, one.id);
    numbers.push(fieldOf(await office.send('GET', `/proposals/${one.id}`), 'caseNo'));
  }
  expect(new Set(numbers).size).toBe(2);
  await rateContent(phone, joined.title);
  const other = await onPhone(browser, member.phone);
  await rateContent(other, main.title);
  for (const one of [main, joined]) {
    await openProposal(desk, one.title);
    await desk.getByRole('button', { name: '办结', exact: true }).click();
    await expect(desk.getByRole('button', { name: '办结', exact: true })).toBeHidden();
    await expect.poll(async () => fieldOf(await office.send('GET', `/proposals/${one.id}`), 'status')).toBe('CLOSED');
  }
  for (const page of [desk, unit.page, phone, other]) await page.context().close();
});

/** Two units, a reply that is sent back, a proponent who is not satisfied three times, and a meeting face to face. */
test.describe
  .serial('a proposal that does not satisfy', () => {
    let people: { member: Page; staff: Page; clerk: Page };

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(600_000);
      await filed(browser);
      people = {
        member: await onPhone(browser, member.phone),
        staff: await atDesk(browser, staff.username),
        clerk: await atDesk(browser, clerk.username),
      };
    });
    test.afterAll(async () => {
      for (const page of Object.values(people ?? {})) await page.context().close();
    });

    test('the office hands it to a leading unit and an assistant', async () => {
      const page = people.staff;
      await openProposal(page, cause);
      await page.getByRole('button', { name: '交办', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await tick(dialog.getByRole('radio', { name: '主办加会办' }));
      await choose(page, dialog.getByLabel('主办单位'), clerk.unit, clerk.unit);
      await dialog.getByRole('button', { name: '加一个会办单位' }).click();
      await choose(page, dialog.getByLabel('会办单位 1', { exact: true }), second, second);
      await picture(page, 'console', 'assign-several');
      await dialog.getByRole('button', { name: '交办' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('heading', { name: `${second}（会办）` })).toBeVisible();
    });

    test('the leading unit talks, is told of the missing opinion, and replies with a promise', async () => {
      const page = people.clerk;
      await openAssignment(page);
      await page.getByRole('button', { name: '签收' }).click();
      await page.getByRole('button', { name: '记录沟通' }).click();
      const dialog = page.getByRole('dialog');
      await choose(page, dialog.getByLabel('与提案者沟通方式'), '电话');
      await fillDay(dialog.getByLabel('沟通日期'));
      await dialog.getByLabel('沟通人').fill('李建国');
      await dialog.getByLabel('沟通情况').fill('约定下周到乡镇卫生院现场查看。');
      await dialog.getByRole('button', { name: '记录沟通' }).click();
      await expect(dialog).toBeHidden();
      await page.getByRole('button', { name: '登记办理协商' }).click();
      await fillDay(dialog.getByLabel('协商日期'));
      await dialog.getByLabel('参加人').fill('扎西多吉、李建国');
      await dialog.getByLabel('协商纪要').fill('先建一个片区药房，其余两个列入明年计划。');
      await tick(dialog.getByRole('radio', { name: /尚未一致/ }));
      await picture(page, 'console', 'hold-consultation');
      await dialog.getByRole('button', { name: '保存' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('先建一个片区药房，其余两个列入明年计划。')).toBeVisible();
      await expect(page.getByText(`${second}的会办意见还没有到。`)).toBeVisible();
      await page.getByRole('button', { name: '加一项承诺' }).click();
      await page.getByLabel('承诺内容').fill('建成三个片区药房');
      await page.getByLabel('完成期限').fill(`${new Date().getFullYear() + 1}-10-31`);
      await page.getByLabel('完成期限').press('Enter');
      await page.getByLabel('责任人').fill('药政科');
      await writeReply(page);
      await picture(page, 'console', 'reply-form');
      await page.getByRole('button', { name: '提交答复' }).click();
      await expect(page.getByText('答复待审核').first()).toBeVisible();
    });

    test('the office sends it back, and the next time corrects the grade and lets it through', async () => {
      const page = people.staff;
      await review(page, async (dialog) => {
        await tick(dialog.getByRole('radio', { name: '退回修改' }));
        await dialog.getByLabel('理由').fill('第一条没有答到点上。');
        await picture(page, 'console', 'review-reply');
      });
      await openAssignment(people.clerk);
      await expect(
        people.clerk.getByRole('region', { name: '填写答复' }).getByText('第一条没有答到点上。'),
      ).toBeVisible();
      await writeReply(people.clerk);
      await people.clerk.getByRole('button', { name: '提交答复' }).click();
      await expect(people.clerk.getByText('答复待审核').first()).toBeVisible();
      await review(page, async (dialog) => {
        await tick(dialog.getByRole('radio', { name: /通过/ }));
        await choose(page, dialog.getByLabel('办理结果类别'), '列入计划');
      });
      await expect(page.getByText(/审核时更正/)).toBeVisible();
    });

    test('the member is not satisfied, and it is handled again', async () => {
      await rate(people.member, true);
      await openProposal(people.staff, cause);
      await people.staff.getByRole('button', { name: '退回重新办理' }).click();
      const dialog = people.staff.getByRole('dialog');
      await expect(dialog).toContainText(clerk.unit);
      await dialog.getByRole('button', { name: '退回重新办理' }).click();
      await expect(dialog).toBeHidden();
      await openAssignment(people.clerk);
      await expect(people.clerk.getByRole('heading', { name: '第 2 轮答复' })).toBeVisible();
      await writeReply(people.clerk);
      await choose(people.clerk, people.clerk.getByLabel('与提案者沟通方式'), '座谈');
      await fillDay(people.clerk.getByLabel('沟通日期'));
      await people.clerk.getByLabel('沟通人').fill('李建国');
      await people.clerk.getByRole('button', { name: '提交答复' }).click();
      await expect(people.clerk.getByText('答复待审核').first()).toBeVisible();
      await approve(await Desk.at(people.staff), id);
      await rate(people.member, false);
    });

    test('nor after the third reply, so they meet, and it ends as what it is', async () => {
      const office = await Desk.at(people.staff);
      await office.send('PUT', `/proposals/${id}/rehandling`, { reason: '提案者对结果不满意。' });
      await reply(await Desk.at(people.clerk), id);
      await approve(office, id);
      await rate(people.member, false);
      await openProposal(people.staff, cause);
      const consult = people.staff.getByRole('button', { name: '记录当面协商并办结' });
      await expect(consult).toBeVisible();
      await expect(people.staff.getByRole('button', { name: '退回重新办理' })).toBeHidden();
      await consult.click();
      const dialog = people.staff.getByRole('dialog');
      await fillDay(dialog.getByLabel('协商日期'));
      await dialog.getByLabel('参加人').fill('扎西多吉、州卫生健康委员会、州医疗保障局');
      await dialog.getByLabel('协商纪要').fill('双方当面协商。提案者认为片区药房建设过慢，保留意见。');
      await tick(dialog.getByRole('radio', { name: /未达成一致/ }));
      await picture(people.staff, 'console', 'consult');
      await dialog.getByRole('button', { name: '记录并办结' }).click();
      await expect(dialog).toBeHidden();
      await expect(people.staff.getByText('未解决', { exact: true })).toBeVisible();
      await picture(people.staff, 'console', 'unresolved');
      await goTo(people.staff, 'assignments?due=OVERDUE');
      await picture(people.staff, 'console', 'overdue-board');
      await people.member.reload();
      await people.member.getByText('办理协商', { exact: true }).click();
      await expect(people.member.getByText('先建一个片区药房，其余两个列入明年计划。')).toBeVisible();
      await expect(people.member.getByText('经当面协商仍未解决，已如实记录并办结。')).toBeVisible();
      await picture(people.member, 'phone', 'unresolved');
    });
  });

/** The proposal is filed, and there is a second unit: what comes before is another story. */
async function filed(browser: Browser): Promise<void> {
  const office = await Desk.of(browser, staff.username);
  const units = await office.items('/units?limit=100');
  if (!units.some((unit) => fieldOf(unit, 'name') === second)) {
    await office.send('POST', '/units', { id: randomUUID(), name: second, system: 'GOVERNMENT' });
  }
  await toLastStage(office, { id, title: cause }, member.name);
  await office.send('PUT', `/proposals/${id}/filing`, {});
  await office.close();
}

async function openAssignment(page: Page): Promise<void> {
  await goTo(page, 'assignments');
  await page.getByRole('link', { name: cause }).first().click();
  await expect(page.getByRole('heading', { name: '办理状态' })).toBeVisible();
}

async function writeReply(page: Page): Promise<void> {
  await page.getByLabel(/对建议 1 的答复/).fill('已列入明年医共体建设计划，先建三个片区药房。');
  await page.getByLabel(/对建议 2 的答复/).fill('目录已会同州医疗保障局统一，七月起执行。');
  await page.getByLabel('答复正文').fill('您提出的提案收悉。经与您电话沟通并实地调查，现答复如上。');
  await page.getByRole('radio', { name: /正在解决/ }).check();
  await page.getByLabel('答复文号').fill('甘卫函〔2026〕21号');
  await page.getByLabel('签发人').fill('李建国');
}

async function review(page: Page, decide: (dialog: Locator) => Promise<void>): Promise<void> {
  await openProposal(page, cause);
  await page.getByRole('link', { name: '查看办理情况' }).first().click();
  await page.getByRole('button', { name: '审核答复' }).click();
  const dialog = page.getByRole('dialog');
  await decide(dialog);
  await dialog.getByRole('button', { name: '作出决定' }).click();
  await expect(dialog).toBeHidden();
}

async function rate(page: Page, show: boolean): Promise<void> {
  await page.goto(`${service()}/m/#/`);
  await page.reload();
  const card = page.getByRole('listitem').filter({ hasText: cause });
  await card.getByRole('link', { name: '评价答复' }).click();
  await page.getByRole('group', { name: '办理态度' }).getByRole('radio', { name: '满意', exact: true }).check();
  await page.getByRole('group', { name: '办理结果' }).getByRole('radio', { name: '不满意' }).check();
  await page.getByRole('group', { name: '答复是否针对提案' }).getByRole('radio', { name: '未针对' }).check();
  await page.getByRole('group', { name: '承办单位是否走访' }).getByRole('radio', { name: '未走访' }).check();
  await page.getByLabel('意见').fill('片区药房没有时间表。');
  if (show) await picture(page, 'phone', 'rating');
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByText(/您的评价：态度满意，结果不满意。/).first()).toBeVisible();
}

/** Content with how it was done and with what came of it. */
async function rateContent(page: Page, title: string): Promise<void> {
  await page.goto(`${service()}/m/#/`);
  await page.reload();
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: '评价答复' }).click();
  for (const [group, choice] of [
    ['办理态度', '满意'],
    ['办理结果', '满意'],
    ['答复是否针对提案', '针对'],
    ['承办单位是否走访', '已走访'],
  ] as const)
    await page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check();
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByText(/您的评价：态度满意，结果满意。/).first()).toBeVisible();
}
