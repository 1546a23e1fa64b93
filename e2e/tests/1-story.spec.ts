import { type Browser, expect, type Page, test } from '@playwright/test';
import { choose, fillDay, passToLastStage } from '../src/console';
import { analyst, clerk, member, reader, staff } from '../src/demo';
import { atDesk, goTo, onPhone, tick } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const cause = `关于为高海拔乡镇卫生院配备急救设备的提案（${stamp}）`;
const theme = `读《乡土中国》，谈基层治理（${stamp}）`;

/** The main job on real input, by five people in five seats. */
test.describe
  .serial('a proposal and a reading group, end to end', () => {
    let people: { member: Page; staff: Page; clerk: Page; reader: Page; analyst: Page };
    let filedBefore = 0;

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(180_000);
      people = await everybody(browser);
    });
    test.afterAll(async () => {
      for (const page of Object.values(people ?? {})) await page.context().close();
    });

    test('the province reads the figures before', async () => {
      await expect(async () => {
        filedBefore = await filedIn(people.analyst);
        expect(filedBefore).toBeGreaterThan(0); // the demo's own are on their way up when the stand is new
        expect(await filedIn(people.analyst)).toBe(filedBefore);
      }).toPass({ timeout: 60_000 });
    });

    test('a member writes on the phone, and nothing is lost on the way', async () => {
      const page = people.member;
      await page.goto(`${service()}/m/#/proposals`);
      await page.getByRole('button', { name: '写提案' }).click();
      await page.getByLabel('案由（标题）').fill(cause);
      await page.getByLabel('类别').selectOption({ index: 1 });
      await page
        .getByLabel('情况')
        .fill('乡镇卫生院距县医院平均八十公里，急重病人转运常需两小时以上，途中缺氧是主要危险。'.repeat(3));
      await page.getByLabel('分析').fill('设备经费按人口下达，人少地广的乡镇分到的不够买一台制氧机。');
      await page.getByLabel('建议 1').fill('为海拔四千米以上的乡镇卫生院各配备一台制氧机。');
      await page.getByRole('button', { name: '再加一条建议' }).click();
      await page.getByLabel('建议 2').fill('每年对乡镇医生做一次高原急救培训。');
      await page.getByLabel('建议 2').blur();
      await expect(page.getByText('（已同步）')).toBeVisible();
      await page.reload();
      await expect(page.getByLabel('建议 2')).toHaveValue('每年对乡镇医生做一次高原急救培训。');
      await page.getByLabel(/我确认内容不涉及/).check();
      await page.getByRole('button', { name: '提交提案' }).click();
      const ask = page.getByRole('dialog');
      await expect(ask).toContainText(/将作为.*(大会|平时)提案提交/);
      await ask.getByRole('button', { name: '提交提案' }).click();
      await expect(page.getByRole('heading', { name: cause })).toBeVisible();
      await expect(page.getByText('已提交，等待提案委员会办公室接收。')).toBeVisible();
    });

    test('staff accept, review, file and assign it in the console', async () => {
      const page = people.staff;
      await passToLastStage(page, cause);
      await page.getByRole('button', { name: '立案', exact: true }).click();
      await expect(page.getByText(/已立案，案号/)).toBeVisible();
      await page.getByRole('button', { name: '交办', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await choose(page, dialog.getByLabel('承办单位'), clerk.unit, clerk.unit);
      await dialog.getByRole('button', { name: '交办' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('办理中').first()).toBeVisible();
    });

    test('the member sees who handles it and by when', async () => {
      const page = people.member;
      await page.reload();
      await expect(page.getByText(new RegExp(`${clerk.unit}办理中`))).toBeVisible();
    });

    test('the department accepts and replies to each suggestion', async () => {
      const page = people.clerk;
      await goTo(page, '');
      await page
        .getByRole('link', { name: new RegExp(stamp) })
        .first()
        .click();
      await page.getByRole('button', { name: '签收' }).click();
      await page.getByLabel(/对建议 1 的答复/).fill('已列入今年设备采购计划，九月底前到位。');
      await page.getByLabel(/对建议 2 的答复/).fill('与州卫校联合办班，首期六月开班。');
      await page.getByLabel('答复正文').fill('您提出的提案收悉。经与您电话沟通并会同财政部门研究，现答复如上。');
      await page.getByRole('radio', { name: /正在解决/ }).check();
      await choose(page, page.getByLabel('与提案者沟通方式'), '电话');
      await fillDay(page.getByLabel('沟通日期'));
      await page.getByLabel('沟通人').fill('李建国');
      await page.getByLabel('答复文号').fill('甘卫函〔2026〕12号');
      await page.getByLabel('签发人').fill('李建国');
      await page.getByRole('button', { name: '提交答复' }).click();
      await expect(page.getByText('答复待审核').first()).toBeVisible();
    });

    test('the office looks at the reply and lets it through', async () => {
      const page = people.staff;
      await goTo(page, '');
      await page
        .getByRole('link', { name: '审核答复' })
        .and(page.locator('li', { hasText: stamp }).getByRole('link'))
        .first()
        .click();
      await expect(page.getByText('已列入今年设备采购计划')).toBeVisible();
      await page.getByRole('button', { name: '审核答复' }).click();
      const dialog = page.getByRole('dialog');
      await tick(dialog.getByRole('radio', { name: /通过/ }));
      await dialog.getByRole('button', { name: '作出决定' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('已答复').first()).toBeVisible();
    });

    test('the member finds it among the things to do, and rates', async () => {
      const page = people.member;
      await page.goto(`${service()}/m/#/`);
      await page.reload();
      const card = page
        .getByRole('listitem')
        .filter({ hasText: cause })
        .filter({ has: page.getByRole('link', { name: '评价答复' }) });
      await card.getByRole('link', { name: '评价答复' }).click();
      await expect(page.getByText('已列入今年设备采购计划')).toBeVisible();
      await page.getByRole('group', { name: '办理态度' }).getByRole('radio', { name: '满意', exact: true }).check();
      await page.getByRole('group', { name: '办理结果' }).getByRole('radio', { name: '基本满意' }).check();
      await page
        .getByRole('group', { name: '答复是否针对提案' })
        .getByRole('radio', { name: '针对', exact: true })
        .check();
      await page.getByRole('group', { name: '承办单位是否走访' }).getByRole('radio', { name: '不需要走访' }).check();
      await page.getByLabel('意见').fill('答复具体，请按期落实。');
      await page.getByRole('button', { name: '提交评价' }).click();
      await expect(page.getByText(/您的评价：态度满意，结果基本满意。/)).toBeVisible();
    });

    test('staff close it', async () => {
      const page = people.staff;
      await goTo(page, `proposals?q=${encodeURIComponent(cause)}`);
      await page.getByRole('link', { name: cause }).click();
      await page.getByRole('button', { name: '办结', exact: true }).click();
      await expect(page.getByText('已办结').first()).toBeVisible();
    });

    test('a reading group is opened and talks', async () => {
      const desk = people.staff;
      await goTo(desk, 'reading');
      await desk.getByRole('button', { name: '新建读书群' }).click();
      const dialog = desk.getByRole('dialog');
      await dialog.getByLabel('主题').fill(theme);
      await dialog.getByLabel('拟读书名').fill('乡土中国');
      await fillDay(dialog.getByLabel('开始日期'));
      await fillDay(dialog.getByLabel('结束日期'));
      await dialog.getByRole('button', { name: '新建读书群' }).click();
      await desk.getByRole('link', { name: theme }).click();
      await desk.getByRole('button', { name: '按轮值补齐' }).click();
      const turns = desk.getByRole('dialog');
      await turns.getByLabel('轮值主持人（按顺序）').click();
      await desk.locator('.ant-select-item-option').first().click();
      await turns.getByLabel('题目').click();
      await turns.getByRole('button', { name: '按轮值补齐' }).click();
      await expect(turns).toBeHidden();
      await desk.getByRole('button', { name: '开群' }).click();
      await expect(desk.getByText('进行中').first()).toBeVisible();

      await join(people.member);
      await say(people.member, '我们村过去借东西不写条子，现在要写了。');
      await join(people.reader);
      await expect(people.reader.getByText('我们村过去借东西不写条子，现在要写了。')).toBeVisible();
      await say(people.reader, '外出的人多了，认识的人少了。');
      await expect(people.member.getByText('外出的人多了，认识的人少了。')).toBeVisible();
    });

    test('what is written without a connection is kept and sent once', async () => {
      const page = people.member;
      await page.context().setOffline(true);
      await say(page, '这句话写在没有信号的路上。');
      await expect(page.getByText('在本机，尚未发送')).toBeVisible();
      await page.context().setOffline(false);
      await expect(people.reader.getByText('这句话写在没有信号的路上。')).toHaveCount(1);
      await expect(page.getByText('在本机，尚未发送')).toBeHidden();
      // What comes after it has come, so a second one would have come as well.
      await say(page, '这句话写在有信号的地方。');
      await expect(people.reader.getByText('这句话写在有信号的地方。')).toBeVisible();
      await expect(people.reader.getByText('这句话写在没有信号的路上。')).toHaveCount(1);
    });

    test('the province reads what has been added', async () => {
      await expect(async () => {
        // Other stories file at the same time: the province reads what the prefecture counts, and that is more than before.
        const filed = await filedIn(people.staff);
        expect(filed).toBeGreaterThan(filedBefore);
        expect(await filedIn(people.analyst)).toBe(filed);
      }).toPass({ timeout: 60_000 });
    });
  });

async function everybody(browser: Browser) {
  return {
    member: await onPhone(browser, member.phone),
    staff: await atDesk(browser, staff.username),
    clerk: await atDesk(browser, clerk.username),
    reader: await onPhone(browser, reader.phone),
    analyst: await atDesk(browser, analyst.username),
  };
}

async function join(page: Page): Promise<void> {
  await page.goto(`${service()}/m/#/reading`);
  await page.reload();
  const link = page.getByRole('link', { name: theme });
  const others = page.getByRole('button', { name: '查看其他读书群' });
  await expect(link.or(others).first()).toBeVisible();
  if (!(await link.isVisible())) await others.click();
  await link.click();
  await page.getByRole('button', { name: '加入读书群' }).click();
  await expect(page.getByLabel('写发言')).toBeVisible();
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('写发言').fill(words);
  await page.getByRole('button', { name: '发送' }).click();
}

/** The number of filed proposals that the province sees of the prefecture. */
async function filedIn(page: Page): Promise<number> {
  await goTo(page, 'rollup');
  const row = page.getByRole('row').filter({ hasText: '甘孜' }).first();
  await row.waitFor();
  const heading = page.getByRole('columnheader', { name: /^立案/ });
  if ((await heading.count()) === 0) return 0; // nothing was counted yet, so no figure has a column
  const column = await heading.evaluate((cell) => [...(cell.parentElement?.children ?? [])].indexOf(cell));
  return Number((await row.getByRole('cell').nth(column).innerText()).replace(/\D/g, ''));
}
