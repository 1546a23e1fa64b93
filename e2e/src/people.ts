import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { outside, service } from './stand';

const password = 'Tongxin-2026';

async function json(address: string): Promise<unknown> {
  const answer = await fetch(address);
  expect(answer.ok, address).toBe(true);
  return answer.json();
}

export function fieldOf(value: unknown, name: string): string {
  const entry =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name) : null;
  return entry ? String(entry[1]) : '';
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** What Keycloak left with those who have logged in: it asks them once in a run, as once in a morning. */
const loggedIn = new Map<string, Cookies>();
const desks = new WeakMap<Page, string>();
const tokens = new WeakMap<Page, string>();

/** Somebody at a desk: Keycloak's own pages, with the password and, where the work asks for it, the second factor. */
export async function atDesk(browser: Browser, username: string): Promise<Page> {
  return atConsole(await browser.newContext({ viewport: { width: 1440, height: 900 } }), username);
}

/** The console on a telephone, as a clerk has it with him out of the office. */
export async function atConsoleOnPhone(browser: Browser, username: string): Promise<Page> {
  return atConsole(await phoneContext(browser), username);
}

async function atConsole(context: BrowserContext, username: string): Promise<Page> {
  await context.addCookies(loggedIn.get(username) ?? []);
  const page = await context.newPage();
  desks.set(page, username);
  page.on('request', (request) => {
    const { authorization } = request.headers();
    if (authorization) tokens.set(page, authorization);
  });
  await page.goto(`${service()}/console/`);
  await settle({ page, username });
  loggedIn.set(username, await context.cookies());
  return page;
}

/** The same person at a desk where he has not logged in yet. */
export function atAnotherDesk(browser: Browser, username: string): Promise<Page> {
  loggedIn.delete(username);
  return atDesk(browser, username);
}

/** What a page of the console last showed for its person. */
export async function tokenOf(page: Page): Promise<string> {
  await expect.poll(() => tokens.has(page)).toBe(true);
  return tokens.get(page) ?? '';
}

/** Another page of the console. Tokens live in the page alone, so Keycloak is asked again on the way. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${service()}/console/${path}`);
  await settle({ page, username: desks.get(page) ?? '' }, inside(page, path));
}

/** Turns to another page of the console without leaving it, as its menu and links do. */
export async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`__TSR_ROUTER__.navigate({ href: ${JSON.stringify(`/console/${path}`)} })`);
  await settle({ page, username: desks.get(page) ?? '' }, inside(page, path));
}

/** Chooses in a dialog, again where the dialog was still moving between press and release: no click comes of that. */
export async function tick(option: Locator): Promise<void> {
  await expect(() => option.check()).toPass({ timeout: 30_000 });
}

/** The operator has no seat that would ask for the second factor before the page is drawn: his table does. */
const inside = (page: Page, path: string) => page.locator(path === 'operator' ? 'main td' : 'main h1').first();

/** The window of the curtain: password and second factor, until it closes by itself. */
export async function logInAgain(popup: Page, username: string): Promise<void> {
  const closed = popup.waitForEvent('close', { timeout: 60_000 });
  await popup.locator('input[name=username]').fill(username);
  await popup.locator('input[name=password]').fill(password);
  await popup.locator('[type=submit]').first().click();
  await popup.locator('input[name=otp]').fill(fieldOf(await json(`${outside()}/codes`), username));
  await popup.locator('[type=submit]').first().click();
  await closed;
}

/** Answers what stands between a person and the work: the password, the second factor, the privacy notice. */
async function settle({ page, username }: { page: Page; username: string }, place = inside(page, '')): Promise<void> {
  const name = page.locator('input[name=username]');
  const otp = page.locator('input[name=otp]');
  const consent = page.getByRole('button', { name: '已阅读并同意' });
  for (;;) {
    await expect(name.or(otp).or(consent).or(place).first()).toBeVisible({ timeout: 60_000 });
    if (await name.isVisible()) {
      await name.fill(username);
      await page.locator('input[name=password]').fill(password);
      await page.locator('[type=submit]').first().click();
      await expect(name).toBeHidden({ timeout: 30_000 });
    } else if (await otp.isVisible()) {
      await otp.fill(fieldOf(await json(`${outside()}/codes`), username));
      await page.locator('[type=submit]').first().click();
      await expect(otp).toBeHidden({ timeout: 30_000 });
    } else if (await consent.isVisible()) {
      await consent.click();
      await expect(consent).toBeHidden();
    } else return;
  }
}

export function phoneContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
}

/** Asks for a code as a person does: again, when the service says that it was too soon. */
export async function askCode(page: Page, phone: string): Promise<string> {
  const before = await messagesTo(phone);
  const ask = page.getByRole('button', { name: '获取验证码' });
  await page.getByLabel('手机号').fill(phone);
  let code = '';
  await expect(async () => {
    if ((await messagesTo(phone)) === before && (await ask.isEnabled())) await ask.click({ timeout: 1000 });
    const messages = await json(`${outside()}/sms/messages?phone=${phone}`);
    if (!Array.isArray(messages) || messages.length <= before) throw new Error('No message yet.');
    code = fieldOf(messages[messages.length - 1], 'code');
  }).toPass({ timeout: 30_000 });
  return code;
}

async function messagesTo(phone: string): Promise<number> {
  const messages = await json(`${outside()}/sms/messages?phone=${phone}`);
  return Array.isArray(messages) ? messages.length : 0;
}

/** A member with a phone: a number, six digits, the privacy notice once. */
export async function onPhone(browser: Browser, phone: string): Promise<Page> {
  const context = await phoneContext(browser);
  const page = await context.newPage();
  await page.goto(`${service()}/m/`);
  await logInOnPhone(page, phone);
  return page;
}

export async function logInOnPhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel('验证码').fill(await askCode(page, phone));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const consent = page.getByLabel('我已阅读并同意以上说明');
  await expect(
    consent.or(page.getByRole('heading', { name: '请选择身份' })).or(page.getByRole('heading', { name: '待办' })),
  ).toBeVisible();
  if (await consent.isVisible()) {
    await consent.check();
    await page.getByRole('button', { name: '继续' }).click();
  }
  const committee = page.getByRole('button', { name: /甘孜/ });
  await expect(committee.or(page.getByRole('heading', { name: '待办' })).first()).toBeVisible();
  if (await page.getByRole('heading', { name: '请选择身份' }).isVisible()) await committee.click();
  await expect(page.getByRole('heading', { name: '待办' })).toBeVisible();
}

/** A member's phone with the letters as they want them; the choice is the person's own and stays with them. */
export async function onPhoneOf(browser: Browser, number: string, large: boolean): Promise<Page> {
  const page = await onPhone(browser, number);
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByLabel('长辈版（大字）').setChecked(large);
  await expect(page.locator('html')).toHaveAttribute('data-size', large ? 'large' : 'normal');
  return page;
}

/** A page of the phone's, as it is now. */
export async function at(page: Page, path: string): Promise<void> {
  await page.goto(`${service()}/m/#${path}`);
  await page.reload();
}
