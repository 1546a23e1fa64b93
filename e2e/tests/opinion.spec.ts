import { expect, type Page, test } from '@playwright/test';
import { pictures, settled } from '../src/checks';
import { choose } from '../src/console';
import { countyMember, info } from '../src/demo';
import { atDesk, goTo, onPhone, turnTo } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const written = `乡镇药店退烧药断货（${stamp}）`;
const inCounty = `康定三乡退烧药断货应引起重视（${stamp}）`;
const inPrefecture = `甘孜部分乡镇退烧药断货（${stamp}）`;
const inProvince = `高原乡镇药品储备不足（${stamp}）`;
const words = `请卫健委三日内拿出办法（${stamp}）`;

/** A name of its own in each run. */
const bulletin = (name: string) => `${name}${stamp}`;

/** A report from a county to the province and back, by four people in four seats. */
test.describe
  .serial('an opinion report, up and back', () => {
    let people: { member: Page; county: Page; prefecture: Page; province: Page };

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(180_000);
      people = {
        member: await onPhone(browser, countyMember.phone),
        county: await atDesk(browser, info.county),
        prefecture: await atDesk(browser, info.prefecture),
        province: await atDesk(browser, info.province),
      };
    });
    test.afterAll(async () => {
      for (const page of Object.values(people ?? {})) await page.context().close();
    });

    test('a member writes quickly on the phone, and nothing is lost on the way', async () => {
      const page = people.member;
      await page.goto(`${service()}/m/#/opinions`);
      await page.getByRole('button', { name: '写社情民意信息' }).click();
      await page.getByLabel('标题').fill(written);
      await page.getByLabel('情况').fill('入冬以来县城三个乡镇的药店退烧药断货，群众往返百里购药。');
      await page.getByLabel('建议').fill('由县医药公司设立乡镇应急储备点。');
      await page.getByLabel('建议').blur();
      await expect(page.getByText('（已同步）')).toBeVisible();
      await page.reload();
      await expect(page.getByLabel('建议')).toHaveValue('由县医药公司设立乡镇应急储备点。');
      await page.getByLabel(/我确认内容不涉及/).check();
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await expect(page.getByRole('heading', { name: written })).toBeVisible();
      await expect(page.getByText('已提交', { exact: true })).toBeVisible();
    });

    test('she takes it back while nobody has begun, and hands it in again', async () => {
      const page = people.member;
      await page.getByRole('button', { name: '撤回上一步' }).click();
      await page.getByRole('link', { name: '继续修改' }).click();
      await expect(page.getByLabel('建议')).toHaveValue('由县医药公司设立乡镇应急储备点。');
      await page.getByLabel(/我确认内容不涉及/).check();
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await expect(page.getByText('已提交', { exact: true })).toBeVisible();
    });

    test('the county edits it beside the original, issues it and sends it up', async () => {
      const page = people.county;
      await foundBulletin(page, bulletin('康定社情'));
      await issue(page, written, inCounty, bulletin('康定社情'));
      await sendUp(page);
    });

    test('the prefecture edits its own copy and sends it on', async () => {
      const page = people.prefecture;
      await foundBulletin(page, bulletin('甘孜社情'));
      await arrived(page, inCounty);
      await issue(page, inCounty, inPrefecture, bulletin('甘孜社情'));
      await sendUp(page);
    });

    test('the province issues it and notes an instruction', async () => {
      const page = people.province;
      await foundBulletin(page, bulletin('四川社情'));
      await arrived(page, inPrefecture);
      await issue(page, inPrefecture, inProvince, bulletin('四川社情'));
      await page.getByRole('button', { name: '登记采用情况' }).click();
      const dialog = page.getByRole('dialog');
      await choose(page, dialog.getByLabel('类型'), '批示');
      await choose(page, dialog.getByLabel('层级'), '省级');
      await dialog.getByLabel('日期').fill(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
      await dialog.getByLabel('日期').press('Enter');
      await dialog.getByLabel('领导或刊物').fill('某省领导');
      await dialog.getByLabel('批示内容').fill(words);
      await dialog.getByRole('button', { name: '登记采用情况' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('省级批示')).toBeVisible();
      await expect(page.getByText(words)).toBeHidden();
      await page.getByRole('button', { name: '查看批示内容' }).click();
      await expect(page.getByText(words)).toBeVisible();
    });

    test('word comes back: the author knows of the instruction and its level, and nothing more', async () => {
      const page = people.member;
      await expect(async () => {
        await page.goto(`${service()}/m/#/opinions`);
        await page.reload();
        const row = page.getByRole('listitem').filter({ hasText: written });
        for (const badge of ['州市级采用', '省级采用', '省级批示']) {
          await expect(row.getByText(badge)).toBeVisible({ timeout: 2_000 });
        }
      }).toPass({ timeout: 60_000 });
      await pictures(page, 'opinions-answered');
      await page.getByRole('link', { name: written }).click();
      await expect(page.getByText('省级批示')).toBeVisible();
      await pictures(page, 'opinion');
      await expect(page.getByText(words)).toBeHidden();
      await expect(page.getByText('某省领导')).toBeHidden();
    });

    test('every report has its answer', async () => {
      await goTo(people.county, 'opinions?awaiting=true');
      await settled(people.county);
      await expect(people.county.getByRole('link', { name: inCounty })).toBeHidden();
    });
  });

async function foundBulletin(page: Page, name: string): Promise<void> {
  await turnTo(page, 'bulletins');
  await page.getByRole('button', { name: '新增期刊' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('期刊').fill(name);
  await dialog.getByRole('button', { name: '新增期刊' }).click();
  await expect(dialog).toBeHidden();
}

async function arrived(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await goTo(page, 'opinions?received=true');
    await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** Takes it, edits it beside the original, has it approved and puts it into an issue of its own. */
async function issue(page: Page, title: string, edited: string, name: string): Promise<void> {
  await turnTo(page, 'opinions');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: '接稿编辑' }).click();
  await page.getByLabel('标题').fill(edited);
  await page.getByLabel('标题').blur();
  await expect(page.getByRole('heading', { name: edited })).toBeVisible();
  await page.getByText('修改痕迹').click();
  await expect(page.locator('ins').first()).toBeVisible();
  await page.getByRole('button', { name: '送审签' }).click();
  await page.getByRole('button', { name: '将 1 篇编入新的一期' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog.getByLabel('期刊'), name);
  await dialog.getByRole('button', { name: '组稿' }).click();
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '签发', exact: true }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`${name} \\d{4}年第\\d+期`) })).toBeVisible();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByText('已编发').first()).toBeVisible();
}

async function sendUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: '报送上级政协' }).click();
  await expect(page.getByText(/报送上级政协。/)).toBeVisible();
}
