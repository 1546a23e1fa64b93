import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { browser } from '../src/browser';
import { staff } from '../src/demo';
import { Desk } from '../src/desk';
import { memberOfTwo, seatTwice } from '../src/office';
import { layPapers } from '../src/papers';
import { fieldOf, logInOnPhone } from '../src/people';
import { service } from '../src/stand';
import { WeakLink } from '../src/weak';

const starts = 3;
const theme = '读《乡土中国》，谈基层治理';
const rows = fileURLToPath(new URL('../target/weak.json', import.meta.url));

/** A telephone that keeps what a browser keeps when it is closed, on a road of its own. */
class Phone {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tongxin-phone-'));
  private context: BrowserContext | null = null;

  constructor(private readonly link: WeakLink) {}

  async open(offline = false): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...(await browser()),
      proxy: { server: this.link.address },
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      offline,
    });
    return this.context.pages()[0] ?? this.context.newPage();
  }

  async network(state: 'weak' | 'down'): Promise<void> {
    this.link.become(state);
    await this.context?.setOffline(state === 'down');
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  async throwAway(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

test.describe('on a weak network', () => {
  let link: WeakLink;
  let phone: Phone;

  test.beforeAll(async ({ browser: office }) => {
    test.setTimeout(600_000);
    await layPapers(office);
    await seatTwice(office);
    link = await WeakLink.open();
    phone = new Phone(link);
    const page = await phone.open();
    await page.goto(`${service()}/m/`);
    await logInOnPhone(page, memberOfTwo.phone);
    await shellIsKept(page);
    await phone.close();
  });
  test.afterAll(async () => {
    await phone.throwAway();
    await link.close();
  });

  test('home is usable from a warm start', { tag: '@measured' }, async () => {
    test.setTimeout(300_000);
    const seconds: number[] = [];
    for (let start = 0; start < starts; start += 1) {
      link.become('weak');
      const page = await phone.open();
      const began = Date.now();
      await page.goto(`${service()}/m/`, { waitUntil: 'commit' });
      await homeIsUsable(page);
      seconds.push((Date.now() - began) / 1000);
      await page.getByRole('link', { name: '提案', exact: true }).click();
      await expect(page.getByRole('button', { name: '写提案' })).toBeVisible();
      await phone.close();
    }
    await phone.network('down');
    const page = await phone.open(true);
    await page.goto(`${service()}/m/`, { waitUntil: 'commit' });
    await homeIsUsable(page);
    await expect(page.getByText('离线，已保存在本机')).toBeVisible();
    await phone.close();
    write('weak.home_s', 's', seconds);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(5);
  });

  test('what is written is neither lost nor doubled, whatever the network, the browser and the seat do', async ({
    browser: office,
  }) => {
    test.setTimeout(600_000);
    const mark = Date.now() % 1_000_000;
    const notes = ['第一条：答复丢了', '第二条：离线写的', '第三条：也是离线写的'].map((text) => `${text}（${mark}）`);
    const half = `写了一半的话（${mark}）`;
    const draft = `关于改善高寒地区村级网络的提案（${mark}）`;

    link.become('weak');
    let page = await phone.open();
    await page.goto(`${service()}/m/#/reading`, { waitUntil: 'commit' });
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${theme} (\\d+ 条未读 )?《`) })
      .click();
    const join = page.getByRole('button', { name: '加入读书群' });
    await expect(join.or(page.getByLabel('写发言'))).toBeVisible();
    if (await join.isVisible()) await join.click();
    await expect(page.getByLabel('写发言')).toBeVisible();
    const group = new URL(page.url()).hash;
    link.loseAnswerOf(/\/posts$/);
    await send(page, notes[0]);
    await expect.poll(() => link.lost.after).toBeGreaterThan(0);

    await phone.network('down');
    await send(page, notes[1]);
    await send(page, notes[2]);
    await expect(page.getByText('在本机，尚未发送').first()).toBeVisible();
    await page.getByLabel('写发言').fill(half);
    await page.goto(`${service()}/m/#/proposals`);
    await page.getByRole('button', { name: '写提案' }).click();
    await page.getByLabel('案由（标题）').fill(draft);
    await expect(page.getByText('（本机）')).toBeVisible();
    // What is listed as unsent is read from what the phone has kept: only then is it closed.
    await page.goto(`${service()}/m/#/me/unsent`);
    for (const words of [...notes.slice(1), half, draft]) await expect(page.getByText(words)).toBeVisible();
    await phone.close();

    page = await phone.open(true);
    await page.goto(`${service()}/m/${group}`, { waitUntil: 'commit' });
    await expect(page.getByText(notes[2] ?? '')).toBeVisible();
    await expect(page.getByText(notes[1] ?? '')).toBeVisible();
    await expect(page.getByLabel('写发言')).toHaveValue(half);
    await page.goto(`${service()}/m/#/proposals`);
    await expect(page.getByText(draft)).toBeVisible();

    await page.goto(`${service()}/m/#/me`);
    await page.getByRole('button', { name: '切换身份' }).click();
    await page.getByRole('button', { name: /康定/ }).click();
    await phone.network('weak');
    await page.goto(`${service()}/m/#/me/unsent`);
    await expect(page.getByText(half)).toBeVisible({ timeout: 60_000 });
    const desk = await Desk.of(office, staff.username);
    await expect
      .poll(async () => (await postsOf(desk, notes)).length, { timeout: 120_000 })
      .toBeGreaterThanOrEqual(notes.length);
    await expect(page.getByText('在本机，尚未发送；联网后自动发送')).toHaveCount(0, { timeout: 60_000 });
    await phone.close();

    // The road is still by now: whatever would have arrived twice is here.
    const found = await postsOf(desk, notes);
    await desk.close();
    expect(found.map(({ text }) => text)).toEqual(notes);
    expect(new Set(found.map(({ author }) => author))).toEqual(new Set([memberOfTwo.name]));
    const times = notes.map((note) => found.filter(({ text }) => text === note).length);
    write('weak.lost', 'notes', [times.filter((count) => count === 0).length]);
    write('weak.double', 'notes', [times.reduce((sum, count) => sum + Math.max(0, count - 1), 0)]);
  });
});

async function shellIsKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), { timeout: 60_000 })
    .toBe(true);
}

/** What must be done is there, nothing is loading, and the other places can be gone to. */
async function homeIsUsable(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '待办' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('status', { name: '正在加载' })).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('link', { name: '提案', exact: true })).toBeVisible();
}

async function send(page: Page, words = ''): Promise<void> {
  await page.getByLabel('写发言').fill(words);
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
}

/** The group's posts that are these notes, in the group's own order. */
async function postsOf(office: Desk, notes: readonly string[]): Promise<Array<{ text: string; author: string }>> {
  const groups = await office.items('/reading-groups?limit=100');
  const path = `/reading-groups/${fieldOf(
    groups.find((each) => fieldOf(each, 'theme') === theme),
    'id',
  )}/posts`;
  const found: Array<{ text: string; author: string }> = [];
  for (let after = 0; ; ) {
    const posts = await office.items(`${path}?after=${after}&limit=100`);
    if (posts.length === 0) break;
    after = Math.max(...posts.map((post) => Number(fieldOf(post, 'seq'))));
    for (const post of posts) found.push({ text: fieldOf(post, 'text'), author: fieldOf(post, 'authorName') });
  }
  return found.filter(({ text }) => notes.includes(text));
}

const measured = new Map<string, unknown>();

/** A line as bin/bench prints and keeps it. */
function write(name: string, unit: string, samples: number[]): void {
  const middle = [...samples].sort((one, other) => one - other)[Math.floor(samples.length / 2)];
  measured.set(name, { name, value: middle, unit, samples, errors: 0 });
  mkdirSync(fileURLToPath(new URL('../target', import.meta.url)), { recursive: true });
  writeFileSync(rows, `${JSON.stringify([...measured.values()], null, 2)}\n`);
}
