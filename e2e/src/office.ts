import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { admin, analyst, clerk, countyMember, info, member, operator, reader, staff } from './demo';
import { atDesk, fieldOf, goTo } from './people';
import { service } from './stand';

export const ganzi = '513300';
const sichuan = '510000';
const kangding = '513301';

/** Somebody's own requests, made with the token that the console holds for them. */
export class Hand {
  private authorization = '';

  private constructor(readonly page: Page) {
    page.on('request', (request) => {
      const sent = request.headers().authorization;
      if (sent) this.authorization = sent;
    });
  }

  static async of(browser: Browser, username: string, path = ''): Promise<Hand> {
    const page = await atDesk(browser, username);
    const hand = new Hand(page);
    await goTo(page, path);
    return hand;
  }

  async send(method: string, path: string, body?: unknown, seat?: string): Promise<unknown> {
    const answer = await fetch(`${service()}/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Authorization: this.authorization,
        ...(seat ? { 'X-Seat': seat } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
    return text ? JSON.parse(text) : null;
  }

  async accept(invitationUrl: string): Promise<void> {
    const token = new URL(invitationUrl).pathname.split('/').pop() ?? '';
    await this.send('POST', `/invitations/${token}/acceptance`, {});
    await goTo(this.page, '');
  }

  /** A list, whichever way it is sent. */
  async list(path: string, seat: string): Promise<unknown[]> {
    const answer = await this.send('GET', path, undefined, seat);
    if (Array.isArray(answer)) return answer;
    return typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items)
      ? answer.items
      : [];
  }

  /** The seats of this person, by the code of their committee. */
  async seats(): Promise<Map<string, string>> {
    const me = await this.send('GET', '/me');
    const seats = typeof me === 'object' && me !== null && 'seats' in me && Array.isArray(me.seats) ? me.seats : [];
    return new Map(seats.map((seat) => [String(seat.committee.code), String(seat.id)]));
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** An office to work in: a province with its analyst, a prefecture with staff, a department and two members. Found once. */
export async function foundOffice(browser: Browser): Promise<void> {
  const office = await Hand.of(browser, admin.username);
  if ((await office.seats()).size === 0) {
    await openCommittees(browser, office, [sichuan, ganzi]);
    await peopleOfGanzi(browser, office);
  }
  await office.close();
}

/** Below that a county, and in all three somebody who edits and issues opinion reports. Found once. */
export async function foundInformation(browser: Browser): Promise<void> {
  await foundOffice(browser);
  const office = await Hand.of(browser, admin.username);
  if (!(await office.seats()).has(kangding)) {
    await openCommittees(browser, office, [kangding]);
    const seats = await office.seats();
    for (const [code, username, name] of [
      [kangding, info.county, '次仁'],
      [ganzi, info.prefecture, '罗珍'],
      [sichuan, info.province, '赵敏'],
    ] as const) {
      await invited(browser, office, seats.get(code) ?? '', username, {
        name,
        roles: ['INFO_EDITOR', 'INFO_APPROVER'],
      });
    }
    await seated(office, seats.get(kangding) ?? '', { ...countyMember, roles: ['MEMBER'] });
  }
  await office.close();
}

async function openCommittees(browser: Browser, office: Hand, codes: readonly string[]): Promise<void> {
  const platform = await Hand.of(browser, operator.username, 'operator');
  for (const code of codes) {
    const created = await platform.send('POST', '/operator/committees', {
      id: randomUUID(),
      code,
      administrator: { name: '格桑卓玛', phone: '13900000000' },
    });
    await office.accept(fieldOf(created, 'invitationUrl'));
  }
  await platform.close();
}

async function peopleOfGanzi(browser: Browser, office: Hand): Promise<void> {
  const seats = await office.seats();
  const province = seats.get(sichuan) ?? '';
  const prefecture = seats.get(ganzi) ?? '';
  await office.send('POST', '/terms', { id: randomUUID(), no: 13 }, prefecture);
  const year = new Date().getFullYear();
  const session = { id: randomUUID(), termNo: 13, sessionNo: 5, opensOn: `${year}-01-08`, closesOn: `${year}-01-11` };
  await office.send('POST', '/sessions', session, prefecture);
  const department = { id: randomUUID(), name: clerk.unit, system: 'GOVERNMENT' };
  const unit = await office.send('POST', '/units', department, prefecture);
  const unitId = fieldOf(unit, 'id');

  await seated(office, prefecture, { name: member.name, phone: member.phone, roles: ['MEMBER'] });
  await seated(office, prefecture, { name: reader.name, phone: reader.phone, roles: ['MEMBER'] });
  const roles = ['PROPOSAL_STAFF', 'PROPOSAL_REVIEWER', 'ASSIGNING_OFFICE', 'STUDY_STAFF'];
  await invited(browser, office, prefecture, staff.username, { name: '王晓燕', roles });
  await invited(browser, office, prefecture, clerk.username, { name: '李建国', roles: ['UNIT_CLERK'], unitId });
  await invited(browser, office, province, analyst.username, { name: '陈静', roles: ['PROVINCE_ANALYST'] });
}

async function seated(office: Hand, as: string, person: Record<string, unknown>): Promise<string> {
  const seat = await office.send('POST', '/seats', { id: randomUUID(), ...person }, as);
  const id = fieldOf(seat, 'id');
  const decision = {
    version: Number(fieldOf(seat, 'version')),
    decisionDocument: '常委会第十二次会议决定',
    decidedOn: '2026-01-05',
  };
  await office.send('PUT', `/seats/${id}/activation`, decision, as);
  return id;
}

async function invited(
  browser: Browser,
  office: Hand,
  as: string,
  username: string,
  person: Record<string, unknown>,
): Promise<void> {
  const seat = await seated(office, as, person);
  const link = await office.send('POST', `/seats/${seat}/invitations`, undefined, as);
  const hand = await Hand.of(browser, username);
  await hand.accept(fieldOf(link, 'url'));
  await hand.close();
}
