import { expect, type Page, test } from '@playwright/test';
import { picture } from '../src/checks';
import { admin, analyst, auditor, clerk, info, operator, staff } from '../src/demo';
import { layPapers } from '../src/papers';
import { atDesk, turnTo } from '../src/people';

interface Screen {
  name: string;
  path: string;
  /** What the person does before looking. */
  first?: (page: Page) => Promise<void>;
}

async function openFirst(page: Page): Promise<void> {
  const link = page.locator('main tbody a').first();
  const list = await page.locator('main h1').innerText();
  await link.click();
  await expect(page.locator('main h1')).not.toHaveText(list);
}

const press = (button: string) => async (page: Page) => {
  await openFirst(page);
  await page.getByRole('button', { name: button, exact: true }).click();
};
const proposal = (title: string) => `proposals?q=${encodeURIComponent(title)}`;

/** The figures follow what has happened a moment later. */
async function openFigure(page: Page): Promise<void> {
  await expect(async () => {
    await turnTo(page, 'figures');
    await page.locator('a.figure').first().click({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

async function openBreakdown(page: Page): Promise<void> {
  await openFigure(page);
  await page.locator('.ant-radio-button-wrapper', { hasText: '界别' }).click();
  await expect(page.locator('.figure-table tbody td').first()).toBeVisible();
}

/** Three rows of each fate: ready, to be asked about, refused. */
const roster = [
  '姓名,界别,手机号码,职务',
  '泽仁拉姆,教育,13800001001,委员',
  '扎西多吉,农业,13800000001,委员',
  '李,经济,1380000100,委员',
].join('\n');

async function upload(page: Page): Promise<void> {
  const file = { name: '委员名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('tab').first().waitFor();
}

/** Every screen of the console, each as somebody who works in it. */
const desks: ReadonlyArray<{ username: string; screens: readonly Screen[] }> = [
  {
    username: staff.username,
    screens: [
      { name: 'todo', path: '' },
      { name: 'proposals', path: 'proposals' },
      { name: 'proposals-filtered', path: 'proposals?status=HANDLING&category=SOCIETY' },
      { name: 'proposals-empty', path: proposal('没有这样的提案') },
      { name: 'proposal-submitted', path: proposal('关于修缮通乡公路桥梁的提案'), first: openFirst },
      { name: 'proposal-replied', path: proposal('关于为高海拔乡镇卫生院配备制氧机的提案'), first: openFirst },
      { name: 'proposal-not-file', path: proposal('关于统一更换全州路灯样式的提案'), first: press('不予立案') },
      { name: 'proposal-assign', path: proposal('关于规范县城停车泊位管理的提案'), first: press('交办') },
      { name: 'review', path: 'review' },
      { name: 'on-behalf', path: 'proposals/on-behalf' },
      { name: 'historical-import', path: 'proposals/import' },
      { name: 'assignments-of-all', path: 'assignments' },
      { name: 'key-proposals', path: 'proposals/key' },
      { name: 'outstanding-proposals', path: 'proposals/outstanding' },
      { name: 'supervision', path: 'supervision' },
      { name: 'digests', path: 'digests' },
      { name: 'digest', path: 'digests', first: openFirst },
      { name: 'proposal-key', path: proposal('关于加强乡镇寄宿制学校医务室建设的提案'), first: openFirst },
      { name: 'promises-of-all', path: 'promises' },
      { name: 'figures', path: 'figures' },
      { name: 'figure', path: 'figures', first: openFigure },
      { name: 'figure-by-sector', path: 'figures', first: openBreakdown },
      { name: 'quiz-new', path: 'quizzes/new' },
      { name: 'reading-terms', path: 'reading/terms' },
      { name: 'complaints', path: 'complaints' },
      { name: 'privacy', path: 'privacy' },
      { name: 'reading', path: 'reading' },
      { name: 'reading-group', path: 'reading', first: openFirst },
    ],
  },
  {
    username: admin.username,
    screens: [
      { name: 'seats', path: 'seats' },
      { name: 'seat', path: 'seats', first: openFirst },
      { name: 'roster-import', path: 'seats/import' },
      { name: 'roster-rows', path: 'seats/import', first: upload },
      { name: 'units', path: 'units' },
      ...['rules', 'sessions', 'sectors', 'special', 'holidays', 'review', 'organizations', 'away'].map((tab) => ({
        name: `settings-${tab}`,
        path: `settings?tab=${tab}`,
      })),
    ],
  },
  {
    username: clerk.username,
    screens: [
      { name: 'clerk-todo', path: '' },
      { name: 'assignments', path: 'assignments' },
      { name: 'assignment', path: 'assignments', first: openFirst },
    ],
  },
  {
    username: info.prefecture,
    screens: [
      { name: 'opinions', path: 'opinions' },
      { name: 'opinion', path: 'opinions', first: openFirst },
      { name: 'opinion-on-behalf', path: 'opinions/on-behalf' },
      { name: 'bulletins', path: 'bulletins' },
      { name: 'opinion-outcomes', path: 'opinion-outcomes' },
      { name: 'opinion-commissions', path: 'opinion-commissions' },
      { name: 'opinion-usage', path: 'opinion-usage' },
      { name: 'usage-notice', path: 'opinion-usage/notice' },
    ],
  },
  { username: analyst.username, screens: [{ name: 'rollup', path: 'rollup' }] },
  { username: auditor.username, screens: [{ name: 'flagged-ratings', path: 'flagged-ratings' }] },
  { username: operator.username, screens: [{ name: 'operator', path: 'operator' }] },
];

for (const { username, screens } of desks) {
  test.describe(username, () => {
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(600_000);
      await layPapers(browser);
      page = await atDesk(browser, username);
    });
    test.afterAll(() => page?.context().close());

    for (const { name, path, first } of screens) {
      test(name, async () => {
        await turnTo(page, path);
        await first?.(page);
        await picture(page, 'console', name);
      });
    }
  });
}
