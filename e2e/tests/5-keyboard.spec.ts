import { expect, type Locator, type Page, test } from '@playwright/test';
import { pictures } from '../src/checks';
import { memberOfTwo, seatTwice } from '../src/office';
import { layPapers } from '../src/papers';
import { onPhone } from '../src/people';
import { service } from '../src/stand';

/** Each place, and the heading by which one knows to be there. */
const places = [
  ['/', '首页'],
  ['/proposals', '提案'],
  ['/opinions', '社情民意信息'],
  ['/reading', '读书'],
  ['/me', '我的'],
  ['/me/unsent', '未发出的内容'],
  ['/me/ways-in', '登录方式'],
  ['/me/devices', '登录的设备'],
  ['/me/privacy', '隐私说明'],
  ['/me/complaints', '意见建议'],
  ['/me/about', '关于'],
] as const;

test.describe('the phone by keyboard and by ear', () => {
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(600_000);
    await layPapers(browser);
    await seatTwice(browser);
    page = await onPhone(browser, memberOfTwo.phone);
  });
  test.afterAll(() => page.context().close());

  test('every control is reached by Tab, says what it is and shows where one stands', async () => {
    test.setTimeout(300_000);
    for (const [place, heading] of places) {
      await page.goto(`${service()}/m/#${place}`);
      await expect(page.getByRole('heading', { name: heading, level: 1, exact: true })).toBeAttached();
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('status', { name: '正在加载' })).toHaveCount(0);
      expect(await missed(page), place).toEqual([]);
    }
  });

  test('a reading group, its roster and digests, and a book are gone through by Tab', async () => {
    test.setTimeout(300_000);
    await page.goto(`${service()}/m/#/reading`);
    const line = page.getByRole('main').getByRole('link', { name: /谈基层治理/ });
    const others = page.getByRole('button', { name: '查看其他读书群' });
    await expect(line.or(others).first()).toBeVisible();
    if (!(await line.first().isVisible())) await others.click();
    await line.first().focus();
    await page.keyboard.press('Enter');
    const join = page.getByRole('button', { name: '加入读书群' });
    await expect(join.or(page.getByLabel('写发言')).first()).toBeVisible();
    if (await join.isVisible()) await join.press('Enter');
    await page.getByLabel('写发言').focus();
    const words = `用键盘写的一句。（${Date.now() % 1_000_000}）`;
    await page.keyboard.insertText(words);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const own = page.getByRole('listitem').filter({ hasText: words });
    await expect(own.getByRole('button', { name: /^更多/ })).toBeVisible();
    const group = new URL(page.url()).hash.slice(1);
    expect(await missed(page), 'the talk').toEqual([]);

    for (const [name, close] of [
      ['发言', '好'],
      ['@提到', '取消'],
      ['话题', '取消'],
    ] as const) {
      const opener = page.getByRole('button', { name, exact: true });
      await staysInside(page, opener, close);
    }
    await staysInside(page, own.getByRole('button', { name: /^更多/ }), '取消');
    await staysInside(page, page.getByRole('button', { name: /^大字阅读/ }).first(), '返回');

    for (const [place, heading] of [
      [`${group}/roster`, '轮值表'],
      [`${group}/digests`, '周小结'],
      [`${group}/excellent`, '优秀发言'],
      ['/books', '书目'],
    ] as const) {
      await page.goto(`${service()}/m/#${place}`);
      await expect(page.getByRole('heading', { name: heading, level: 1, exact: true })).toBeAttached();
      await expect(page.getByRole('status', { name: '正在加载' })).toHaveCount(0);
      expect(await missed(page), place).toEqual([]);
    }
    await page.getByRole('link', { name: /雪域高原风物记/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '我的阅读进度' })).toBeVisible();
    expect(await missed(page), 'a book').toEqual([]);
  });

  test('a page that opens is named in the window and read first', async () => {
    await page.goto(`${service()}/m/#/me`);
    const way = page.getByRole('link', { name: '登录的设备' });
    await way.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '登录的设备', level: 1 })).toBeFocused();
    await expect(page).toHaveTitle('登录的设备 · 同心');
  });

  test('a proposal is written, asked about and let be without touching the screen', async () => {
    await page.goto(`${service()}/m/#/proposals`);
    await page.getByRole('button', { name: '写提案' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('案由（标题）').focus();
    await page.keyboard.type('关于村道照明的提案');
    await page.getByLabel('情况').focus();
    await page.keyboard.insertText('村道夜间没有照明，行人和摩托车容易出事。'.repeat(6));
    await page.getByLabel('建议 1').focus();
    await page.keyboard.type('装太阳能路灯。');
    await page.getByLabel(/我确认内容不涉及/).focus();
    await page.keyboard.press('Space');
    const submit = page.getByRole('button', { name: '提交提案' });
    await submit.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      await expect(dialog.locator(':focus')).toHaveCount(1);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(submit).toBeFocused();
    await page.getByRole('button', { name: '删除草稿' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '写提案' })).toBeVisible();
  });
});

/** Screens that are there only at times. */
test('seats to choose from, what is not sent, both texts of a conflict', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await onPhone(browser, memberOfTwo.phone);
  await page.goto(`${service()}/m/#/me`);
  await page.getByRole('button', { name: '切换身份' }).click();
  await expect(page.getByRole('heading', { name: '请选择身份' })).toBeVisible();
  await pictures(page, 'seats');
  await page.getByRole('button', { name: /甘孜/ }).click();

  const title = '关于牧道养护的提案';
  await page.goto(`${service()}/m/#/proposals`);
  await page.getByRole('button', { name: '写提案' }).click();
  await page.getByLabel('案由（标题）').fill(title);
  await page.getByLabel('情况').fill('牧道冬季结冰。');
  await page.getByLabel('情况').blur();
  await expect(page.getByText('（已同步）')).toBeVisible({ timeout: 30_000 });
  const draft = page.url();
  const other = await onPhone(browser, memberOfTwo.phone);
  await other.goto(draft);
  await other.getByLabel('情况').fill('牧道春季塌方。');
  await other.getByLabel('情况').blur();
  await expect(other.getByText('（已同步）')).toBeVisible({ timeout: 30_000 });
  await other.context().close();

  await page.context().setOffline(true);
  await page.getByLabel('情况').fill('牧道冬季结冰，雪后难行。');
  await expect(page.getByText('（本机）')).toBeVisible();
  await page.goto(`${service()}/m/#/me/unsent`);
  await expect(page.getByText(title)).toBeVisible();
  await pictures(page, 'me-unsent-drafts');
  await page.context().setOffline(false);
  await page.goto(draft);
  await expect(page.getByText('牧道春季塌方。')).toBeVisible();
  await expect(page.getByText('牧道冬季结冰，雪后难行。')).toBeVisible();
  await pictures(page, 'conflict');
  await page.getByLabel('两边都留下').check();
  await page.getByRole('button', { name: '就按选择的保存' }).click();
  await expect(page.getByLabel('情况')).toHaveValue(/牧道春季塌方。\s+牧道冬季结冰，雪后难行。/);
  await page.getByRole('button', { name: '删除草稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await page.context().close();
});

/** Opened by a key, the sheet keeps the keyboard however often Tab is pressed, and gives it back. */
async function staysInside(page: Page, opener: Locator, close: string): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(page.getByRole('status', { name: '正在加载' })).toHaveCount(0);
  const stops = await dialog.locator('button, a[href], input, textarea').count();
  for (let step = 0; step < stops + 3; step += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await dialog.getByRole('button', { name: close, exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
}

/** What Tab does not come to, what has no name, and where the place of the focus cannot be seen. */
async function missed(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  const wanted = await page.evaluate(markControls);
  const found = new Set<string>();
  const faults: string[] = [];
  for (let step = 0; step < wanted.length + 5 && found.size < wanted.length; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(whereIStand);
    if (!stop) continue;
    found.add(stop.mark);
    if (!stop.seen) faults.push(`no focus to be seen: ${stop.name}`);
  }
  for (const { mark, name } of wanted) {
    if (!found.has(mark)) faults.push(`not reached: ${name}`);
    if (!name) faults.push('no name');
  }
  return faults;
}

/* What follows runs inside the page and can call nothing outside of itself. */

function markControls(): Array<{ mark: string; name: string }> {
  const seen = new Set<string>();
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')]
    .filter((control) => control.getClientRects().length > 0 && !control.matches(':disabled'))
    .filter((control) => {
      const group = control.matches('[type=radio]') ? (control.getAttribute('name') ?? '') : '';
      if (group && seen.has(group)) return false;
      seen.add(group);
      return true;
    })
    .map((control, index) => {
      control.dataset.stop = String(index);
      const labels =
        control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.labels : null;
      const name = control.getAttribute('aria-label') ?? (labels?.[0]?.textContent || control.textContent) ?? '';
      return { mark: String(index), name: name.trim() };
    });
}

function whereIStand(): { mark: string; name: string; seen: boolean } | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at.dataset.stop === undefined) return null;
  const styles = [at, at.nextElementSibling, at.closest('label')].flatMap((each) =>
    each ? [getComputedStyle(each)] : [],
  );
  const seen = styles.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
  return { mark: at.dataset.stop, name: at.textContent?.trim() ?? '', seen };
}
