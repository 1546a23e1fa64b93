import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Mode = 'console' | 'console-phone' | 'phone' | 'phone-large';

const least = {
  console: { text: 12, target: 24 },
  'console-phone': { text: 12, target: 44 },
  phone: { text: 14, target: 44 },
  'phone-large': { text: 18, target: 60 },
} as const;

const folder = fileURLToPath(new URL('../target/pictures', import.meta.url));

/** One picture of a screen, and what a script can see of its quality. */
export async function picture(page: Page, mode: Mode, name: string): Promise<void> {
  await settled(page);
  await snapshot(page, mode, name);
  expect.soft(await look(page, mode), `${mode} ${name}`).toEqual({
    overflow: [],
    untranslated: [],
    missingGlyphs: [],
    smallText: [],
    smallTargets: [],
    axe: [],
  });
}

/** The same screen of a phone in normal and in large text. */
export async function pictures(page: Page, name: string): Promise<void> {
  const own = await page.evaluate(() => document.documentElement.dataset.size ?? 'normal');
  for (const mode of ['phone', 'phone-large'] satisfies Mode[]) {
    await page.evaluate(drawnIn, mode === 'phone' ? 'normal' : 'large');
    await picture(page, mode, name);
  }
  await page.evaluate(drawnIn, own);
}

/** The picture alone, as the screen is now. */
export async function snapshot(page: Page, mode: Mode, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  mkdirSync(folder, { recursive: true });
  // A bar that stays on top would otherwise lie across the middle of the whole page.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${folder}/${mode}-${name}.png`, fullPage: true, animations: 'disabled' });
}

/** What a script can see of a screen's quality; each list is empty on a good one. */
export async function look(page: Page, mode: Mode) {
  return {
    overflow: await page.evaluate(overflowing),
    untranslated: await page.evaluate(untranslated),
    missingGlyphs: await page.evaluate(missingGlyphs),
    smallText: await page.evaluate(smallText, least[mode].text),
    smallTargets: await page.evaluate(smallTargets, least[mode].target),
    axe: await serious(page),
  };
}

/** Only that nothing overflows: the words are no language's. */
export async function fits(page: Page, name: string): Promise<void> {
  await settled(page);
  expect.soft(await page.evaluate(overflowing), name).toEqual([]);
}

/** Nothing is loading and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  const loading = page.locator('[role=status][aria-label*="正在加载"], .ant-skeleton, .ant-spin-spinning');
  await page.waitForLoadState();
  do {
    await expect(loading).toHaveCount(0);
    await page.evaluate(still, 250);
  } while ((await loading.count()) > 0);
}

async function serious(page: Page): Promise<string[]> {
  // Nothing here has frames, so axe needs no page of its own to put their answers together.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/* What follows runs inside the page and can call nothing outside of itself. */

/** The size of text, and the boxes of text as high as when they open in it. */
function drawnIn(size: string): void {
  document.documentElement.dataset.size = size;
  for (const box of document.querySelectorAll('textarea')) {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }
}

/** Until nothing in the page has changed for so many milliseconds. */
function still(millis: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, millis);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, millis);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

function overflowing(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.push(`page: ${root.scrollWidth} > ${root.clientWidth}`);
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isHidden = box.width < 2 || style.visibility === 'hidden' || style.clip === 'rect(0px, 0px, 0px, 0px)';
    const scrolls = ['auto', 'scroll'].includes(style.overflowX) || element.matches('input, textarea, select');
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    // A cell without words of its own is looked at as well: a column may be too narrow for what stands in it.
    if (
      isHidden ||
      scrolls ||
      !(hasText || element.matches('td, th')) ||
      element.matches('.ant-table-cell-fix') ||
      style.display === 'inline'
    )
      continue;
    if (element.scrollWidth > element.clientWidth + 1)
      found.push(`${element.className}: ${element.textContent?.slice(0, 40)}`);
  }
  return found;
}

/** Message keys, codes, or holes where a value should be. */
function untranslated(): string[] {
  const text = document.body.innerText;
  const keys = text.match(/(?<![\w./@:-])[a-z][a-zA-Z]*(?:\.[a-zA-Z_]+)+(?![\w/@.])/g) ?? [];
  const codes =
    text.match(
      /(?<![\w./-])[A-Z]{2,}(?:_[A-Z]+)+(?!\w)|(?<![\w./-])[A-Z]{5,}(?!\w)|\b(?:undefined|null|NaN)\b|\{\{?\w+\}?\}/g,
    ) ?? [];
  return [...keys, ...codes];
}

function missingGlyphs(): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return ['no canvas'];
  pen.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  const drawn = (character: string): string => {
    pen.clearRect(0, 0, 40, 40);
    pen.fillText(character, 4, 30);
    return pen.getImageData(0, 0, 40, 40).data.join('');
  };
  const missing = drawn('\u{10fffe}');
  const characters = new Set(document.body.innerText.replace(/\s/g, ''));
  return [...characters].filter((character) => drawn(character) === missing);
}

function smallText(least: number): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || !walker.currentNode.textContent?.trim() || element.closest('script, style, .vh')) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < least && element.getClientRects().length > 0) {
      found.push(`${size}px ${walker.currentNode.textContent.trim().slice(0, 30)}`);
    }
  }
  return found;
}

function smallTargets(least: number): string[] {
  const found: string[] = [];
  const controls = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=switch]';
  for (const control of document.body.querySelectorAll(controls)) {
    const labels = control instanceof HTMLInputElement ? control.labels : null;
    const ticks = control.matches('[type=checkbox], [type=radio]');
    // Who touches anywhere in a choice is in its box.
    const target = ticks
      ? (labels?.[0] ?? control)
      : (control.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper') ?? control);
    const box = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    const isInText = style.display === 'inline' && target.matches('a');
    if (box.width === 0 || style.visibility === 'hidden' || isInText || control.closest('[aria-hidden=true], .vh'))
      continue;
    if (box.height < least - 0.5 || box.width < least - 0.5) {
      const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';
      found.push(`${Math.round(box.width)}×${Math.round(box.height)} ${control.tagName} ${name.slice(0, 30)}`);
    }
  }
  return found;
}
