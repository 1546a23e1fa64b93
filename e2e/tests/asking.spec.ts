import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { picture, pictures } from '../src/checks';
import { choose, fillDay, passToLastStage } from '../src/console';
import { member, reader, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { toLastStage } from '../src/papers';
import { goTo, onPhone, tick } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const filed = { id: randomUUID(), title: `关于恢复牧区邮路的提案（${stamp}）` };
const onPaper = `关于整修县城老街排水的提案（${stamp}）`;
const written = `关于在牧区开设夜校的提案（${stamp}）`;
/** His name at the beginning, with his sector or without. */
const named = (name: string) => new RegExp(`^${name}`);
const words = '老街排水沟建于上世纪八十年代，汛期三次倒灌，沿街四十户受淹。'.repeat(4);

/** A member asks on the phone to have back what was filed; the office says no, and why. */
test('after filing a member asks for withdrawal, and the office answers', async ({ browser }) => {
  test.setTimeout(180_000);
  const office = await Desk.of(browser, staff.username);
  const phone = await onPhone(browser, member.phone);
  await toLastStage(office, filed, member.name);
  await office.send('PUT', `/proposals/${filed.id}/filing`, {});

  await phone.goto(`${service()}/m/#/proposals/${filed.id}`);
  await phone.getByRole('button', { name: '申请撤案' }).click();
  await phone.getByLabel('撤案理由').fill('邮政公司已恢复每周两班，问题解决了。');
  await pictures(phone, 'withdrawal-ask');
  await phone.getByRole('button', { name: '申请撤案' }).click();
  await expect(phone.getByText(/您已于.*申请撤案，正在等候答复。/)).toBeVisible();

  await goTo(office.page, '');
  await office.page
    .getByRole('link', { name: new RegExp(stamp) })
    .first()
    .click();
  await office.page.getByRole('button', { name: '答复撤案申请' }).click();
  const dialog = office.page.getByRole('dialog');
  await expect(dialog).toContainText('邮政公司已恢复每周两班');
  await tick(dialog.getByRole('radio', { name: '同意撤案' }));
  await picture(office.page, 'console', 'withdrawal-decision');
  await tick(dialog.getByRole('radio', { name: '不同意，继续办理' }));
  await dialog.getByRole('button', { name: '答复撤案申请' }).click();
  await expect(dialog.getByText('请填写理由')).toBeVisible();
  await dialog.getByLabel('理由').fill('三个乡还没有恢复，继续办理。');
  await dialog.getByRole('button', { name: '答复撤案申请' }).click();
  await expect(dialog).toBeHidden();

  await phone.reload();
  await expect(phone.getByText(/不同意撤案，提案继续办理。/)).toBeVisible();
  await expect(phone.getByText('三个乡还没有恢复，继续办理。').first()).toBeVisible();
  await pictures(phone, 'withdrawal-refused');
  for (const page of [office.page, phone]) await page.context().close();
});

/** What a member without a phone hands in on paper: typed, signed beside, put right, handed in, and what he says to the outcome. */
test.describe
  .serial('on paper', () => {
    let office: Desk;
    let phone: Page;
    const at = () => office.page;

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(180_000);
      office = await Desk.of(browser, staff.username);
      phone = await onPhone(browser, member.phone);
    });
    test.afterAll(async () => {
      for (const page of [office?.page, phone]) await page?.context().close();
    });

    test('the office types it, enters who signed it, puts it right and hands it in', async () => {
      await goTo(at(), 'proposals/on-behalf');
      await choose(at(), at().getByLabel('提案者'), named(reader.name), reader.name);
      await at().getByRole('textbox', { name: '案由' }).fill(onPaper);
      await choose(at(), at().getByLabel('类别'), '社会');
      await at().getByLabel('情况').fill(words);
      await at().getByLabel('建议第 1 条').fill('分两年整修老街排水沟。');
      await at().getByRole('button', { name: '保存草稿' }).click();
      await expect(at().getByRole('heading', { name: onPaper })).toBeVisible();

      await at().getByRole('button', { name: '录入书面联名' }).click();
      const dialog = at().getByRole('dialog');
      await choose(at(), dialog.getByLabel('委员'), named(member.name), member.name);
      await at().keyboard.press('Escape');
      await fillDay(dialog.getByLabel('签名日期'));
      await dialog.getByLabel('材料编号').fill('2026年提案卷第3号');
      await picture(at(), 'console', 'paper-signature');
      await dialog.getByRole('button', { name: '录入书面联名' }).click();
      await expect(dialog).toBeHidden();
      await expect(at().getByText(`${member.name}（已联名，`)).toBeVisible();

      await at().getByRole('button', { name: '修改案文' }).click();
      await expect(at().getByRole('heading', { name: '修改代录的提案' })).toBeVisible();
      await expect(at().getByLabel('情况')).toHaveValue(words);
      await picture(at(), 'console', 'proposal-typed');
      await goTo(at(), '');
      await at().locator('#todo-FINISH_DRAFT').getByRole('link', { name: onPaper }).click();
      await at().getByRole('button', { name: '提交', exact: true }).click();
      await tick(dialog.getByRole('checkbox', { name: /确认/ }));
      await picture(at(), 'console', 'proposal-hand-in');
      await dialog.getByRole('button', { name: '提交', exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(at().getByRole('button', { name: '接收，进入审查' })).toBeVisible();
    });

    test('it becomes an opinion report, once the office has entered what he said to that', async () => {
      await passToLastStage(at(), onPaper);
      await at().getByRole('button', { name: '不予立案' }).click();
      const dialog = at().getByRole('dialog');
      await choose(at(), dialog.getByLabel('不予立案的理由'), '内容空泛');
      await tick(dialog.getByRole('radio', { name: '转为社情民意信息' }));
      await dialog.getByRole('button', { name: '不予立案' }).click();
      await expect(dialog).toBeHidden();
      await at().getByRole('button', { name: '代录：是否同意转社情民意' }).click();
      await tick(dialog.getByRole('radio', { name: '同意转为社情民意信息', exact: true }));
      await dialog.getByLabel('说明').fill('11月20日来电同意。');
      await picture(at(), 'console', 'conversion-answer');
      await dialog.getByRole('button', { name: '代录：是否同意转社情民意' }).click();
      await expect(dialog).toBeHidden();
      await expect(at().getByRole('button', { name: '代录：是否同意转社情民意' })).toHaveCount(0);
    });

    test('she signs on paper what another member writes on his phone', async () => {
      await phone.goto(`${service()}/m/#/proposals`);
      await phone.getByRole('button', { name: '写提案' }).click();
      await phone.getByLabel('案由（标题）').fill(written);
      await phone.getByLabel('情况').fill('牧区青年想学汉语和手艺，白天放牧，晚上无处可去。'.repeat(4));
      await phone.getByLabel('建议 1').fill('冬季三个月在乡文化站开夜校。');
      await phone.getByLabel('建议 1').blur();
      await expect(phone.getByText('（已同步）')).toBeVisible();
      await phone.getByRole('button', { name: '邀请联名' }).click();
      await phone.getByLabel('按姓名查找').fill(reader.name);
      await phone.getByLabel(new RegExp(`^${reader.name}`)).check();
      await phone.getByRole('button', { name: '邀请（1 人）' }).click();
      await expect(phone.getByText(/待答复/)).toBeVisible();

      await goTo(at(), 'proposals/paper-signatures');
      await choose(at(), at().getByLabel('委员', { exact: true }), named(reader.name), reader.name);
      const row = at().locator('.row').filter({ hasText: written });
      await expect(row).toContainText(`第一提案人：${member.name}`);
      await picture(at(), 'console', 'paper-signatures');
      await row.getByRole('button', { name: '录入书面联名' }).click();
      const dialog = at().getByRole('dialog');
      await fillDay(dialog.getByLabel('签名日期'));
      await dialog.getByLabel('材料编号').fill('2026年提案卷第4号');
      await dialog.getByRole('button', { name: '录入书面联名' }).click();
      await expect(dialog).toBeHidden();
      await expect(row).toHaveCount(0);
      await phone.reload();
      await expect(phone.getByText(/已联名/)).toBeVisible();
    });
  });
