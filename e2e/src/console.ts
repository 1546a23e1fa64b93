import { expect, type Locator, type Page } from '@playwright/test';
import { day } from './day';
import { goTo } from './people';

/** A proposal's page in the console, found in the list as the office finds it. */
export async function openProposal(page: Page, title: string): Promise<void> {
  await goTo(page, `proposals?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
  await expect(
    page
      .getByRole('heading', { name: '办理状态' })
      .or(page.getByRole('heading', { name: title }))
      .first(),
  ).toBeVisible();
}

/** Chooses in a list that opens; what is looked for by its name is typed. */
export async function choose(page: Page, box: Locator, option: string | RegExp, typed?: string): Promise<void> {
  await box.click();
  if (typed) await box.fill(typed);
  await page.locator('.ant-select-item-option:visible', { hasText: option }).click();
}

/** Today, as somebody types it into a date box. */
export async function fillDay(box: Locator): Promise<void> {
  await box.fill(day());
  await box.press('Enter');
}

/** Accepted, and passed at every stage but the one that decides. */
export async function passToLastStage(page: Page, title: string): Promise<void> {
  await openProposal(page, title);
  await page.getByRole('button', { name: '接收，进入审查' }).click();
  const pass = page.getByRole('button', { name: '审查通过' });
  const file = page.getByRole('button', { name: '立案', exact: true });
  await expect(async () => {
    if (await pass.isVisible()) await pass.click({ timeout: 3_000 });
    await expect(file).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}
