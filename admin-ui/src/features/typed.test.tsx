// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open, Refused, serve } from '../stage';
import { BulletinPage } from './opinion/BulletinPage';
import { OpinionPage } from './opinion/OpinionPage';
import { PublicationPage } from './proposal/PublicationPage';
import { QuizPage } from './quiz/QuizPage';

const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });

/** Answers when the test lets it. */
function gate() {
  let let_ = () => {};
  const through = new Promise<void>((resolve) => {
    let_ = resolve;
  });
  return { through, open: () => let_() };
}

test('a field left while another is being saved is saved after it, and the form is never drawn anew', async () => {
  const text = { title: '题', situation: '情', analysis: '', suggestions: '议' };
  const report = {
    id: 'o',
    version: 1,
    status: 'EDITING',
    text,
    edition: text,
    outcomes: [],
    assignments: [],
    formerEditions: [],
    coauthors: [],
    secrecyHits: [],
    can: ['edit-edition'],
  };
  const first = gate();
  let saves = 0;
  serve({
    'GET /api/opinion-reports/o': () => report,
    'PUT /api/opinion-reports/o/edition': async ({ version, ...edition }) => {
      saves += 1;
      if (saves === 1) await first.through;
      if (version !== report.version) return new Refused(409, 'opinion.version');
      return Object.assign(report, { version: report.version + 1, edition });
    },
  });
  open('/opinions/$id', OpinionPage, '/opinions/o');
  const title = await screen.findByLabelText('标题');
  const situation = screen.getByLabelText('情况');
  type(title, '新题');
  fireEvent.blur(title);
  await waitFor(() => expect(saves).toBe(1));
  type(situation, '新情况');
  fireEvent.blur(situation);
  first.open();
  await waitFor(() => expect(report.edition).toMatchObject({ title: '新题', situation: '新情况' }));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('新题'));
  expect(screen.getByLabelText('情况')).toBe(situation);
  expect(saves).toBe(2);
});

test('an edition typed over another hand is not sent before the editor has chosen', async () => {
  const text = { title: '题', situation: '情', analysis: '', suggestions: '议' };
  const report = {
    id: 'o',
    version: 1,
    status: 'EDITING',
    text,
    edition: text,
    formerEditions: [],
    outcomes: [],
    assignments: [],
    coauthors: [],
    secrecyHits: [],
    can: ['edit-edition'],
  };
  serve({
    'GET /api/opinion-reports/o': () => report,
    'PUT /api/opinion-reports/o/edition': ({ version, ...edition }) =>
      version === report.version
        ? Object.assign(report, { version: report.version + 1, edition })
        : new Refused(409, 'opinion.version'),
  });
  open('/opinions/$id', OpinionPage, '/opinions/o');
  const situation = await screen.findByLabelText<HTMLTextAreaElement>('情况');
  Object.assign(report, { version: 2, edition: { ...text, situation: '对方写的情况' } });
  type(situation, '我写的情况');
  fireEvent.blur(situation);
  await screen.findByText('对方写的情况');
  expect(situation.value).toBe('我写的情况');
  fireEvent.blur(situation);
  expect(report.edition.situation).toBe('对方写的情况');
  fireEvent.click(screen.getByRole('button', { name: '用我写的覆盖' }));
  await waitFor(() => expect(report.edition.situation).toBe('我写的情况'));
  expect(report.version).toBe(3);
});

test('public words that crossed with another hand stay in the form, with what the service said', async () => {
  const words = {
    proposalId: 'p',
    version: 1,
    title: '题',
    text: '原文',
    proponents: '甲',
    state: 'DRAFT',
    secrecyHits: [],
    can: ['propose'],
  };
  serve({
    'GET /api/proposals/p/publication': () => words,
    'PUT /api/proposals/p/publication': () => {
      words.version = 2;
      return new Refused(409, 'publication.version');
    },
  });
  const page = open('/publications/$id', PublicationPage, '/publications/p');
  type(await screen.findByLabelText('正文'), '改写了很久的正文');
  fireEvent.click(screen.getByRole('button', { name: '送审' }));
  await screen.findByRole('alert');
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('正文').value).toBe('改写了很久的正文'));
  page.unmount();
  open('/publications/$id', PublicationPage, '/publications/p');
  expect((await screen.findByLabelText<HTMLTextAreaElement>('正文')).value).toBe('改写了很久的正文');
});

test('saving one piece of an issue leaves what was typed into another', async () => {
  const piece = (id: string) => ({
    id,
    mode: 'SINGLE',
    title: id,
    text: id,
    reports: [{ id: `r${id}`, title: id, status: 'EDITING' }],
  });
  const issue = {
    id: 'b',
    version: 1,
    bulletin: '社情',
    items: [piece('1'), piece('2')],
    secrecyHits: [],
    can: ['edit'],
  };
  serve({
    'GET /api/bulletin-issues/b': () => issue,
    'PUT /api/bulletin-issues/b': ({ items }) =>
      Object.assign(issue, {
        version: issue.version + 1,
        // The service makes the pieces anew.
        items: issue.items.map((each, at) => ({ ...each, ...Object(items)[at], id: `${each.id}+` })),
      }),
  });
  open('/bulletins/$id', BulletinPage, '/bulletins/b');
  const [one, other] = await screen.findAllByLabelText('正文');
  if (!one || !other) throw new Error('Two pieces were asked for.');
  type(other, '还没有保存的话');
  type(one, '改好的话');
  const [save] = screen.getAllByRole('button', { name: '保存' });
  if (save) fireEvent.click(save);
  await waitFor(() => expect(issue.version).toBe(2));
  expect(issue.items.map(({ text }) => text)).toEqual(['改好的话', '2']);
  await waitFor(() => expect(save?.classList.contains('ant-btn-loading')).toBe(false));
  expect(screen.getAllByLabelText<HTMLTextAreaElement>('正文').map(({ value }) => value)).toEqual([
    '改好的话',
    '还没有保存的话',
  ]);
});

test('a step that crossed with another hand says so, though the page is read again', async () => {
  const quiz = {
    id: 'q',
    version: 1,
    status: 'PUBLISHED',
    phase: 'OPEN',
    kind: 'STUDY',
    title: '问答',
    opensAt: '2026-03-05T01:00:00Z',
    closesAt: '2026-03-06T01:00:00Z',
    can: ['edit', 'withdraw'],
  };
  const asked = serve({
    'GET /api/quizzes/q': () => quiz,
    'GET /api/quizzes/q/papers': () => [],
    'DELETE /api/quizzes/q/publication': () => {
      quiz.version = 2;
      return new Refused(409, 'quiz.version');
    },
  });
  open('/quizzes/$id', QuizPage, '/quizzes/q');
  const moves = within(await screen.findByRole('region', { name: '可以办理' }));
  fireEvent.click(moves.getByRole('button', { name: '撤回发布' }));
  await waitFor(() => expect(asked.filter((each) => each === 'GET /api/quizzes/q').length).toBe(2));
  expect(await within(screen.getByRole('region', { name: '可以办理' })).findByRole('alert')).toBeTruthy();
});
