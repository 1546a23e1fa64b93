import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { admin, analyst, clerk, ganzi, member, operator, reader, staff } from './demo';
import { Hand } from './hand';
import { fieldOf } from './people';

const sichuan = '510000';

/** An office to work in: a province with its analyst, a prefecture with staff, a department and two members. Found once. */
export async function foundOffice(browser: Browser): Promise<void> {
  const office = await Hand.of(browser, admin.username);
  if ((await office.seats()).size === 0) {
    await openCommittees(browser, office);
    await peopleOfGanzi(browser, office);
  }
  await office.close();
}

async function openCommittees(browser: Browser, office: Hand): Promise<void> {
  const platform = await Hand.of(browser, operator.username, 'operator');
  for (const code of [sichuan, ganzi]) {
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

/** A link with which somebody new comes to work for the department. */
export async function inviteClerk(browser: Browser, name: string): Promise<string> {
  const office = await Hand.of(browser, admin.username);
  const as = (await office.seats()).get(ganzi) ?? '';
  const units = await office.send('GET', '/units?limit=100', undefined, as);
  const items = typeof units === 'object' && units !== null && 'items' in units ? units.items : [];
  const unit = Array.isArray(items) ? items.find((each) => fieldOf(each, 'name') === clerk.unit) : undefined;
  const seat = await seated(office, as, { name, roles: ['UNIT_CLERK'], unitId: fieldOf(unit, 'id') });
  const link = await office.send('POST', `/seats/${seat}/invitations`, undefined, as);
  await office.close();
  return fieldOf(link, 'url');
}
