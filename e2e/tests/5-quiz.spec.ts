import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { picture, pictures } from '../src/checks';
import { member, staff } from '../src/demo';
import { Desk } from '../src/desk';
import { fieldOf, goTo, onPhone, tick } from '../src/people';
import { service } from '../src/stand';

const stamp = new Date().toISOString().slice(5, 19).replace(/\D/g, '');
const title = `章程知识问答（${stamp}）`;
const tag = `章程${stamp.slice(-4)}`;
const bank = [
  '题型,题干,选项A,选项B,选项C,选项D,答案,分值,解析,标签',
  `单选题,人民政协的两大主题是（${stamp}）,团结和民主,民主和监督,团结和监督,协商和监督,A,40,见章程总纲。,${tag}`,
  `多选题,人民政协的主要职能有（${stamp}）,政治协商,民主监督,参政议政,行政管理,ABC,40,见章程第三条。,${tag}`,
  `判断题,政协委员可以提出提案（${stamp}）,,,,,错误,20,,${tag}`,
  `问答题,谈谈体会（${stamp}）,,,,,略,20,,${tag}`,
].join('\n');

/** The office brings in a bank and asks; a member answers, without a signal for a while; a wrong key is put right. */
test.describe
  .serial('a quiz', () => {
    let office: Desk;
    let desk: Page;
    let phone: Page;
    let quiz = '';

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      office = await Desk.of(browser, staff.username);
      desk = office.page;
      phone = await onPhone(browser, member.phone);
    });
    test.afterAll(async () => {
      await office?.close();
      await phone?.context().close();
    });

    test('a table of questions is looked at, its bad row marked, the good ones taken', async () => {
      await goTo(desk, 'questions/import');
      const file = { name: '章程题库.csv', mimeType: 'text/csv', buffer: Buffer.from(bank) };
      await desk.locator('input[type=file]').setInputFiles(file);
      await expect(desk.getByText('A5', { exact: false })).toBeVisible();
      await picture(desk, 'console', 'question-import');
      await desk.getByRole('button', { name: '导入 3 题' }).click();
      await expect(desk.getByText(/已导入 3 题/)).toBeVisible();
      await goTo(desk, `questions?tag=${encodeURIComponent(tag)}`);
      await expect(desk.getByText('政治协商').or(desk.getByText('人民政协的主要职能有')).first()).toBeVisible();
      await picture(desk, 'console', 'questions');
      await desk.getByRole('button', { name: '修改' }).first().click();
      await expect(desk.getByRole('dialog')).toBeVisible();
      await picture(desk, 'console', 'question-edit');
      await desk.getByRole('button', { name: '取消' }).click();
    });

    test('a draft is looked through, mended until it sums, and published', async () => {
      const [first, second, third] = (await office.items(`/questions?tag=${encodeURIComponent(tag)}`)).reverse();
      const now = Date.now();
      const draft = {
        id: randomUUID(),
        title,
        note: '范围：章程总纲和第三条。',
        opensAt: new Date(now - 60_000).toISOString(),
        closesAt: new Date(now + 86_400_000).toISOString(),
        minutes: 30,
        attempts: 0,
        parts: [first, second].map((each) => ({ questionId: fieldOf(each, 'id'), points: 40 })),
      };
      quiz = draft.id;
      await office.send('POST', '/quizzes', draft);
      await goTo(desk, `quizzes/${quiz}`);
      await expect(desk.getByText(/各题合计 80 分，满分是 100 分/)).toBeVisible();
      await picture(desk, 'console', 'quiz-draft');
      const whole = [...draft.parts, { questionId: fieldOf(third, 'id'), points: 20 }];
      await office.send('PUT', `/quizzes/${quiz}`, { ...draft, version: 1, parts: whole });
      await goTo(desk, `quizzes/${quiz}/edit`);
      await expect(desk.getByText('共 3 题，合计 100 分，与满分一致')).toBeVisible();
      await picture(desk, 'console', 'quiz-edit');
      await goTo(desk, `quizzes/${quiz}`);
      await desk.getByRole('button', { name: '发布', exact: true }).click();
      await desk.getByRole('tooltip').getByRole('button', { name: '发布' }).click();
      await expect(desk.getByRole('button', { name: '撤回发布' })).toBeVisible();
    });

    test('a member answers question by question, one of them without a signal, and hands in', async () => {
      await phone.goto(`${service()}/m/#/reading`);
      await phone.getByRole('link', { name: /知识问答/ }).click();
      await expect(phone.getByRole('link', { name: new RegExp(stamp) })).toBeVisible();
      await pictures(phone, 'quizzes');
      await phone.getByRole('link', { name: new RegExp(stamp) }).click();
      await expect(phone.getByRole('button', { name: '开始答题' })).toBeVisible();
      await pictures(phone, 'quiz');
      await phone.getByRole('button', { name: '开始答题' }).click();
      await phone.getByRole('radio', { name: /团结和民主/ }).check();
      await expect(phone.getByText('已保存')).toBeVisible();
      await pictures(phone, 'quiz-question');

      await phone.context().setOffline(true);
      await phone.getByRole('button', { name: '下一题' }).click();
      for (const option of ['政治协商', '民主监督', '参政议政']) {
        await phone.getByRole('checkbox', { name: new RegExp(option) }).check();
      }
      await expect(phone.getByText('已存本机，待发送')).toBeVisible();
      await pictures(phone, 'quiz-offline');
      await phone.context().setOffline(false);
      await expect(phone.getByText('已保存')).toBeVisible();

      await phone.getByRole('button', { name: '下一题' }).click();
      await phone.getByRole('radio', { name: '正确' }).check();
      await expect(phone.getByText('已保存')).toBeVisible();
      await phone.getByRole('button', { name: '交卷' }).first().click();
      await pictures(phone, 'quiz-hand-in');
      await phone.getByRole('dialog').getByRole('button', { name: '交卷' }).click();
      await expect(phone.getByText('80 分（满分 100 分）')).toBeVisible();
      await expect(phone.getByText(/分。答案：/)).toBeHidden();
      await pictures(phone, 'quiz-result');
    });

    test('the office sees how each question fared, puts a wrong key right, and the member has his points', async () => {
      await goTo(desk, `quizzes/${quiz}`);
      await expect(desk.getByText(/答对 1\/1 \(100%\)/).first()).toBeVisible();
      await desk.getByRole('button', { name: '更正答案' }).nth(2).click();
      const dialog = desk.getByRole('dialog');
      await tick(dialog.getByRole('radio', { name: '正确' }));
      await dialog.getByLabel('更正理由').fill('章程规定委员可以提出提案。');
      await picture(desk, 'console', 'quiz-correct');
      await dialog.getByRole('button', { name: '更正并重新判分' }).click();
      await expect(desk.getByText('重新判分 1 份，其中 1 份分数有变化')).toBeVisible();
      await picture(desk, 'console', 'quiz');
      await goTo(desk, 'quizzes');
      await expect(desk.getByRole('link', { name: title })).toBeVisible();
      await picture(desk, 'console', 'quizzes');
      await phone.reload();
      await expect(phone.getByText('100 分（满分 100 分）')).toBeVisible();
    });
  });
