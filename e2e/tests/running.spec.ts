import { expect, type Page, test } from '@playwright/test';
import { pictures } from '../src/checks';
import { day } from '../src/day';
import { staff } from '../src/demo';
import { Desk } from '../src/desk';
import { aWeekLater } from '../src/later';
import { newMember } from '../src/office';
import { at, goTo, onPhone, tick } from '../src/people';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const theme = `界别共读《城镇与乡村》（${stamp}）`;
const convener = `召集人${stamp.slice(-4)}`;
const member = `读书人${stamp.slice(-4)}`;
const guest = `特邀读者${stamp.slice(-4)}`;
const lead = `先说为什么读这本书。（${stamp}）`;
const lead2 = `第二周读集镇这一章。（${stamp}）`;
const note = `集镇要跟着人走。（${stamp}）`;
const held = `我从基层来，说两句。（${stamp}）`;

/**
 * Two phones run a group of two weeks that a convener founds, with a guest beside them; the office approves the group and an
 * excellent note. Between the weeks a week goes by.
 */
test.describe
  .serial('a group that is run on the phone', () => {
    let owner: Page;
    let other: Page;
    let third: Page;
    let office: Desk;
    let id = '';

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      owner = await onPhone(browser, (await newMember(browser, convener, ['MEMBER', 'SECTOR_CONVENER'])).phone);
      other = await onPhone(browser, (await newMember(browser, member)).phone);
      third = await onPhone(browser, (await newMember(browser, guest, ['GUEST'])).phone);
    });
    test.afterAll(async () => {
      for (const page of [owner, other, third]) await page?.context().close();
      await office?.close();
    });

    test('a convener founds a group, and what he has written stays until it is there', async () => {
      await at(owner, '/reading');
      await owner.getByRole('link', { name: '发起读书群' }).click();
      // A letter is kept a moment after it is typed.
      await expect(async () => {
        await owner.getByLabel('主题').fill(theme);
        await owner.getByLabel('拟读的书').fill('城镇与乡村');
        await owner.getByLabel('导语').fill('两周读完，每周一位委员主持。');
        await owner.getByLabel('开始日期').fill(day(0));
        await owner.reload();
        await expect(owner.getByLabel('主题')).toHaveValue(theme, { timeout: 3_000 });
        await expect(owner.getByLabel('开始日期')).toHaveValue(day(0), { timeout: 3_000 });
      }).toPass();
      await owner.getByLabel('结束日期').fill(day(-1));
      await owner.getByRole('button', { name: '存为拟稿' }).click();
      await expect(owner.getByText('结束不能早于开始。')).toBeVisible();
      await owner.getByLabel('结束日期').fill(day(13 - sinceMonday()));
      await owner.getByRole('radio', { name: '委员和特邀读者' }).check();
      await pictures(owner, 'reading-found');
      await owner.getByRole('button', { name: '存为拟稿' }).click();
      await expect(owner.getByRole('heading', { name: '群务' })).toBeVisible();
      await expect(owner.getByText(theme)).toBeVisible();
      id = /reading\/([^/]+)\/run/.exec(owner.url())?.[1] ?? '';
    });

    test('who leads nothing is told who may found one', async () => {
      await at(other, '/reading');
      await expect(other.getByRole('heading', { name: '读书', exact: true })).toBeVisible();
      await expect(other.getByRole('link', { name: '发起读书群' })).toHaveCount(0);
      await at(other, '/reading/new');
      await expect(other.getByText(/界别召集人.*可以发起读书群/)).toBeVisible();
    });

    test('he takes a member in, appoints a secretary, lets the two take turns and submits the group', async () => {
      await owner.getByRole('button', { name: '加入成员' }).click();
      await owner.getByLabel('按姓名查找', { exact: true }).fill(member);
      await owner.getByLabel(new RegExp(`^${member}`)).check();
      await owner.getByRole('button', { name: '加入（1 人）' }).click();
      await owner.getByRole('button', { name: new RegExp(`^管理.*${member}`) }).click();
      await owner.getByRole('radio', { name: '读书秘书' }).check();
      await pictures(owner, 'reading-part');
      await owner.getByRole('button', { name: '保存分工' }).click();
      await expect(owner.getByRole('listitem').filter({ hasText: member })).toContainText('读书秘书');
      await owner.getByRole('button', { name: '送审' }).click();
      await expect(owner.getByText('还没有排轮值，请先排好主持人。')).toBeVisible();
      await owner.getByRole('link', { name: '轮值表' }).click();
      await owner.getByRole('button', { name: '按轮值补齐' }).click();
      await owner.getByLabel('按姓名查找成员').fill(convener);
      await owner.getByRole('button', { name: convener, exact: true }).click();
      await owner.getByLabel('按姓名查找成员').fill('');
      await owner.getByRole('button', { name: member, exact: true }).click();
      await pictures(owner, 'reading-fill');
      await owner.getByRole('button', { name: '补齐（2 人轮流）' }).click();
      await expect(owner.getByText(new RegExp(`主持 ${convener}`)).first()).toBeVisible();
      await expect(owner.getByText(new RegExp(`主持 ${member}`)).first()).toBeVisible();
      await at(owner, `/reading/${id}/run`);
      await owner.getByRole('button', { name: '送审' }).click();
      await expect(owner.getByText(/待审核/)).toBeVisible();
      await owner.getByRole('button', { name: '撤回送审' }).click();
      await expect(owner.getByText(/筹备中/)).toBeVisible();
      await owner.getByRole('button', { name: '送审' }).click();
      await expect(owner.getByText(/待审核/)).toBeVisible();
      await pictures(owner, 'reading-run');
    });

    test('the office approves it, and he opens it from his list of things to do', async () => {
      await office.send('PUT', `/reading-groups/${id}/approval`);
      await at(owner, '/');
      const card = owner.getByRole('listitem').filter({ hasText: theme }).filter({ hasText: '去开群' });
      await card.getByRole('link', { name: '去开群' }).click();
      await owner.getByRole('button', { name: '开群' }).click();
      await expect(owner.getByText(/进行中/)).toBeVisible();
    });

    test('his opening words stand above the talk of everybody', async () => {
      await at(owner, `/reading/${id}`);
      await owner.getByRole('link', { name: '写开群寄语' }).click();
      await expect(owner.getByText('开群寄语会显示在发言上方。')).toBeVisible();
      await expect(owner.getByRole('button', { name: '领读 ＃开群寄语' })).toBeVisible();
      await say(owner, lead);
      await at(other, `/reading/${id}`);
      const words = other.getByRole('region', { name: '开群寄语' });
      await expect(words).toContainText(lead);
      await expect(words).toContainText(convener);
      await pictures(other, 'reading-opening');
      await expect(owner.getByRole('link', { name: '写开群寄语' })).toHaveCount(0);
    });

    test('who hosts today stands on the home of everybody in the group', async () => {
      await at(other, '/');
      const card = other.getByRole('region', { name: '今天的读书群' });
      await expect(card).toContainText(`今天由${convener}主持`);
      await pictures(other, 'home-reading');
      await at(owner, '/');
      await owner
        .getByRole('region', { name: '今天的读书群' })
        .getByRole('link', { name: /今天由您主持/ })
        .click();
      await expect(owner.getByRole('heading', { name: theme, level: 1 })).toBeVisible();
    });

    test('the second week is swapped, given back to another hand, and a session beside the turns is called off', async () => {
      await at(other, `/reading/${id}/roster`);
      await other.getByRole('button', { name: '请人代为主持' }).first().click();
      await other.getByLabel('按姓名查找成员').fill('召集');
      await other.getByRole('dialog').getByRole('button', { name: convener }).click();
      await expect(other.getByText('等对方同意')).toBeVisible();
      await at(owner, '/');
      await owner.getByRole('link', { name: '答复换班' }).first().click();
      await owner.getByRole('button', { name: '同意', exact: true }).click();
      await owner.getByRole('button', { name: '确认', exact: true }).click();
      await expect(owner.getByText(new RegExp(`主持 ${member}`))).toHaveCount(0);

      const second = owner.getByRole('listitem').filter({ hasText: '起一周' }).nth(1);
      await second.getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '改由他人主持' }).click();
      await owner.getByLabel(`原主持人${convener}未到`).check();
      await pictures(owner, 'reading-reassign');
      await owner.getByRole('dialog').getByRole('button', { name: member }).click();
      await expect(second).toContainText(`主持 ${member}`);
      await expect(second).toContainText(`未到：${convener}`);

      await owner.getByRole('button', { name: '安排一场' }).click();
      const dialog = owner.getByRole('dialog');
      await tick(dialog.getByRole('radio', { name: '朗读' }));
      await dialog.getByLabel('题目').fill('朗读会');
      await dialog.getByLabel(/^哪一天/).fill(day(20));
      await dialog.getByRole('button', { name: '安排一场' }).click();
      await expect(dialog.getByText('要在读书群的起止日期之内。')).toBeVisible();
      await dialog.getByLabel(/^哪一天/).fill(day(0));
      await dialog.getByRole('button', { name: /^选择.*导读人/ }).click();
      await dialog.getByRole('button', { name: member }).click();
      await pictures(owner, 'reading-plan');
      await dialog.getByRole('button', { name: '安排一场' }).click();
      await expect(owner.getByText('朗读会', { exact: false }).first()).toBeVisible();
      await expect(owner.getByRole('link', { name: '录一段朗读' })).toBeVisible();
      await owner.getByRole('button', { name: /^更多.*朗读会/ }).click();
      await owner.getByRole('button', { name: '取消这一场' }).click();
      await owner.getByLabel('原因').fill('场地没有落实。');
      await owner.getByRole('dialog').getByRole('button', { name: '取消这一场' }).click();
      await expect(owner.getByText('朗读会')).toHaveCount(0);
      await pictures(owner, 'reading-roster-run');
    });

    test('a week goes by, and the digest of the first begins with what was led and how many wrote', async () => {
      await aWeekLater(office.committeeId, id);
      await at(owner, `/reading/${id}/roster`);
      const weeks = owner.getByRole('listitem').filter({ hasText: '起一周' });
      const first = weeks.first();
      // What the phone kept of the roster is a week old: it shows until the answer is there.
      await expect(weeks.nth(1)).toContainText('今天');
      await first.getByRole('button', { name: '记下已主持' }).click();
      await pictures(owner, 'reading-held');
      await owner.getByRole('button', { name: '记下', exact: true }).click();
      await expect(first).toContainText('已主持');
      await first.getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '撤销“已主持”' }).click();
      await owner.getByLabel('原因').fill('点早了。');
      await owner.getByRole('dialog').getByRole('button', { name: '撤销“已主持”' }).click();
      await expect(first).toContainText('未开始');
      await at(owner, `/reading/${id}/digests`);
      await expect(owner.getByRole('listitem').filter({ hasText: '第2周' })).toBeVisible();
      await owner.getByRole('button', { name: /^写小结.*第1周/ }).click();
      const words = owner.getByLabel('小结', { exact: true });
      await expect(words).toHaveValue(new RegExp(`^本周领读\n${convener}：先说为什么读这本书`));
      await words.press('ControlOrMeta+End');
      await words.pressSequentially(`\n这一周开了头。`);
      await owner.getByRole('button', { name: '发布小结' }).click();
      const week = owner.getByRole('listitem').filter({ hasText: '第1周' });
      await expect(week).toContainText('小结已发布');
      await expect(week).toContainText('发言 1/2 人');
      await week.getByText('看小结').click();
      await expect(week).toContainText('这一周开了头。');
      await pictures(owner, 'reading-digest-first');
    });

    test("the second week is the other's: the phone says so, and he leads", async () => {
      await at(other, '/');
      await other
        .getByRole('region', { name: '今天的读书群' })
        .getByRole('link', { name: /今天由您主持/ })
        .click();
      await other.getByRole('button', { name: '发言', exact: true }).click();
      await other.getByRole('radio', { name: '领读' }).check();
      await other.getByRole('button', { name: '好', exact: true }).click();
      await say(other, lead2);
      await at(owner, `/reading/${id}`);
      await expect(owner.getByRole('listitem').filter({ hasText: lead2 })).toContainText('领读');
    });

    test('what a guest writes waits until the owner lets it be seen, on his phone', async () => {
      await at(third, '/reading');
      await third.getByRole('link', { name: theme }).click();
      await third.getByRole('button', { name: '加入读书群' }).click();
      await say(third, held);
      await expect(third.getByRole('listitem').filter({ hasText: held })).toContainText('等待审核');
      await at(other, `/reading/${id}`);
      await expect(other.getByText(lead).first()).toBeVisible();
      await at(owner, '/');
      await owner.getByRole('listitem').filter({ hasText: theme }).getByRole('link', { name: '审核发言' }).click();
      const card = owner.getByRole('listitem').filter({ hasText: held });
      await expect(card).toContainText('特邀读者发言，先审后显');
      await pictures(owner, 'reading-moderation');
      await card.getByRole('button', { name: '通过，显示' }).click();
      await expect(card).toHaveCount(0);
      await at(other, `/reading/${id}`);
      await expect(other.getByRole('listitem').filter({ hasText: held })).not.toContainText('等待审核');
      await at(owner, `/reading/${id}/roster`);
      await owner.getByRole('button', { name: /^更多/ }).first().click();
      await owner.getByRole('button', { name: '改由他人主持' }).click();
      await owner.getByLabel('按姓名查找成员').fill(guest);
      await expect(owner.getByText('群里没有这个姓名的人。')).toBeVisible();
    });

    test('a reported post is kept by the secretary, with the reason in sight', async () => {
      await at(third, `/reading/${id}`);
      await third.getByRole('listitem').filter({ hasText: lead2 }).getByRole('button', { name: /^更多/ }).click();
      await third.getByRole('button', { name: '反映问题' }).click();
      await third.getByLabel('有什么问题').fill('是不是跑题了？');
      await third.getByRole('dialog').getByRole('button', { name: '反映问题' }).click();
      await expect(third.getByRole('dialog')).toHaveCount(0);
      await at(other, '/reading/moderation');
      const card = other.getByRole('listitem').filter({ hasText: lead2 });
      await expect(card).toContainText('有人反映：是不是跑题了？');
      await card.getByRole('button', { name: '没有问题，保留' }).click();
      await expect(card).toHaveCount(0);
    });

    test('a note written without a signal is sent once, praised and raised; who has muted the group hears his name', async () => {
      await at(other, `/reading/${id}`);
      await other.getByRole('button', { name: '未读提醒' }).click();
      await other.getByLabel('免打扰：不计未读').check();
      await other.getByRole('button', { name: '保存' }).click();
      await other.context().setOffline(true);
      await other.getByRole('button', { name: '发言', exact: true }).click();
      await other.getByRole('radio', { name: '读书笔记' }).check();
      await other.getByRole('button', { name: '好', exact: true }).click();
      await other.getByLabel('写发言').fill(note);
      await other.getByRole('button', { name: '发送' }).click();
      await expect(other.getByText('在本机，尚未发送；联网后自动发送')).toBeVisible();
      await other.context().setOffline(false);
      await at(owner, `/reading/${id}`);
      const line = owner.getByRole('listitem').filter({ hasText: note });
      await expect(line).toHaveCount(1, { timeout: 30_000 });
      await line.getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '评为优秀' }).click();
      await expect(line).toContainText('优秀');
      await goTo(office.page, 'reading/excellent');
      const card = office.page.getByRole('region', { name: `${member}的发言` }).filter({ hasText: note });
      await card.getByRole('button', { name: '认定', exact: true }).click();
      await expect(card).toHaveCount(0);
      await owner.getByRole('button', { name: '@提到' }).click();
      await owner.getByLabel('按姓名查找成员').fill('读书人');
      await owner.getByRole('dialog').getByRole('button', { name: member }).click();
      await owner.getByLabel('写发言').press('End');
      await owner.getByLabel('写发言').pressSequentially('写得好。');
      await owner.getByRole('button', { name: '发送' }).click();
      await expect(owner.getByText(`@${member} 写得好。`)).toBeVisible();
      await expect(async () => {
        await at(other, '/reading');
        await expect(other.getByRole('link', { name: theme })).toContainText('有人提到您', { timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
      await at(other, `/reading/${id}`);
      const mine = other.getByRole('listitem').filter({ hasText: note });
      await mine.getByRole('button', { name: /^更多/ }).click();
      await other.getByRole('button', { name: '转为提案' }).click();
      await expect(other.getByLabel('情况')).toHaveValue(note);
      await at(other, '/reading');
      await other.getByRole('link', { name: '我的笔记' }).click();
      const kept = other.getByRole('listitem').filter({ hasText: note });
      await expect(kept).toContainText('已认定');
      await pictures(other, 'reading-notes');
      await kept.getByRole('link', { name: `到读书群“${theme}”` }).click();
      await expect(other.getByRole('heading', { name: theme, level: 1 })).toBeVisible();
    });

    test('the host of the second week sums it up, and the owner pauses the group and goes on', async () => {
      await at(other, `/reading/${id}/digests`);
      await expect(other.getByRole('button', { name: /^写小结/ })).toHaveCount(1);
      await other.getByRole('button', { name: /^写小结.*第2周/ }).click();
      const words = other.getByLabel('小结', { exact: true });
      await expect(words).toHaveValue(new RegExp(`^本周领读\n${member}：${lead2.slice(0, 8)}`));
      await expect(words).toHaveValue(new RegExp(`优秀发言摘录\n${member}：${note.slice(0, 6)}`));
      await pictures(other, 'reading-digest-second');
      await other.getByRole('button', { name: '发布小结' }).click();
      const week = other.getByRole('listitem').filter({ hasText: '第2周' });
      await expect(week).toContainText('小结已发布');
      await expect(week).toContainText('发言 3/3 人');
      await at(owner, `/reading/${id}/digests`);
      await expect(owner.getByText('小结已发布')).toHaveCount(2);
      await expect(owner.getByRole('button', { name: /^写小结/ })).toHaveCount(0);
      await at(owner, `/reading/${id}/run`);
      await owner.getByRole('button', { name: '暂停读书群' }).click();
      await owner.getByLabel('原因').fill('全会期间暂停。');
      await owner.getByRole('dialog').getByRole('button', { name: '暂停读书群' }).click();
      await expect(owner.getByText('读书群已暂停：全会期间暂停。')).toBeVisible();
      await owner.getByRole('button', { name: '恢复读书群' }).click();
      await expect(owner.getByText(/进行中/)).toBeVisible();
    });

    test('he wraps it up once asked, writes what came of it, and closes it', async () => {
      await owner.getByRole('button', { name: '进入总结' }).click();
      await expect(owner.getByRole('dialog')).toContainText('不再发言');
      await owner.getByRole('dialog').getByRole('button', { name: '进入总结' }).click();
      await owner.getByRole('button', { name: '恢复发言' }).click();
      await owner.getByLabel('原因').fill('还要再读一周。');
      await owner.getByRole('dialog').getByRole('button', { name: '恢复发言' }).click();
      await expect(owner.getByText(/进行中/)).toBeVisible();
      await owner.getByRole('button', { name: '进入总结' }).click();
      await owner.getByRole('dialog').getByRole('button', { name: '进入总结' }).click();
      await owner.getByRole('button', { name: '写期总结' }).click();
      await owner.getByRole('textbox', { name: '期总结' }).fill(`两周读完一本书。（${stamp}）`);
      await owner.getByRole('button', { name: '保存' }).click();
      await at(other, `/reading/${id}`);
      await expect(other.getByText(`两周读完一本书。（${stamp}）`)).toBeVisible();
      await expect(other.getByRole('link', { name: '群务' })).toBeVisible();
      await at(owner, `/reading/${id}/run`);
      await owner.getByRole('button', { name: '结束读书群' }).click();
      await owner.getByRole('dialog').getByRole('button', { name: '结束读书群' }).click();
      await expect(owner.getByText(/已结束/).first()).toBeVisible();
      await pictures(owner, 'reading-closed');
    });
  });

/** So many days of this week are over in China. */
function sinceMonday(): number {
  return (new Date(day(0)).getUTCDay() + 6) % 7;
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('写发言').fill(words);
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page.getByText(words).first()).toBeVisible();
}
