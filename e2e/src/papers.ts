import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { day } from './day';
import { admin, clerk, member, reader, reading, staff } from './demo';
import { Desk } from './desk';
import { fieldOf } from './people';

/** Proposals in the states that the screens are about; each is brought there from wherever it stands. */
const proposals = [
  { title: '关于修缮通乡公路桥梁的提案', until: 'SUBMITTED' },
  { title: '关于在牧区中小学配备心理教师的提案', until: 'IN_REVIEW' },
  { title: '关于统一更换全州路灯样式的提案', until: 'LAST_STAGE' },
  { title: '关于规范县城停车泊位管理的提案', until: 'FILED' },
  { title: '关于建立牧区流动图书车的提案', until: 'HANDLING' },
  { title: '关于为高海拔乡镇卫生院配备制氧机的提案', until: 'AWAITING_FEEDBACK' },
] as const;

const led = '关于加强乡镇寄宿制学校医务室建设的提案';

const group = '读《乡土中国》，谈基层治理';

const listed = '雪域高原风物记';

let laid: Promise<void> | undefined;

/** What lies on the desks of the office: something to see on every screen. Made once, whoever asks first. */
export function layPapers(browser: Browser): Promise<void> {
  laid ??= lay(browser);
  return laid;
}

async function lay(browser: Browser): Promise<void> {
  const office = await Desk.of(browser, staff.username);
  const unit = await Desk.of(browser, clerk.username);
  for (const { title, until } of proposals) await bring(office, unit, title, until);
  await readTogether(browser, office);
  await listBook(office);
  await leadKeyProposal(office, unit);
  await issueDigest(office);
  await planTerm(office);
  await complain(office);
  await issueBulletin(office);
  await office.close();
  await unit.close();
}

async function bring(office: Desk, unit: Desk, title: string, until: string, by = member.name): Promise<string> {
  const [known] = await office.items(`/proposals?q=${encodeURIComponent(title)}`);
  const id = known ? fieldOf(known, 'id') : await enter(office, title, by);
  for (let steps = 0; steps < 10; steps++) {
    const proposal = await office.send('GET', `/proposals/${id}`);
    const status = fieldOf(proposal, 'status');
    if (until === 'LAST_STAGE' ? isLastStage(proposal) : status === until) return id;
    await onward(office, unit, proposal, status);
  }
  throw new Error(`${title} did not become ${until}.`);
}

function isLastStage(proposal: unknown): boolean {
  return fieldOf(proposal, 'status') === 'IN_REVIEW' && fieldOf(proposal, 'stage') === fieldOf(proposal, 'stages');
}

async function enter(office: Desk, title: string, by: string): Promise<string> {
  const seats = await office.items(`/seats?q=${encodeURIComponent(by)}`);
  const seat = seats.find((each) => fieldOf(each, 'name') === by);
  const draft = await office.send('POST', '/proposals', {
    id: randomUUID(),
    onBehalfOf: fieldOf(seat, 'id'),
    title,
    category: 'SOCIETY',
    situation: '全州海拔四千米以上的乡镇有三十一个，距县城平均八十公里，冬季道路时常中断。'.repeat(4),
    analysis: '设备和人员按人口下达，人少地广的乡镇分到的不够办成一件事。'.repeat(3),
    suggestions: ['分三年配齐，先高海拔、后低海拔。', '按服务半径而不是按人口核定经费。'],
    openToPublic: true,
  });
  return fieldOf(draft, 'id');
}

/** Typed by the office from a member's paper, and reviewed up to the last stage. */
export async function toLastStage(office: Desk, one: { id: string; title: string }, author: string): Promise<void> {
  const seats = await office.items(`/seats?q=${encodeURIComponent(author)}`);
  const seat = seats.find((each) => fieldOf(each, 'name') === author);
  await office.send('POST', '/proposals', {
    ...one,
    category: 'SOCIETY',
    situation: '乡镇卫生院常用药短缺，慢性病患者每月要到县城取药。'.repeat(5),
    analysis: '县乡药品目录不统一，配送以县城为终点。',
    suggestions: ['以片区为单位建设医共体药房。', '统一县乡药品目录。'],
    openToPublic: true,
    onBehalfOf: fieldOf(seat, 'id'),
  });
  const path = `/proposals/${one.id}`;
  await office.send('PUT', `${path}/submission`, { version: 1, secrecyConfirmed: true });
  await office.send('PUT', `${path}/acceptance`, {});
  for (let stage = 1; ; stage++) {
    const now = await office.send('GET', path);
    if (fieldOf(now, 'stage') === fieldOf(now, 'stages')) return;
    await office.send('PUT', `${path}/review`, { stage });
  }
}

/** The next step of a proposal, by whoever has to take it. */
async function onward(office: Desk, unit: Desk, proposal: unknown, status: string): Promise<void> {
  const path = `/proposals/${fieldOf(proposal, 'id')}`;
  const version = Number(fieldOf(proposal, 'version'));
  switch (status) {
    case 'DRAFT':
      await office.send('PUT', `${path}/submission`, { version, secrecyConfirmed: true });
      return;
    case 'SUBMITTED':
      await office.send('PUT', `${path}/acceptance`, { version });
      return;
    case 'IN_REVIEW':
      if (isLastStage(proposal)) await office.send('PUT', `${path}/filing`, { version });
      else await office.send('PUT', `${path}/review`, { version, stage: Number(fieldOf(proposal, 'stage')) });
      return;
    case 'FILED':
    case 'ASSIGNING': {
      const [department] = (await office.items('/units')).filter((each) => fieldOf(each, 'name') === clerk.unit);
      await office.send('PUT', `${path}/assignment`, {
        version,
        units: [{ unitId: fieldOf(department, 'id'), role: 'SOLE' }],
      });
      return;
    }
    case 'HANDLING':
      await reply(unit, fieldOf(proposal, 'id'));
      return;
    case 'REPLY_REVIEW':
      await approve(office, fieldOf(proposal, 'id'));
      return;
    default:
      throw new Error(`Nobody here takes a proposal in ${status} further.`);
  }
}

async function assignmentOf(desk: Desk, proposalId: string, which = ''): Promise<string> {
  const held = await desk.items(`/assignments?limit=100${which}`);
  return `/assignments/${fieldOf(
    held.find((each) => JSON.stringify(each).includes(proposalId)),
    'id',
  )}`;
}

/** The office lets a unit's reply through. */
export async function approve(office: Desk, proposalId: string): Promise<void> {
  const path = await assignmentOf(office, proposalId, '&status=REPLIED');
  await office.send('PUT', `${path}/reply-review`, { approved: true });
}

/** A unit answers two suggestions, having talked to the proponent. */
export async function reply(unit: Desk, proposalId: string): Promise<void> {
  const path = await assignmentOf(unit, proposalId);
  const sent = await unit.send('GET', path);
  const accepted = fieldOf(sent, 'status') === 'SENT' ? await unit.send('PUT', `${path}/acceptance`, {}) : sent;
  await unit.send('PUT', `${path}/reply`, {
    version: Number(fieldOf(accepted, 'version')),
    docNo: '甘卫函〔2026〕12号',
    text: '您提出的提案收悉。经与您电话沟通并会同财政部门研究，现答复如下。',
    answers: [
      { no: 1, text: '已列入三年采购计划，今年先配十一个乡镇。' },
      { no: 2, text: '已向财政部门提出按服务半径核定的方案。' },
    ],
    grade: 'B',
    contact: { mode: 'PHONE', on: day(), who: '李建国' },
    signer: '李建国',
    signedOn: day(),
    promises: [
      { text: '今年为十一个乡镇卫生院配齐制氧机', dueOn: `${new Date().getFullYear() + 1}-10-31`, owner: '李建国' },
    ],
  });
}

/** One issue of a bulletin, with a piece of one report and a piece of two. */
async function issueBulletin(office: Desk): Promise<void> {
  if ((await office.items('/bulletin-issues?limit=1')).length > 0) return;
  const [seat] = await office.items(`/seats?q=${encodeURIComponent(member.name)}`);
  const reports = [];
  for (const title of ['乡镇退烧药断货应引起重视', '牧区缺少兽医', '牧区兽药配送不及时']) {
    const draft = await office.send('POST', '/opinion-reports', {
      id: randomUUID(),
      onBehalfOf: fieldOf(seat, 'id'),
      title,
      situation: '入冬以来三个乡镇的药店断货，群众往返百里购药，老人和孩子用药最难。'.repeat(3),
      analysis: '配送车队因道路结冰停运，乡镇没有储备。',
      suggestions: '由县医药公司设立乡镇应急储备点，按冬季用量备足三个月。',
      secrecyConfirmed: true,
    });
    const path = `/opinion-reports/${fieldOf(draft, 'id')}`;
    await office.send('PUT', `${path}/submission`, { version: 1, secrecyConfirmed: true });
    await office.send('PUT', `${path}/editing`, {});
    await office.send('PUT', `${path}/approval-request`, {});
    reports.push(fieldOf(draft, 'id'));
  }
  const bulletin = await office.send('POST', '/bulletins', { id: randomUUID(), name: '社情民意' });
  const issue = await office.send('POST', '/bulletin-issues', {
    id: randomUUID(),
    bulletinId: fieldOf(bulletin, 'id'),
    items: [
      { mode: 'SINGLE', reportIds: reports.slice(0, 1) },
      {
        mode: 'COMPOSITE',
        title: '牧区防疫力量薄弱，兽医兽药都不足',
        text: '多位委员反映，牧区兽医平均年龄超过五十五岁，一人要管三个乡。\n兽药由州里按季配送，遇雪封路便断供。建议恢复乡级兽医站编制，在各县设立兽药周转库。',
        reportIds: reports.slice(1),
      },
    ],
  });
  await office.send('PUT', `/bulletin-issues/${fieldOf(issue, 'id')}/issuing`, { version: 1 });
}

/** A key proposal that the member leads: the notice is out, one meeting was held, one is planned. It is outstanding as well. */
async function leadKeyProposal(office: Desk, unit: Desk): Promise<void> {
  const path = `/proposals/${await bring(office, unit, led, 'HANDLING', reader.name)}`;
  const proposal = await office.send('GET', path);
  if (Object(proposal).keyOn) return;
  const [leader] = await office.items(`/seats?q=${encodeURIComponent(member.name)}`);
  await office.send('PUT', `${path}/key`, {
    version: Number(fieldOf(proposal, 'version')),
    leader: `州政协副主席${member.name}`,
    leaderId: fieldOf(leader, 'id'),
    plannedOn: `${new Date().getFullYear() + 1}-06-30`,
  });
  await office.send('PUT', `${path}/key/steps/NOTICE`, { on: day() });
  await office.send('PUT', `${path}/key/steps/FIRST_MEETING`, { on: day(), note: '听取办理方案，实地察看两处。' });
  await office.send('PUT', `${path}/key/meeting`, {
    on: `${new Date().getFullYear() + 1}-03-20`,
    place: '州政协二楼会议室',
  });
  await office.send('PUT', `${path}/outstanding`, { reason: '调研扎实，建议具体，承办单位已列入年度计划。' });
}

/** One issue of the digest with two proposals, and a leader's instruction on it. */
async function issueDigest(office: Desk): Promise<void> {
  if ((await office.items('/proposal-digests?limit=1')).length > 0) return;
  const items = [];
  for (const title of [led, '关于为高海拔乡镇卫生院配备制氧机的提案']) {
    const [proposal] = await office.items(`/proposals?q=${encodeURIComponent(title)}`);
    items.push({ proposalId: fieldOf(proposal, 'id') });
  }
  const digest = await office.send('POST', '/proposal-digests', {
    id: randomUUID(),
    recipients: '州委、州人大、州政府领导，州政协主席、副主席',
    items,
  });
  const path = `/proposal-digests/${fieldOf(digest, 'id')}`;
  await office.send('PUT', `${path}/issuing`, { version: 1 });
  await office.send('POST', `${path}/instructions`, {
    id: randomUUID(),
    level: 'PREFECTURE',
    leader: '州委某领导',
    on: day(),
    text: '请州卫健委研究，三个月内拿出方案。',
  });
}

async function planTerm(office: Desk): Promise<void> {
  if ((await office.items('/reading-terms')).length > 0) return;
  const year = new Date().getFullYear() + 1;
  await office.send('POST', '/reading-terms', {
    id: randomUUID(),
    name: `${year}年春季读书`,
    startsOn: `${year}-03-01`,
    endsOn: `${year}-06-30`,
  });
}

async function readTogether(browser: Browser, office: Desk): Promise<void> {
  const known = (await office.items('/reading-groups?limit=100')).some((each) => fieldOf(each, 'theme') === group);
  if (known) return;
  const made = await office.send('POST', '/reading-groups', {
    id: randomUUID(),
    theme: group,
    book: '乡土中国',
    introduction: '每周读一章，周四晚八点交流。请结合本乡本村的事来谈。',
    startsOn: day(),
    endsOn: `${new Date().getFullYear() + 1}-03-31`,
  });
  const path = `/reading-groups/${fieldOf(made, 'id')}`;
  const admins = await Desk.of(browser, admin.username);
  const [host] = await admins.items(`/seats?q=${encodeURIComponent(reading.host)}`);
  await admins.close();
  await office.send('PUT', `${path}/members/${fieldOf(host, 'id')}`);
  await office.send('PUT', `${path}/rotation`, { hostIds: [fieldOf(host, 'id')] });
  await office.send('PUT', `${path}/opening`);
  for (const [kind, text] of [
    ['LEAD', '这一周读《礼治秩序》。书里说礼不靠外力推行，靠的是从小养成的习惯。请大家想一想：村规民约靠什么管用？'],
    ['REPLY', '我们村的村规民约是大家一条一条议出来的，所以管用。'],
    ['NOTE', '读到“无讼”一节，想起司法所调解室的墙上写着“有理讲清，无理不闹”。'],
  ])
    await office.send('POST', `${path}/posts`, { id: randomUUID(), kind, text });
}

async function listBook(office: Desk): Promise<void> {
  const known = await office.items('/books?status=LISTED&limit=100');
  if (known.some((each) => fieldOf(each, 'title') === listed)) return;
  const made = await office.send('POST', '/books', {
    id: randomUUID(),
    title: listed,
    author: '本州文史资料编辑部',
    reason: '读懂本州的山水和人，调研前翻一翻有好处。',
  });
  const path = `/books/${fieldOf(made, 'id')}`;
  await office.send('PUT', `${path}/review`);
  await office.send('PUT', `${path}/listing`, { shelf: 'COMMON' });
}

async function complain(office: Desk): Promise<void> {
  if ((await office.items('/complaints?limit=1')).length > 0) return;
  await office.send('POST', '/complaints', {
    id: randomUUID(),
    kind: 'SUGGESTION',
    text: '希望提案列表能按承办单位分组打印，交办会上用得着。',
    contact: '0836-2830000',
  });
}
