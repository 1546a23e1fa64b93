import { type Page, test } from '@playwright/test';
import { picture } from '../src/checks';
import { admin, analyst, clerk, info, operator, staff } from '../src/demo';
import { foundInformation } from '../src/office';
import { atDesk, goTo } from '../src/people';
import { service } from '../src/stand';

/** Every screen of the console, each as somebody who works in it. `open` presses the first link of the page's main part. */
const screens: ReadonlyArray<{
  username: string;
  pages: ReadonlyArray<{ name: string; path: string; open?: string }>;
}> = [
  {
    username: staff.username,
    pages: [
      { name: 'todo', path: '' },
      { name: 'proposals', path: 'proposals' },
      { name: 'proposal', path: 'proposals', open: 'a.cell-title' },
      { name: 'review', path: 'review' },
      { name: 'on-behalf', path: 'proposals/on-behalf' },
      { name: 'historical-import', path: 'proposals/import' },
      { name: 'assignments-of-all', path: 'assignments' },
      { name: 'figures', path: 'figures' },
      { name: 'complaints', path: 'complaints' },
      { name: 'privacy', path: 'privacy' },
      { name: 'reading', path: 'reading' },
    ],
  },
  {
    username: admin.username,
    pages: [
      { name: 'seats', path: 'seats' },
      { name: 'seat', path: 'seats', open: 'a.cell-title' },
      { name: 'roster-import', path: 'seats/import' },
      { name: 'units', path: 'units' },
      { name: 'settings', path: 'settings' },
    ],
  },
  {
    username: clerk.username,
    pages: [
      { name: 'clerk-todo', path: '' },
      { name: 'assignments', path: 'assignments' },
      { name: 'assignment', path: 'assignments', open: 'a.cell-title' },
    ],
  },
  {
    username: info.prefecture,
    pages: [
      { name: 'opinions', path: 'opinions' },
      { name: 'opinion', path: 'opinions', open: 'a.cell-title' },
      { name: 'opinion-on-behalf', path: 'opinions/on-behalf' },
      { name: 'bulletins', path: 'bulletins' },
      { name: 'bulletin', path: 'bulletins', open: 'a.cell-title' },
      { name: 'opinion-outcomes', path: 'opinion-outcomes' },
      { name: 'opinion-commissions', path: 'opinion-commissions' },
      { name: 'opinion-usage', path: 'opinion-usage' },
    ],
  },
  { username: analyst.username, pages: [{ name: 'rollup', path: 'rollup' }] },
  { username: operator.username, pages: [{ name: 'operator', path: 'operator' }] },
];

test('log-in', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${service()}/console/`);
  await page.locator('input[name=username]').waitFor();
  await picture(page, 'console', 'keycloak');
  await context.close();
});

for (const { username, pages } of screens) {
  test.describe(username, () => {
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(600_000);
      await foundInformation(browser);
      page = await atDesk(browser, username);
    });
    test.afterAll(() => page?.context().close());

    for (const { name, path, open } of pages) {
      test(name, async () => {
        await goTo(page, path);
        if (open) await page.locator(open).first().click();
        await picture(page, 'console', name);
      });
    }
  });
}
