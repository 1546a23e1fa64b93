import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { picture, pictures } from '../src/checks';
import { day } from '../src/day';
import { admin, member, reader, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { newMember } from '../src/office';
import { fieldOf, goTo, onPhone } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const title = `乡土中国（${stamp}）`;
const theme = `读图听书（${stamp}）`;

/** A book from a member's recommendation to his own bookmark, and pictures, a voice and a saved text in a group. */
test.describe
  .serial('the library, and what is seen and heard in a group', () => {
    let owner: Page;
    let other: Page;
    let office: Desk;
    let group = '';

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      owner = await onPhone(browser, reader.phone);
      other = await onPhone(browser, member.phone);
      await owner.context().grantPermissions(['microphone']);
    });
    test.afterAll(async () => {
      for (const page of [owner, other]) await page?.context().close();
      await office?.close();
    });

    test('a member recommends a book, and the office lists it', async () => {
      await owner.goto(`${service()}/m/#/books`);
      await expect(owner.getByRole('heading', { name: '书目' })).toBeVisible();
      await owner.getByRole('link', { name: '荐书' }).click();
      await owner.getByLabel('书名').fill(title);
      await owner.getByLabel('作者').fill('费孝通');
      await owner.getByLabel('书号（ISBN）').fill('978-7-108-00982-0');
      await owner.getByLabel('推荐理由').fill('了解基层的一把钥匙。');
      await owner.getByRole('button', { name: '推荐这本书' }).click();
      await expect(owner.getByText('格式不对，请检查。')).toBeVisible();
      await pictures(owner, 'book-recommend');
      await owner.reload();
      await expect(owner.getByLabel('书名')).toHaveValue(title);
      await owner.getByLabel('书号（ISBN）').fill('');
      await owner.getByRole('button', { name: '推荐这本书' }).click();
      await expect(owner.getByText('待审定')).toBeVisible();

      await goTo(office.page, 'reading/books');
      await picture(office.page, 'console', 'books');
      await office.page.getByRole('link', { name: title }).click();
      await office.page.getByRole('button', { name: '初审通过' }).click();
      await office.page.getByRole('button', { name: '列入共读书目' }).click();
      await expect(office.page.getByRole('button', { name: '移出书目' })).toBeVisible();
      await picture(office.page, 'console', 'book');
    });

    test('another member finds it, keeps his place in it for himself, and says what he thinks', async () => {
      await other.goto(`${service()}/m/#/books`);
      await pictures(other, 'books');
      await other.getByRole('link', { name: title }).click();
      await other.getByLabel('读到').fill('73');
      await other.getByRole('button', { name: '记下' }).click();
      await expect(other.getByText('读到第 73 页')).toBeVisible();
      await other.getByLabel('我的书评').fill('读来亲切。');
      await other.getByRole('button', { name: '发表' }).click();
      await expect(other.getByRole('listitem').filter({ hasText: '读来亲切。' })).toBeVisible();
      await pictures(other, 'book');
      await owner.reload();
      await expect(owner.getByText('读来亲切。')).toBeVisible();
      await expect(owner.getByText('读到第 73 页')).toBeHidden();
    });

    test('a picture is sent small and without where it was taken, also when it was chosen without a signal', async ({
      browser,
    }) => {
      group = await opened(office, browser);
      await openGroup(owner);
      await openGroup(other);
      await owner.context().setOffline(true);
      await owner.getByLabel('图片', { exact: true }).setInputFiles({
        name: 'IMG_1.jpg',
        mimeType: 'image/jpeg',
        buffer: await photograph(owner),
      });
      await expect(owner.getByRole('img', { name: '待发送的图片1' })).toBeVisible();
      await owner.getByLabel('写发言').fill('今天走访的村子。');
      await pictures(owner, 'post-picture-writing');
      await owner.getByRole('button', { name: '发送' }).click();
      await expect(owner.getByText('在本机，尚未发送；联网后自动发送')).toBeVisible();
      const come: Buffer[] = [];
      await other.route('**/content?ticket=*', async (route) => {
        const answer = await route.fetch();
        come.push(await answer.body());
        await route.fulfill({ response: answer });
      });
      await owner.context().setOffline(false);

      const shown = other.getByRole('img', { name: `${reader.name}发的图片，第1张，共1张` });
      await expect(shown).toBeVisible({ timeout: 30_000 });
      const size = await shown.evaluate((image) =>
        image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [],
      );
      expect(size).toEqual([1600, 1067]);
      await other.unroute('**/content?ticket=*');
      expect(come.map((bytes) => bytes.subarray(0, 2).toString('hex'))).toContain('ffd8');
      expect(come.some((bytes) => bytes.includes('Exif'))).toBe(false);
      await pictures(other, 'post-picture');
      await shown.click();
      await expect(other.getByRole('dialog')).toBeVisible();
      await other.getByRole('button', { name: '关闭' }).click();
    });

    test('a spoken note is recorded, listened to, and heard by the other', async () => {
      await owner.getByRole('button', { name: '语音', exact: true }).click();
      await owner.getByRole('button', { name: '开始录音' }).click();
      await expect(owner.getByText(/正在录音，2秒/)).toBeVisible();
      await owner.getByRole('button', { name: '停止' }).click();
      await owner.getByLabel('文字说明（可以不填）').fill('大家好');
      await pictures(owner, 'voice-recorded');
      await owner.getByRole('button', { name: '用这一段' }).click();
      await owner.getByRole('button', { name: '发送' }).click();
      await expect(other.getByText('语音内容：大家好')).toBeVisible({ timeout: 30_000 });
      await other.getByRole('button', { name: /^播放语音，[2-4]秒$/ }).click();
      await expect(other.getByLabel('语音', { exact: true })).toBeVisible();
    });

    test('a note is kept on the phone and read there in large letters without a signal', async () => {
      await owner.getByRole('button', { name: '发言', exact: true }).click();
      await owner.getByRole('radio', { name: '读书笔记' }).check();
      await owner.getByRole('button', { name: '好', exact: true }).click();
      await owner.getByLabel('写发言').fill('礼治不是人治。\n'.repeat(12));
      await owner.getByRole('button', { name: '发送' }).click();
      await other.getByRole('button', { name: /^大字阅读/ }).click();
      await other.getByRole('button', { name: '存到本机' }).click();
      await expect(other.getByText('已存到本机')).toBeVisible();
      await pictures(other, 'reader');
      await other.context().setOffline(true);
      await other.goto(`${service()}/m/#/books/saved`);
      await pictures(other, 'books-saved');
      await other.getByRole('button', { name: /^大字阅读/ }).click();
      await expect(other.getByRole('dialog')).toContainText('礼治不是人治。');
      await other.context().setOffline(false);
    });

    async function openGroup(page: Page): Promise<void> {
      await page.goto(`${service()}/m/#${group}`);
      await page.reload();
      await expect(page.getByLabel('写发言')).toBeVisible();
    }
  });

/** A photograph of 3000 by 2000 that says where it was taken. */
async function photograph(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 2000;
    const paint = canvas.getContext('2d');
    if (paint) {
      paint.fillStyle = '#2d6a4f';
      paint.fillRect(0, 0, 3000, 2000);
      paint.fillStyle = '#f4d35e';
      paint.fillRect(900, 600, 1200, 800);
    }
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  const plain = Buffer.from(address.split(',')[1] ?? '', 'base64');
  const said = Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, said.length + 2]);
  return Buffer.concat([plain.subarray(0, 2), head, said, plain.subarray(2)]);
}

/** A group of the owner and the other, open from today; it is hosted by one who hosts nothing else. */
async function opened(office: Desk, browser: Browser): Promise<string> {
  const admins = await Desk.of(browser, admin.username);
  const seats: string[] = [];
  for (const name of [reader.name, member.name]) {
    const found = await admins.items(`/seats?q=${encodeURIComponent(name)}`);
    seats.push(
      fieldOf(
        found.find((each) => fieldOf(each, 'name') === name),
        'id',
      ),
    );
  }
  await admins.close();
  seats.push((await newMember(browser, '次仁卓玛')).seat);
  const books = await office.items('/books?status=LISTED');
  const made = await office.send('POST', '/reading-groups', {
    id: randomUUID(),
    theme,
    bookIds: [
      fieldOf(
        books.find((each) => fieldOf(each, 'title') === title),
        'id',
      ),
    ],
    startsOn: day(0),
    endsOn: day(13),
    ownerId: seats[0],
  });
  const path = `/reading-groups/${fieldOf(made, 'id')}`;
  for (const seat of seats.slice(1)) await office.send('PUT', `${path}/members/${seat}`);
  await office.send('PUT', `${path}/rotation`, { hostIds: seats.slice(2) });
  await office.send('PUT', `${path}/opening`);
  return `/reading/${fieldOf(made, 'id')}`;
}
