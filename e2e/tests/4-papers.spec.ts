import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type Download, expect, type Page, test } from '@playwright/test';
import { picture, pictures, snapshot } from '../src/checks';
import { admin, clerk, ganzi, member, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { reviewerOf } from '../src/office';
import { layPapers } from '../src/papers';
import { atDesk, fieldOf, goTo, onPhone, phoneContext, tick } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const cause = `关于修复通村道路塌方路段的提案（${stamp}）`;
const photograph = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(700 * 1024, 7)]);
const papers = fileURLToPath(new URL('../target/pictures/papers', import.meta.url));

/** A member's file on its way to the office, and the office's papers on their way out. */
test.describe
  .serial('attachments and papers', () => {
    let phone: Page;
    let desk: Page;

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(600_000);
      mkdirSync(papers, { recursive: true });
      await layPapers(browser);
      phone = await onPhone(browser, member.phone);
      desk = await atDesk(browser, staff.username);
    });
    test.afterAll(async () => {
      for (const page of [phone, desk]) await page?.context().close();
    });

    test('a file chosen without a connection waits on the phone and is sent once there is one', async () => {
      await phone.goto(`${service()}/m/#/proposals`);
      await phone.getByRole('button', { name: '写提案' }).click();
      await phone.getByLabel('案由（标题）').fill(cause);
      await phone.getByLabel('类别').selectOption({ index: 1 });
      await phone.getByLabel('情况').fill('今年雨季塌方三处，救护车绕行两小时，学生每天步行四公里上学。'.repeat(4));
      await phone.getByLabel('建议 1').fill('把塌方路段列入年度养护计划。');
      await phone.getByLabel('建议 1').blur();
      await expect(phone.getByText('（已同步）')).toBeVisible();
      await phone.context().setOffline(true);
      await phone
        .getByLabel('添加附件')
        .setInputFiles({ name: '塌方路段.jpg', mimeType: 'image/jpeg', buffer: photograph });
      await expect(phone.getByText(/塌方路段\.jpg 待上传/)).toBeVisible();
      await pictures(phone, 'write-file-waits');
      await phone.context().setOffline(false);
      await phone.reload();
      await expect(phone.getByRole('button', { name: /塌方路段\.jpg（700 KB）/ })).toBeVisible();
      await expect(phone.getByText(/待上传/)).toBeHidden();
    });

    test('a photograph of the camera is made smaller before it is sent', async () => {
      const shot = await camera(phone);
      expect(shot.length).toBeGreaterThan(1024 * 1024);
      await phone.getByLabel('添加附件').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: shot });
      const sent = phone.getByRole('button', { name: /IMG_0001\.jpg（/ });
      await expect(sent).toBeVisible();
      const [, size = '', unit = ''] = /（([\d.]+) (KB|MB)）/.exec((await sent.textContent()) ?? '') ?? [];
      expect(Number(size) * (unit === 'MB' ? 1024 : 1)).toBeLessThan(shot.length / 1024 / 2);
      await pictures(phone, 'write-with-file');
    });

    test('what is handed in carries its files', async () => {
      await phone.getByLabel(/我确认内容不涉及/).check();
      await phone.getByRole('button', { name: '提交提案' }).click();
      await phone.getByRole('dialog').getByRole('button', { name: '提交提案' }).click();
      await expect(phone.getByRole('heading', { name: cause })).toBeVisible();
      await expect(phone.getByRole('button', { name: /^塌方路段\.jpg（/ })).toBeVisible();
      await pictures(phone, 'proposal-with-file');
    });

    test('a file saved on the phone is read without a network', async () => {
      await phone.getByRole('button', { name: /^存到本机.*塌方路段\.jpg$/ }).click();
      await expect(phone.getByText('已存到本机，没有网络也能看')).toBeVisible();
      await pictures(phone, 'proposal-file-saved');
      await phone.context().setOffline(true);
      await phone.reload();
      await expect(phone.getByRole('heading', { name: cause })).toBeVisible();
      const shown = phone.context().waitForEvent('page');
      await phone.getByRole('button', { name: /塌方路段\.jpg（700 KB）/ }).click();
      expect((await shown).url()).toMatch(/^blob:/);
      await (await shown).close();
      await phone.context().setOffline(false);
      await phone.getByRole('button', { name: /^从本机删除.*塌方路段\.jpg$/ }).click();
      await expect(phone.getByRole('button', { name: /^存到本机.*塌方路段\.jpg$/ })).toBeVisible();
    });

    test('a report of public concern carries its files as well', async () => {
      await phone.goto(`${service()}/m/#/opinions`);
      await phone.getByRole('button', { name: '写社情民意信息' }).click();
      await phone.getByLabel('标题').fill(`通村路塌方（${stamp}）`);
      await phone.getByLabel('情况').fill('今年雨季塌方三处，救护车绕行两小时。');
      await phone.getByLabel('建议').fill('列入年度养护计划。');
      await phone
        .getByLabel('添加附件')
        .setInputFiles({ name: '塌方路段.jpg', mimeType: 'image/jpeg', buffer: photograph });
      await expect(phone.getByRole('button', { name: /塌方路段\.jpg（700 KB）/ })).toBeVisible();
      await pictures(phone, 'opinion-with-file');
      await phone.getByLabel(/我确认内容不涉及/).check();
      await phone.getByRole('button', { name: '提交', exact: true }).click();
      await expect(phone.getByText('已提交', { exact: true })).toBeVisible();
      await expect(phone.getByRole('button', { name: /塌方路段\.jpg/ })).toBeVisible();
      await expect(phone.getByRole('button', { name: /存到本机/ })).toHaveCount(0);
      await goTo(desk, 'opinions');
      await desk.getByRole('link', { name: `通村路塌方（${stamp}）` }).click();
      await expect(desk.getByRole('button', { name: '塌方路段.jpg' })).toBeVisible();
      await picture(desk, 'console', 'opinion-with-file');
    });

    test('what is said in a quick report waits on the phone without a signal, and is heard by the office', async () => {
      const title = `村口路灯坏了（${stamp}）`;
      await phone.context().grantPermissions(['microphone']);
      await phone.goto(`${service()}/m/#/opinions`);
      await phone.getByRole('button', { name: '写微建议' }).click();
      await phone.getByLabel('标题').fill(title);
      await phone.getByLabel('建议').fill('请尽快修好。');
      await phone.getByLabel('建议').blur();
      await expect(phone.getByText('（已同步）')).toBeVisible();
      await phone.context().setOffline(true);
      await phone.getByRole('button', { name: '录一段话' }).click();
      await phone.getByRole('button', { name: '开始录音' }).click();
      await expect(phone.getByText(/正在录音，2秒/)).toBeVisible();
      await phone.getByRole('button', { name: '停止' }).click();
      await expect(phone.getByRole('dialog').getByLabel('语音', { exact: true })).toBeVisible();
      await pictures(phone, 'opinion-recorded');
      await phone.getByRole('button', { name: '用这一段' }).click();
      await expect(phone.getByText(/录音\d\d-\d\d\.webm 待上传/)).toBeVisible();
      await expect(phone.getByLabel('语音', { exact: true })).toBeVisible();
      await pictures(phone, 'opinion-recording-waits');
      await phone.context().setOffline(false);
      const sent = phone.getByRole('button', { name: /^播放语音，[2-4]秒$/ });
      await expect(sent).toBeVisible();
      await sent.click();
      await expect(phone.getByLabel('语音', { exact: true })).toBeVisible();
      await pictures(phone, 'opinion-with-recording');
      await phone.getByLabel(/我确认内容不涉及/).check();
      await phone.getByRole('button', { name: '提交', exact: true }).click();
      await expect(phone.getByText('已提交', { exact: true })).toBeVisible();
      await expect(phone.getByRole('button', { name: /^播放语音/ })).toBeVisible();
      await goTo(desk, 'opinions');
      await desk.getByRole('link', { name: title }).click();
      await desk.getByRole('button', { name: /^customer-service 听录音|^听录音/ }).click();
      await expect(desk.getByLabel(/^录音\d\d-\d\d\.webm$/)).toBeVisible();
      await picture(desk, 'console', 'opinion-with-recording');
    });

    test('the office sees it, and takes the form away as Word and PDF', async () => {
      await open(desk, cause);
      await expect(desk.getByRole('button', { name: '塌方路段.jpg' })).toBeVisible();
      await picture(desk, 'console', 'proposal-with-file');
      expect(await head(await taken(desk, '提案表（Word）'))).toBe('PK');
      expect(await head(await taken(desk, '提案表（PDF）'))).toBe('%P');
    });

    test('the letter and the feedback form go with a reply, the hand-over list with a session', async () => {
      await open(desk, '关于为高海拔乡镇卫生院配备制氧机的提案');
      expect(await head(await taken(desk, '答复函（PDF）'))).toBe('%P');
      expect(await head(await taken(desk, '征询意见表（PDF）'))).toBe('%P');
      await goTo(desk, 'proposals');
      await desk.getByLabel('届次').click();
      await desk.locator('.ant-select-item-option').first().click();
      expect(await head(await taken(desk, '交办清单（PDF）'))).toBe('%P');
      await picture(desk, 'console', 'proposals-papers');
    });

    test('an issue of a bulletin is taken away as Word and PDF', async () => {
      await goTo(desk, 'bulletins');
      await desk
        .getByRole('link', { name: /^社情民意 \d{4}年第\d+期/ })
        .first()
        .click();
      await expect(desk.getByRole('button', { name: '本期（Word）' })).toBeVisible();
      await picture(desk, 'console', 'bulletin-issue');
      expect(await head(await taken(desk, '本期（PDF）'))).toBe('%P');
    });

    test('the catalogue asks what for', async () => {
      await goTo(desk, 'proposals');
      await desk.getByRole('button', { name: '导出目录' }).click();
      const dialog = desk.getByRole('dialog');
      await dialog.getByRole('button', { name: '导出目录' }).click();
      await expect(dialog.getByText('请写明用途。')).toBeVisible();
      await dialog.getByLabel('用途').fill('提交主席会议审定');
      await picture(desk, 'console', 'catalogue');
      const coming = desk.waitForEvent('download');
      await dialog.getByRole('button', { name: '导出目录' }).click();
      expect(await head(await coming)).toBe('PK');
      await expect(dialog).toBeHidden();
    });

    test('a list prints as one table with its head, and without furniture', async () => {
      await goTo(desk, 'proposals');
      await desk.getByRole('link', { name: cause }).first().waitFor();
      await desk.emulateMedia({ media: 'print' });
      await expect(desk.getByRole('table')).toHaveCount(1);
      await expect(desk.getByRole('columnheader', { name: '提案者' })).toBeVisible();
      await expect(desk.getByRole('button', { name: '打印' })).toBeHidden();
      await desk.screenshot({ path: 'target/pictures/console-print-proposals.png', fullPage: true });
      await desk.emulateMedia({ media: null });
    });

    test('a promise is followed by the unit that made it', async ({ browser }) => {
      const page = await atDesk(browser, clerk.username);
      await goTo(page, 'promises');
      const row = page.getByRole('row').filter({ hasText: '今年为十一个乡镇卫生院配齐制氧机' });
      await row.getByRole('button', { name: '登记落实情况' }).click();
      const dialog = page.getByRole('dialog');
      await tick(dialog.getByLabel('落实中'));
      await dialog.getByLabel('落实情况').fill('首批五台已到货，正在安装。');
      await picture(page, 'console', 'promise-report');
      await dialog.getByRole('button', { name: '登记落实情况' }).click();
      await expect(dialog).toBeHidden();
      await expect(row.getByText('首批五台已到货，正在安装。')).toBeVisible();
      await picture(page, 'console', 'promises');
      await page.context().close();
    });

    test('what another one lets through is read by every member', async ({ browser }) => {
      const other = await reviewerOf(browser);
      const answered = '关于为高海拔乡镇卫生院配备制氧机的提案';
      const row = (await other.items(`/proposals?q=${encodeURIComponent(answered)}`))[0];
      const publication = `/proposals/${fieldOf(row, 'id')}/publication`;
      const before = await other.send('GET', publication);
      if (fieldOf(before, 'state') === 'PUBLISHED') {
        const again = { version: Number(fieldOf(before, 'version')), reason: '重新整理' };
        await other.send('PUT', `${publication}/withdrawal`, again);
      }
      await goTo(desk, 'publications');
      await picture(desk, 'console', 'publications');
      await goTo(desk, `publications/${fieldOf(row, 'id')}`);
      await desk.getByLabel('标题').fill(`${answered}（${stamp}）`);
      await picture(desk, 'console', 'publication-words');
      await desk.getByRole('button', { name: '送审' }).click();
      await expect(desk.getByText('待审核')).toBeVisible();
      const proposed = await other.send('GET', publication);
      const yes = { version: Number(fieldOf(proposed, 'version')), approved: true };
      await other.send('PUT', `${publication}/review`, yes);
      await other.close();
      await phone.goto(`${service()}/m/#/published`);
      await phone.getByLabel('标题或案号').fill(stamp);
      await phone.getByRole('button', { name: '查找' }).click();
      await pictures(phone, 'published');
      await phone.getByRole('link', { name: `${answered}（${stamp}）` }).click();
      await expect(phone.getByRole('heading', { name: '答复' })).toBeVisible();
      await pictures(phone, 'published-one');
    });

    test('anybody reads it without a log-in, as long as the committee keeps its page open', async ({ browser }) => {
      await openPage(browser, true);
      await goTo(desk, 'publications');
      await expect(desk.getByRole('link', { name: new RegExp(`/m/open/${ganzi}$`) })).toBeVisible();
      await picture(desk, 'console', 'publications-open');

      const anybody = await phoneContext(browser);
      const page = await anybody.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${service()}/m/open/${ganzi}`);
      await page.getByLabel('标题或案号').fill(stamp);
      await page.getByRole('button', { name: '查找' }).click();
      await expect(page).toHaveURL(new RegExp(`/m/open/${ganzi}\\?q=${stamp}$`));
      await pictures(page, 'open');
      await page.getByRole('link', { name: new RegExp(stamp) }).click();
      await expect(page.getByRole('heading', { name: '答复' })).toBeVisible();
      await pictures(page, 'open-one');
      const here = page.url();
      await page.setViewportSize({ width: 1440, height: 900 });
      await picture(page, 'phone', 'open-one-wide');
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('link', { name: '全部公开的提案' })).toBeHidden();
      await snapshot(page, 'phone', 'open-one-print');
      await page.emulateMedia({ media: null });
      await page.getByRole('link', { name: '全部公开的提案' }).click();
      await expect(page.getByRole('listitem').first()).toBeVisible();
      await picture(page, 'phone', 'open-wide');
      expect(asked.filter((path) => path.startsWith('/api/') && !path.startsWith(`/api/open/${ganzi}`))).toEqual([]);

      await phone.goto(here);
      await expect(phone.getByRole('heading', { name: '答复' })).toBeVisible();
      await openPage(browser, false);
      await page.goto(here);
      await expect(page.getByText('没有找到这个网页')).toBeVisible();
      await page.setViewportSize({ width: 390, height: 844 });
      await pictures(page, 'open-nothing');
      await anybody.close();
    });

    test('the administrator makes a template his own and goes back', async ({ browser }) => {
      const page = await atDesk(browser, admin.username);
      await goTo(page, 'settings?tab=templates');
      const card = page.getByRole('region', { name: '提案表' });
      await expect(card.getByText('正在使用系统自带的模板。')).toBeVisible();
      await picture(page, 'console', 'settings-templates');
      const coming = page.waitForEvent('download');
      await card.getByRole('button', { name: '下载提案表模板' }).click();
      const path = await (await coming).path();
      await card.locator('input[type=file]').setInputFiles({
        name: '本会提案表.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: readFileSync(path),
      });
      await expect(card.getByText(/正在使用本级上传的模板/)).toBeVisible();
      await card.getByRole('button', { name: '恢复自带模板' }).click();
      await page
        .locator('.ant-popconfirm')
        .getByRole('button', { name: /确\s*定/ })
        .click();
      await expect(card.getByText('正在使用系统自带的模板。')).toBeVisible();
      await page.context().close();
    });
  });

/** Whether the committee shows to everybody what it has made public. */
async function openPage(browser: Browser, value: boolean): Promise<void> {
  const key = 'proposal.open-to-web';
  const admins = await Desk.of(browser, admin.username);
  const setting = (await admins.items('/settings')).find((each) => fieldOf(each, 'key') === key);
  await admins.send('PUT', `/settings/${key}`, { value, version: Number(fieldOf(setting, 'version')) });
  await admins.close();
}

async function open(page: Page, title: string): Promise<void> {
  await goTo(page, `proposals?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
}

/** Kept beside the pictures: a paper is looked at as well. */
async function taken(page: Page, button: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  const file = await coming;
  await file.saveAs(`${papers}/${file.suggestedFilename()}`);
  return file;
}

async function head(file: Download): Promise<string> {
  return readFileSync(await file.path())
    .subarray(0, 2)
    .toString('latin1');
}

/** What a camera gives: 12 megapixels, more than a weak network carries. */
async function camera(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 4000;
    canvas.height = 3000;
    const brush = canvas.getContext('2d');
    if (!brush) return '';
    for (let row = 0; row < canvas.height; row += 6) {
      for (let column = 0; column < canvas.width; column += 6) {
        brush.fillStyle = `hsl(${(row * column) % 360} 60% ${30 + ((row ^ column) % 40)}%)`;
        brush.fillRect(column, row, 6, 6);
      }
    }
    return canvas.toDataURL('image/jpeg', 0.98).split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}
