import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { picture } from '../src/checks';
import { choose, fillDay } from '../src/console';
import { clerk, member, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { approve, toLastStage } from '../src/papers';
import { atConsoleOnPhone, fieldOf, tick } from '../src/people';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const one = { id: randomUUID(), title: `关于为牧民定居点配备巡回医疗车的提案（${stamp}）` };

test('a clerk accepts and answers on his telephone what was assigned to his department', async ({ browser }) => {
  const office = await Desk.of(browser, staff.username);
  await toLastStage(office, one, member.name);
  await office.send('PUT', `/proposals/${one.id}/filing`, {});
  const units = await office.items('/units?limit=100');
  await office.send('PUT', `/proposals/${one.id}/assignment`, {
    units: [
      {
        unitId: fieldOf(
          units.find((each) => fieldOf(each, 'name') === clerk.unit),
          'id',
        ),
        role: 'SOLE',
      },
    ],
  });

  const page = await atConsoleOnPhone(browser, clerk.username);
  await picture(page, 'console-phone', 'clerk-todo');
  await page.getByRole('link', { name: '办理与答复' }).click();
  await page.getByLabel('案号、标题中的词').fill(one.title);
  await page.keyboard.press('Enter');
  await picture(page, 'console-phone', 'clerk-assignments');
  await page.getByRole('link', { name: one.title }).click();
  const accept = page.getByRole('button', { name: '签收', exact: true });
  await expect(accept).toBeInViewport();
  await picture(page, 'console-phone', 'clerk-assignment');
  await accept.click();
  await expect(accept).toBeHidden();

  await page.getByLabel(/对建议 1 的答复/).fill('已列入三年采购计划，今年先配十一辆。');
  await page.getByLabel(/对建议 2 的答复/).fill('县乡药品目录本月内统一。');
  await page.getByLabel('答复正文').fill('您提出的提案收悉。经与您电话沟通并会同财政部门研究，现答复如下。');
  await tick(page.getByRole('radio', { name: /^A/ }));
  await choose(page, page.getByLabel('与提案者沟通方式'), '电话');
  await fillDay(page.getByLabel('沟通日期'));
  await page.getByLabel('沟通人').fill('李建国');
  await page.getByLabel('答复文号').fill('甘卫函〔2026〕21号');
  await page.getByLabel('签发人').fill('李建国');
  await picture(page, 'console-phone', 'clerk-reply');
  await page.getByRole('button', { name: '提交答复' }).click();
  await expect(page.getByText('甘卫函〔2026〕21号')).toBeVisible();
  await approve(office, one.id);
  await page.context().close();
  await office.close();
});
