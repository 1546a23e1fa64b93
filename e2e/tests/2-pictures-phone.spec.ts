import { expect, type Page, test } from '@playwright/test';
import { fits, pictures } from '../src/checks';
import { member, reader } from '../src/demo';
import { layPapers } from '../src/papers';
import { askCode, onPhone, onPhoneOf, phoneContext } from '../src/people';
import { service } from '../src/stand';

/** Every screen of the phone, as a member sees it, in both sizes of text. */
test.describe('the phone', () => {
  let page: Page;
  const show = (name: string) => pictures(page, name);

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(600_000);
    await layPapers(browser);
    page = await onPhoneOf(browser, member.phone, false);
  });
  test.afterAll(() => page.context().close());

  test('log-in', async ({ browser }) => {
    const context = await phoneContext(browser);
    const stranger = await context.newPage();
    await stranger.goto(`${service()}/m/`);
    await expect(stranger.getByLabel('手机号')).toBeVisible();
    await pictures(stranger, 'login');
    await askCode(stranger, member.phone);
    await stranger.getByLabel('验证码').fill('000000');
    await stranger.getByRole('button', { name: '登录', exact: true }).click();
    await expect(stranger.getByRole('alert')).toBeVisible();
    await pictures(stranger, 'login-wrong-code');
    await context.close();
  });

  test('home, within its 20 KB', async () => {
    const answers: number[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('/api/')) answers.push((await response.body().catch(() => Buffer.of())).length);
    });
    await page.goto(`${service()}/m/#/`);
    await page.reload();
    await expect(page.getByRole('heading', { name: '待办' })).toBeVisible();
    await show('home');
    expect(answers.reduce((sum, size) => sum + size, 0)).toBeLessThan(20 * 1024);
  });

  test('proposals, one under review, one with its reply', async () => {
    await page.getByRole('link', { name: '提案', exact: true }).click();
    await expect(page.getByRole('heading', { name: '提案', exact: true })).toBeVisible();
    await show('proposals');
    for (const [title, name] of [
      ['关于统一更换全州路灯样式的提案', 'proposal'],
      ['关于为高海拔乡镇卫生院配备制氧机的提案', 'proposal-replied'],
    ] as const) {
      await page.goto(`${service()}/m/#/proposals`);
      await page.getByRole('main').getByRole('link', { name: title }).click();
      await expect(page.getByRole('heading', { name: '经过' })).toBeVisible();
      await show(name);
    }
  });

  test('what others ask of a member, and what he leads', async () => {
    await page.goto(`${service()}/m/#/proposals/requests`);
    await expect(page.getByRole('heading', { name: '请我联名的' })).toBeVisible();
    await show('cosigning-requests');
    await page.goto(`${service()}/m/#/leading`);
    await expect(page.getByText('第一次督办会').or(page.getByText('州政协副主席')).first()).toBeVisible();
    await show('leading');
    await page.getByRole('main').getByRole('link', { name: '关于加强乡镇寄宿制学校医务室建设的提案' }).click();
    await expect(page.getByRole('heading', { name: '经过' })).toBeVisible();
    await show('proposal-led');
  });

  test('writing, asking once, not submitting', async () => {
    await page.goto(`${service()}/m/#/proposals`);
    await page.getByRole('button', { name: '写提案' }).click();
    await page.getByLabel('案由（标题）').fill('关于在乡镇卫生院配备高原急救设备的提案');
    await page.getByLabel('情况').fill('乡镇卫生院距县医院平均八十公里。\n'.repeat(8));
    await page.getByLabel('建议 1').fill('为海拔四千米以上乡镇卫生院配备制氧机。');
    await page.getByRole('button', { name: '再加一条建议' }).click();
    await expect(page.getByText('（已同步）')).toBeVisible();
    await page.getByRole('button', { name: '邀请联名' }).click();
    await expect(page.getByLabel('按姓名查找')).toBeVisible();
    await page.getByLabel('按姓名查找').fill(reader.name);
    await expect(page.getByLabel(new RegExp(`^${reader.name}`))).toBeVisible();
    await show('write-cosigners');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('更多：附议、联系方式、建议承办单位').click();
    await page.getByText(/有 \d+ 件相似提案/).click();
    await show('write');
    await page.getByText(/有 \d+ 件相似提案/).click();
    await page.getByText('更多：附议、联系方式、建议承办单位').click();
    await page.getByLabel(/我确认内容不涉及/).check();
    await page.getByRole('button', { name: '提交提案' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await show('write-ask');
    await page.getByRole('button', { name: '再看看' }).click();
    await page.getByRole('button', { name: '删除草稿' }).click();
    await show('write-remove');
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await expect(page.getByRole('heading', { name: '提案', exact: true })).toBeVisible();
  });

  test('opinion reports, and writing one', async () => {
    await page.goto(`${service()}/m/#/opinions`);
    await expect(page.getByRole('button', { name: '写微建议' })).toBeVisible();
    await show('opinions');
    await page.getByRole('button', { name: '写微建议' }).click();
    await page.getByLabel('标题').fill('公交站加座椅');
    await page.getByLabel('建议').fill('在县医院站加两条座椅。');
    await show('opinion-write');
    await expect(page.getByLabel('原文语言')).toBeHidden();
    await page.getByText('原文语言、共同反映人（可不填）').click();
    await expect(page.getByLabel('原文语言')).toBeVisible();
    await expect(page.getByRole('button', { name: '添加委员' })).toBeVisible();
    await page.getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await expect(page.getByRole('heading', { name: '社情民意信息', exact: true })).toBeVisible();
  });

  test('reading groups, and one of them', async () => {
    await page.goto(`${service()}/m/#/reading`);
    const link = page
      .getByRole('main')
      .getByRole('link', { name: /谈基层治理/ })
      .first();
    const others = page.getByRole('button', { name: '查看其他读书群' });
    await expect(link.or(others).first()).toBeVisible();
    await show('reading');
    if (!(await link.isVisible())) await others.click();
    await link.click();
    const join = page.getByRole('button', { name: '加入读书群' });
    await expect(join.or(page.getByLabel('写发言'))).toBeVisible();
    await show('reading-group');
    if (await join.isVisible()) await join.click();
    const words = `村里的老人说，规矩是商量出来的。（${Date.now() % 100_000}）`;
    await page.getByLabel('写发言').fill(words);
    await page.getByRole('button', { name: '发送' }).click();
    const mine = page.getByRole('listitem').filter({ hasText: words });
    await mine.getByRole('button', { name: /^更多/ }).click();
    await show('own-post');
    await page.getByRole('button', { name: '修改', exact: true }).click();
    await page.getByRole('dialog').getByLabel('内容').fill(`${words}大家都认。`);
    await show('own-post-mend');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText(`${words}大家都认。`)).toBeVisible();
    await mine.getByRole('button', { name: /^更多/ }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await show('own-post-remove');
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await expect(mine).toBeHidden();
  });

  test('mine', async () => {
    await page.goto(`${service()}/m/#/me`);
    await expect(page.getByRole('heading', { name: '我的履职' })).toBeVisible();
    await show('me');
    for (const [name, title] of [
      ['unsent', '未发出的内容'],
      ['ways-in', '登录方式'],
      ['devices', '登录的设备'],
      ['privacy', '隐私说明'],
      ['complaints', '意见建议'],
      ['archive', '我的履职文稿'],
      ['about', '关于'],
    ] as const) {
      await page.goto(`${service()}/m/#/me/${name}`);
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      await show(`me-${name}`);
    }
  });

  test('offline: what is written is kept, and log-out asks', async () => {
    await page.goto(`${service()}/m/#/`);
    await page.context().setOffline(true);
    await expect(page.getByText('离线，已保存在本机')).toBeVisible();
    await show('offline');
    await page.context().setOffline(false);
    await page.goto(`${service()}/m/#/me`);
    await page.getByRole('button', { name: '退出登录' }).click();
    await show('log-out');
    await page.getByRole('button', { name: '取消' }).click();
  });

  test('large text is kept for the person, not for the page', async () => {
    await page.goto(`${service()}/m/#/me`);
    await page.getByLabel('长辈版（大字）').check();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
    await page.getByLabel('长辈版（大字）').uncheck();
    await expect(page.locator('html')).toHaveAttribute('data-size', 'normal');
  });

  test('locked after a while, and nothing wiped', async () => {
    await expect(async () => {
      // A last sign of life of the page that is being left may come after ours.
      await page.evaluate(() => localStorage.setItem('tongxin.lastUsed', String(Date.now() - 31 * 60_000)));
      await page.reload();
      await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 30_000 });
    await show('locked');
    await page.getByRole('button', { name: '解锁' }).click();
    await expect(page.getByRole('heading', { name: '我的履职' })).toBeVisible();
  });
});

test('a longer language from right to left fits too', async ({ browser }) => {
  const page = await onPhone(browser, member.phone);
  for (const path of [
    '/',
    '/proposals',
    '/reading',
    '/me',
    '/me/ways-in',
    '/me/devices',
    '/me/privacy',
    '/me/complaints',
    '/me/about',
  ]) {
    await page.goto(`${service()}/m/?pseudo#${path}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await fits(page, path);
  }
  await page.context().close();
});
