import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Line } from '../store/outbox';

type Fields = Record<string, unknown>;

/** A service of one proposal and one assignment, whose answers may get lost on the way. */
class Service {
  readonly asked: string[] = [];
  proposal: { version: number; status: string; fields: Fields } | null = null;
  report: Fields | null = null;
  rating: Fields | null = null;
  reached: Fields | null = null;
  /** Answers everything with nothing, as a network does that wants a log-in of its own. */
  empty = false;
  /** So many writes are done without the phone hearing of it. */
  losing = 0;
  private readonly server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const [status, answer] = this.answer(`${request.method} ${request.url}`, body);
      if (this.empty) response.writeHead(200, { 'Content-Length': '0' }).end();
      else if (request.method === 'PUT' && this.losing-- > 0) response.destroy();
      else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${Object(this.server.address()).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Something that happens while the submission is under way. */
  submit = () => {};

  private answer(what: string, body: Fields): [number, unknown] {
    this.asked.push(what);
    switch (what) {
      case 'POST /api/proposals':
        this.proposal ??= { version: 1, status: 'DRAFT', fields: body };
        return [201, this.view()];
      case 'PUT /api/proposals/p':
        return this.move(body, 'DRAFT');
      case 'PUT /api/proposals/p/submission':
        this.submit();
        return this.move({ ...this.proposal?.fields, version: body.version }, 'SUBMITTED');
      case 'GET /api/proposals/p':
        return [200, this.view()];
      case 'PUT /api/opinion-reports/r':
        if (this.report?.version !== body.version) return [409, { code: 'opinion.version' }];
        this.report = reportOf({ ...body, title: String(body.title).trim() }, 2, 'DRAFT');
        return [200, this.report];
      case 'PUT /api/opinion-reports/r/submission':
        this.report = { ...this.report, version: 3, status: 'SUBMITTED' };
        return [200, this.report];
      case 'GET /api/opinion-reports/r':
        return [200, this.report];
      case 'GET /api/assignments/a':
        return [200, { id: 'a', rating: this.rating }];
      case 'PUT /api/required-titles/t/confirmation':
        return [200, {}];
      case 'PUT /api/books/b/progress':
        this.reached = body;
        return [200, body];
      case 'DELETE /api/books/b/progress':
        this.reached = null;
        return [200, {}];
      case 'PUT /api/assignments/a/rating':
        this.rating = body;
        return [200, {}];
      default:
        return [404, { code: 'not-found' }];
    }
  }

  private move(body: Fields, status: string): [number, unknown] {
    if (this.proposal?.status !== 'DRAFT') return [409, { code: 'proposal.move-not-allowed' }];
    if (this.proposal.version !== body.version) return [409, { code: 'proposal.version' }];
    this.proposal = { version: this.proposal.version + 1, status, fields: body };
    return [200, this.view()];
  }

  private view(): Fields {
    return { ...this.proposal?.fields, id: 'p', version: this.proposal?.version, status: this.proposal?.status };
  }
}

const reportOf = ({ title, situation, analysis, suggestions }: Fields, version: number, status: string): Fields => ({
  id: 'r',
  version,
  status,
  kind: 'REPORT',
  text: { suggestions, analysis, situation, title },
  urgency: 'NORMAL',
  openToPublic: false,
  coauthors: [],
});

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text ? JSON.parse(text) : {};
}

let service: Service;
let deliver: (line: Line) => Promise<void>;
let drafts: typeof import('../features/proposal/drafts')['proposalDrafts'];
let reports: typeof import('../features/opinion/drafts')['opinionDrafts'];
let close: () => void;

const line = (matter: Line['matter']): Line => ({
  id: '1',
  seatId: 's',
  title: '',
  writtenAt: '',
  matter,
  refused: null,
});
const submission = line({ kind: 'submission', proposalId: 'p' });
const words = (title: string) => ({
  title,
  category: '',
  situation: '',
  analysis: '',
  suggestions: ['一'],
  openToPublic: true,
  notOpenReason: '',
  research: '',
  language: '',
  originalText: '',
});
const keep = (title: string, version: number | null, dirty = true) =>
  drafts
    .placesFor('s')
    .keep({ seatId: 's', id: 'p', fields: words(title), version, savedAt: '', syncedAt: null, dirty });

beforeAll(async () => {
  service = new Service();
  Object.assign(globalThis, { location: { origin: await service.open() } });
  const client = await import('../api/client');
  const { holdKey } = await import('../store/seal');
  client.onceIn(holdKey);
  ({ deliver } = await import('./sending'));
  drafts = (await import('../features/proposal/drafts')).proposalDrafts;
  reports = (await import('../features/opinion/drafts')).opinionDrafts;
  close = (await import('../store/drafts')).closeDrafts;
  await client.holdTokens({ accessToken: 't', expiresInSeconds: 3_000, storeKey: 'k' });
});
afterAll(() => service.close());
beforeEach(async () => {
  close();
  await drafts.forget('s', 'p');
  await reports.forget('s', 'r');
  service.asked.length = 0;
  service.proposal = null;
  service.report = null;
  service.empty = false;
  service.rating = null;
  service.losing = 0;
});

test('the newest words are handed in, also where an older create had got through unheard', async () => {
  service.proposal = { version: 1, status: 'DRAFT', fields: words('旧') };
  await keep('新', null);
  await deliver(submission);
  expect(service.proposal).toMatchObject({ status: 'SUBMITTED', fields: { title: '新' } });
  expect(await drafts.kept('s', 'p')).toBeNull();
});

test('a save and a submission whose answers were lost are found done, not refused', async () => {
  service.proposal = { version: 1, status: 'DRAFT', fields: words('旧') };
  await keep('新', 1);
  service.losing = 1;
  await expect(deliver(submission)).rejects.toThrow();
  expect(service.proposal).toMatchObject({ version: 2, status: 'DRAFT', fields: { title: '新' } });
  service.losing = 1;
  await deliver(submission).catch(() => {});
  if (service.proposal?.status === 'DRAFT') await deliver(submission).catch(() => {});
  await deliver(submission);
  expect(service.proposal).toMatchObject({ version: 3, status: 'SUBMITTED', fields: { title: '新' } });
  expect(await drafts.kept('s', 'p')).toBeNull();
});

test("another hand's words are never written over: the line is refused and the text stays", async () => {
  service.proposal = { version: 5, status: 'DRAFT', fields: words('别处改的') };
  await keep('这里改的', 4);
  await expect(deliver(submission)).rejects.toMatchObject({ code: 'proposal.version' });
  expect(service.proposal).toMatchObject({ version: 5, fields: { title: '别处改的' } });
  expect(await drafts.kept('s', 'p')).toMatchObject({ dirty: true, fields: { title: '这里改的' } });
});

test('a rating is given once', async () => {
  const rating = line({ kind: 'rating', assignmentId: 'a', given: { attitude: 'SATISFIED', result: 'SATISFIED' } });
  service.losing = 1;
  await expect(deliver(rating)).rejects.toThrow();
  await deliver(rating);
  expect(service.asked.filter((what) => what.startsWith('PUT'))).toHaveLength(1);
});

test('a rating that differs in one answer only is given', async () => {
  const given = { attitude: 'SATISFIED' as const, result: 'SATISFIED' as const };
  await deliver(line({ kind: 'rating', assignmentId: 'a', given: { ...given, contactMode: 'PHONE' } }));
  for (const more of [
    { contactMode: 'MEET' as const },
    { contactMode: 'MEET' as const, visited: 'VISITED' as const },
    { contactMode: 'MEET' as const, visited: 'VISITED' as const, onPoint: 'ON_POINT' as const },
  ]) {
    await deliver(line({ kind: 'rating', assignmentId: 'a', given: { ...given, ...more } }));
    expect(service.rating).toEqual({ ...given, ...more });
  }
});

test('what was handed in elsewhere with other words takes nothing from this phone', async () => {
  service.proposal = { version: 6, status: 'SUBMITTED', fields: words('别处交的') };
  await keep('这里写的', 4);
  await expect(deliver(submission)).rejects.toMatchObject({ code: 'draft.handed-in' });
  expect(await drafts.kept('s', 'p')).toMatchObject({ dirty: true, fields: { title: '这里写的' } });
  service.proposal = { version: 6, status: 'CO_SIGNING', fields: words('别处改的') };
  await expect(deliver(submission)).rejects.toMatchObject({ code: 'proposal.version' });
  expect(await drafts.kept('s', 'p')).toMatchObject({ fields: { title: '这里写的' } });
});

test('words that are written while the line is under way stay on the phone', async () => {
  service.proposal = { version: 1, status: 'DRAFT', fields: words('一') };
  await keep('一', 1, false);
  await drafts.open('s', 'p', (keeper) => {
    const { submit } = service;
    service.submit = () => {
      service.submit = submit;
      void keeper.edit({ title: '一二' });
    };
  });
  await deliver(submission);
  expect(service.proposal).toMatchObject({ status: 'SUBMITTED', fields: { title: '一' } });
  await expect.poll(() => drafts.kept('s', 'p')).toMatchObject({ dirty: true, fields: { title: '一二' } });
});

test('a report whose save had no answer is found by its words, in whatever order and with whatever blanks', async () => {
  const fields = { kind: 'REPORT' as const, title: '路灯 ', situation: '坏了', analysis: '', suggestions: '修' };
  const besides = {
    topic: '',
    urgent: false,
    language: '',
    openToPublic: false,
    commissionId: '',
    coauthors: [],
  };
  const mine = { ...fields, ...besides };
  await reports
    .placesFor('s')
    .keep({ seatId: 's', id: 'r', fields: mine, version: 1, savedAt: '', syncedAt: null, dirty: true });
  service.report = reportOf(mine, 1, 'DRAFT');
  service.losing = 1;
  const handIn = line({ kind: 'report', reportId: 'r' });
  await expect(deliver(handIn)).rejects.toThrow();
  expect(service.report).toMatchObject({ version: 2, text: { title: '路灯' } });
  close(); // the page was closed meanwhile
  await deliver(handIn);
  expect(service.report).toMatchObject({ status: 'SUBMITTED' });
  expect(await reports.kept('s', 'r')).toBeNull();
});

test('an empty answer, or a page, is no answer: the line stays', async () => {
  service.empty = true;
  const post = line({ kind: 'post', groupId: 'g', id: 'x', text: '一句话' });
  await expect(deliver(post)).rejects.toThrow();
});

test('that a title was read, and how far one is in a book, is sent, and again where the answer was lost', async () => {
  service.losing = 1;
  await expect(deliver(line({ kind: 'required', titleId: 't' }))).rejects.toThrow();
  await deliver(line({ kind: 'required', titleId: 't' }));
  expect(service.asked).toEqual(Array(2).fill('PUT /api/required-titles/t/confirmation'));
  await deliver(line({ kind: 'progress', bookId: 'b', page: 30 }));
  expect(service.reached).toEqual({ page: 30 });
  await deliver(line({ kind: 'progress', bookId: 'b' }));
  expect(service.reached).toBeNull();
});
