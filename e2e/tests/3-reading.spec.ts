import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { picture, pictures } from '../src/checks';
import { day } from '../src/day';
import { admin, member, reader, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { fieldOf, goTo, onPhone } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const kind = '共读《乡土中国》两周';
const theme = `${kind}（${stamp}）`;
const watched = `某某项目${stamp}`;

/** Two phones and the office over the two weeks of a reading group. */
test.describe
  .serial('a reading group of two weeks', () => {
    let owner: Page;
    let other: Page;
    let office: Desk;
    let path = '';
    let before: unknown;

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      owner = await onPhone(browser, reader.phone);
      other = await onPhone(browser, member.phone);
      path = await opened(office, browser);
    });
    test.afterAll(async ({ browser }) => {
      if (before !== undefined) await watch(browser, before);
      for (const page of [owner, other]) await page?.context().close();
      await office?.close();
    });

    test('the owner opens it with a lead post, and the other phone hears it', async () => {
      await openGroup(other);
      await openGroup(owner);
      await expect(owner.getByText(/今天由您主持/)).toBeVisible();
      await owner.getByRole('button', { name: '发言', exact: true }).click();
      await owner.getByRole('radio', { name: '领读' }).check();
      await owner.getByLabel('话题（可不填）').fill('礼治秩序');
      await pictures(owner, 'reading-compose');
      await owner.getByRole('button', { name: '好', exact: true }).click();
      await say(owner, '这两周读《礼治秩序》，请大家谈谈村规民约靠什么管用。');
      await expect(other.getByText('这两周读《礼治秩序》，请大家谈谈村规民约靠什么管用。')).toBeVisible();
      await expect(other.getByRole('button', { name: '＃礼治秩序' })).toBeVisible();
    });

    test('one host asks the other to take over, who agrees, and the owner confirms', async () => {
      await goToRoster(owner);
      await pictures(owner, 'reading-roster');
      await owner.getByRole('button', { name: '请人代为主持' }).first().click();
      await owner.getByRole('dialog').getByRole('button', { name: member.name }).click();
      await expect(owner.getByText('等对方同意')).toBeVisible();
      await goToRoster(other);
      await other.getByRole('button', { name: '同意', exact: true }).click();
      await expect(other.getByText('对方已同意，等确认')).toBeVisible();
      await owner.reload();
      await owner.getByRole('button', { name: '确认', exact: true }).click();
      await expect(owner.getByText(new RegExp(`主持 ${member.name}`)).first()).toBeVisible();
      await expect(owner.getByText('等确认')).toBeHidden();
    });

    test('who has muted the group still hears that he is mentioned', async () => {
      await openGroup(other);
      await other.getByRole('button', { name: '未读提醒' }).click();
      await other.getByLabel('免打扰：不计未读').check();
      await pictures(other, 'reading-hearing');
      await other.getByRole('button', { name: '保存' }).click();
      await expect(other.getByRole('button', { name: '已免打扰' })).toBeVisible();
      await other.goto(`${service()}/m/#/reading`);

      await openGroup(owner);
      await say(owner, '这一句没有提到谁。');
      await owner.getByRole('button', { name: '@提到' }).click();
      await owner.getByRole('dialog').getByRole('button', { name: member.name }).click();
      await owner.getByLabel('写发言').press('End');
      await owner.getByLabel('写发言').pressSequentially('您那里是怎么做的？');
      await owner.getByRole('button', { name: '发送' }).click();
      await expect(owner.getByText(`@${member.name} 您那里是怎么做的？`)).toBeVisible();

      await expect(async () => {
        await other.reload();
        const line = other.getByRole('link', { name: theme });
        await expect(line).toContainText('有人提到您');
        await expect(line).toContainText('1 条未读');
      }).toPass({ timeout: 20_000 });
      await expect(async () => {
        await other.goto(`${service()}/m/#/`);
        await other.reload();
        await expect(other.getByText(`${reader.name}在读书群“${theme}”中提到了您`)).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
    });

    test('a note written without a signal is sent once, and the other phone hears it', async () => {
      await openGroup(other);
      await other.context().setOffline(true);
      await other.getByRole('button', { name: '发言', exact: true }).click();
      await other.getByRole('radio', { name: '读书笔记' }).check();
      await other.getByRole('button', { name: '好', exact: true }).click();
      const note = `规矩是商量出来的，不是贴出来的。（${stamp}）`;
      await say(other, note);
      await expect(other.getByText('在本机，尚未发送；联网后自动发送')).toBeVisible();
      await logOutAsked(other);
      await other.context().setOffline(false);
      await expect(owner.getByText(note)).toHaveCount(1, { timeout: 30_000 });
      await expect(other.getByText('在本机，尚未发送；联网后自动发送')).toBeHidden({ timeout: 30_000 });
      // What comes after it has come, so a second one would have come as well.
      const next = `这一条写得好。（${stamp}）`;
      await say(owner, next);
      await expect(other.getByText(next)).toBeVisible();
      for (const page of [owner, other])
        await expect(page.getByRole('listitem').filter({ hasText: note })).toHaveCount(1);
      await owner.getByRole('listitem').filter({ hasText: note }).getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '评为优秀' }).click();
      await expect(other.getByRole('listitem').filter({ hasText: note })).toContainText('优秀');
    });

    test('a post with a watched word waits for the office, and is seen once it is let through', async ({ browser }) => {
      before = await watch(browser, [watched]);
      const words = `听说${watched}要动工了。`;
      await say(other, words);
      for (const page of [other, owner]) {
        const held = page.getByRole('listitem').filter({ hasText: words }).filter({ hasText: '等待审核' });
        await expect(held).toBeVisible();
      }
      await goTo(office.page, 'reading/moderation');
      const card = office.page.getByRole('region', { name: `${member.name}的发言` }).filter({ hasText: words });
      await expect(card).toContainText(`提示词：${watched}`);
      await picture(office.page, 'console', 'reading-moderation');
      await card.getByRole('button', { name: '通过', exact: true }).click();
      await expect(card).toBeHidden();
      await expect(other.getByRole('listitem').filter({ hasText: words })).not.toContainText('等待审核');
    });

    test('the office sees the weeks of all groups, and puts a title on the list that a member confirms', async () => {
      await goTo(office.page, 'reading/roster');
      await expect(office.page.getByRole('rowheader', { name: theme })).toBeVisible();
      await picture(office.page, 'console', 'reading-roster');
      await goTo(office.page, 'reading/required');
      await office.page.getByRole('button', { name: '列入必读书目' }).click();
      const dialog = office.page.getByRole('dialog');
      await dialog.getByLabel('类别').fill('基层治理');
      await dialog.getByLabel('书名或篇名').fill(`礼治秩序 ${stamp}`);
      await dialog.getByRole('button', { name: '列入必读书目' }).click();
      const row = office.page.getByRole('row').filter({ hasText: stamp });
      await expect(row).toContainText('0/');
      await other.goto(`${service()}/m/#/reading/required`);
      const title = other.getByRole('listitem').filter({ hasText: stamp });
      await title.getByRole('button', { name: '我已读完' }).click();
      await expect(title).toContainText('✓ 已读');
      await pictures(other, 'reading-required');
      await goTo(office.page, 'reading/required');
      await expect(row).toContainText('1/');
      await picture(office.page, 'console', 'reading-required');
    });

    test('a pin stands above the talk, and a reply leads to what it answers', async () => {
      const first = `每周四晚八点交流，请先读完一章。（${stamp}）`;
      await openGroup(owner);
      await say(owner, first);
      await owner.getByRole('listitem').filter({ hasText: first }).getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '置顶', exact: true }).click();
      await expect(owner.getByText('置顶 1')).toBeVisible();

      await openGroup(other);
      await other.getByText('置顶 1').click();
      await pictures(other, 'reading-pinned');
      await other.getByRole('button', { name: new RegExp(`^每周四.*${reader.name}`) }).click();
      const pinned = other.locator('.talk > li').filter({ hasText: first });
      await expect(pinned).toBeFocused();
      await pinned.getByRole('button', { name: '回复', exact: true }).click();
      const reply = `我周四要下乡，能不能改到周五？（${stamp}）`;
      await say(other, reply);
      const answer = owner.locator('.talk > li').filter({ hasText: reply });
      await answer.getByRole('button', { name: `回复${reader.name}：${first}` }).click();
      await expect(owner.locator('.talk > li').filter({ hasText: first }).first()).toBeFocused();

      await answer.getByRole('button', { name: /^更多/ }).click();
      await owner.getByRole('button', { name: '隐藏', exact: true }).click();
      await owner.getByLabel('原因（作者会看到）').fill('请私下联系群主');
      await owner.getByRole('button', { name: '隐藏', exact: true }).click();
      await expect(other.getByText('已隐藏：请私下联系群主')).toBeVisible();
      await pictures(other, 'reading-hidden');
    });

    test('a mention on the home leads to the post, topics and excellent posts are lists', async () => {
      await other.goto(`${service()}/m/#/`);
      await other
        .getByRole('link', { name: `${reader.name}在读书群“${theme}”中提到了您` })
        .first()
        .click();
      await expect(other.locator('.talk > li:focus')).toContainText('您那里是怎么做的？');
      await other.getByRole('button', { name: '话题', exact: true }).click();
      await pictures(other, 'reading-topics');
      await other
        .getByRole('dialog')
        .getByRole('button', { name: /^＃礼治秩序/ })
        .click();
      await expect(other.getByRole('heading', { name: '话题：礼治秩序' })).toBeVisible();
      await other.getByRole('button', { name: '看全部发言' }).click();
      await other.getByRole('link', { name: '优秀发言' }).click();
      await expect(other.getByRole('heading', { name: '优秀发言' })).toBeVisible();
      await pictures(other, 'reading-excellent');
      await other.getByRole('link', { name: /^到群里看/ }).click();
      await expect(other.locator('.talk > li:focus')).toContainText('规矩是商量出来的');
    });

    test('the office reads the posts by their marks', async () => {
      await goTo(office.page, `${path.slice(1)}?mark=PINNED`);
      await expect(office.page.getByText('每周四晚八点交流')).toBeVisible();
      await expect(office.page.getByText('请私下联系群主')).toBeHidden();
      await picture(office.page, 'console', 'reading-pinned');
      await office.page.getByText('全部', { exact: true }).click();
      await expect(office.page.getByText('已隐藏：请私下联系群主')).toBeVisible();
      await picture(office.page, 'console', 'reading-posts');
    });

    test('a post in Tibetan and one in Uyghur are drawn as their scripts want it', async () => {
      await openGroup(owner);
      for (const [words, language] of [
        [`كىتاب ئوقۇش گۇرۇپپىسى. ${stamp}`, 'ug'],
        [`དཔེ་ཀློག་པའི་ཚོགས་པ། ${stamp}`, 'bo'],
      ] as const) {
        await say(owner, words);
        const bubble = owner.locator('.bubble').filter({ hasText: words });
        await expect(bubble).toHaveAttribute('lang', language);
        await expect(bubble).toHaveCSS('direction', language === 'ug' ? 'rtl' : 'ltr');
      }
    });

    /** Without a signal one cannot leave; what is unsent is named, and stays. */
    async function logOutAsked(page: Page): Promise<void> {
      await page.goto(`${service()}/m/#/me`);
      await page.getByRole('button', { name: '退出登录' }).click();
      const dialog = page.getByRole('dialog', { name: '还有 1 条内容没有发出' });
      await expect(dialog.getByRole('listitem')).toHaveText([new RegExp(`^${kind}`)]);
      await expect(dialog).toContainText('退出后这些内容仍留在本机');
      await pictures(page, 'log-out-unsent');
      await dialog.getByRole('button', { name: '仍然退出' }).click();
      await expect(dialog.getByRole('alert')).toBeVisible();
      await dialog.getByRole('button', { name: '取消' }).click();
      await expect(dialog).toBeHidden();
      await page.goto(`${service()}/m/#${path}`);
    }

    async function openGroup(page: Page): Promise<void> {
      await page.goto(`${service()}/m/#${path}`);
      await page.reload();
      await expect(page.getByLabel('写发言')).toBeVisible();
    }

    async function goToRoster(page: Page): Promise<void> {
      await page.goto(`${service()}/m/#${path}/roster`);
      await page.reload();
      await expect(page.getByRole('heading', { name: '轮值表' })).toBeVisible();
    }
  });

/** The weeks of earlier runs are given back: nobody hosts two groups in one week. */
async function freeHosts(office: Desk): Promise<void> {
  for (const group of await office.items('/reading-groups?limit=100')) {
    if (['CLOSED', 'ARCHIVED'].includes(fieldOf(group, 'status'))) continue;
    const path = `/reading-groups/${fieldOf(group, 'id')}`;
    const { sessions } = Object(await office.send('GET', `${path}/roster`));
    for (const session of sessions) {
      const isTaken = [reader.name, member.name].includes(fieldOf(session, 'hostName'));
      if (fieldOf(session, 'status') !== 'PLANNED' || !isTaken) continue;
      await office.send('PUT', `${path}/sessions/${fieldOf(session, 'id')}/cancellation`, {
        version: Number(fieldOf(session, 'version')),
        reason: '改到下一次。',
      });
    }
  }
}

/** Planned by the office for the owner, with turns for both weeks, and opened. */
async function opened(office: Desk, browser: Browser): Promise<string> {
  await freeHosts(office);
  const admins = await Desk.of(browser, admin.username);
  const hosts: string[] = [];
  for (const name of [reader.name, member.name]) {
    const found = await admins.items(`/seats?q=${encodeURIComponent(name)}`);
    hosts.push(
      fieldOf(
        found.find((each) => fieldOf(each, 'name') === name),
        'id',
      ),
    );
  }
  await admins.close();
  const made = await office.send('POST', '/reading-groups', {
    id: randomUUID(),
    theme,
    book: '乡土中国',
    introduction: '两周读完，每周一位委员主持。',
    startsOn: day(0),
    endsOn: day(13),
    ownerId: hosts[0],
  });
  const group = `/reading-groups/${fieldOf(made, 'id')}`;
  await office.send('PUT', `${group}/members/${hosts[1]}`);
  await office.send('PUT', `${group}/rotation`, { hostIds: hosts });
  await office.send('PUT', `${group}/opening`);
  return `/reading/${fieldOf(made, 'id')}`;
}

/** Sets the words that the office watches for, and answers those it had before. */
async function watch(browser: Browser, value: unknown): Promise<unknown> {
  const admins = await Desk.of(browser, admin.username);
  const settings = await admins.items('/settings');
  const setting = settings.find((each) => fieldOf(each, 'key') === 'reading.watch-words');
  await admins.send('PUT', '/settings/reading.watch-words', { value, version: Number(fieldOf(setting, 'version')) });
  await admins.close();
  return Object(setting).value;
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('写发言').fill(words);
  await page.getByRole('button', { name: '发送' }).click();
}
