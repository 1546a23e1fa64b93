import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { admin, clerk, ganzi, info, kangding, reviewer, staff } from './demo';
import { Desk } from './desk';
import { atDesk, fieldOf } from './people';

/** The desk of somebody who reviews beside the office; he is called on the first time. */
export async function reviewerOf(browser: Browser): Promise<Desk> {
  const page = await atDesk(browser, reviewer.username);
  const desk = await Desk.at(page);
  if (desk.isSeated) return desk;
  const office = await Desk.of(browser, admin.username);
  const seat = await seated(office, { name: reviewer.name, roles: ['PROPOSAL_REVIEWER'] });
  const link = await office.send('POST', `/seats/${seat}/invitations`);
  await office.close();
  const token = new URL(fieldOf(link, 'url')).pathname.split('/').pop() ?? '';
  await desk.send('POST', `/invitations/${token}/acceptance`, {});
  return Desk.at(page);
}

/** A link with which somebody new comes to work for the department. */
export async function inviteClerk(browser: Browser, name: string): Promise<string> {
  const office = await Desk.of(browser, admin.username);
  const unit = (await office.items('/units?limit=100')).find((each) => fieldOf(each, 'name') === clerk.unit);
  const seat = await seated(office, { name, roles: ['UNIT_CLERK'], unitId: fieldOf(unit, 'id') });
  const link = await office.send('POST', `/seats/${seat}/invitations`);
  await office.close();
  return fieldOf(link, 'url');
}

/** A member of this run alone, whose weeks nobody else hosts. */
export async function newMember(
  browser: Browser,
  name: string,
  roles: readonly string[] = ['MEMBER'],
  sectorId?: string,
): Promise<{ phone: string; seat: string }> {
  const phone = `139${String(Date.now()).slice(-8)}`;
  const office = await Desk.of(browser, admin.username);
  const seat = await seated(office, { name, phone, roles, sectorId });
  await office.close();
  return { phone, seat };
}

/** A link with which a new member comes to the seat that the roster has for them. */
export async function inviteMember(browser: Browser, name: string, phone: string): Promise<string> {
  const office = await Desk.of(browser, admin.username);
  const seat = await seated(office, { name, phone, roles: ['MEMBER'] });
  const link = await office.send('POST', `/seats/${seat}/invitations`);
  await office.close();
  return fieldOf(link, 'url');
}

/** Somebody who is a member of the prefecture's committee and of a county's. */
export const memberOfTwo = { phone: '13800000099', name: '央金卓嘎' };

/** Gives that person both seats, once. */
export async function seatTwice(browser: Browser): Promise<void> {
  const offices = [
    [staff.username, ganzi],
    [info.county, kangding],
  ] as const;
  for (const [username, committee] of offices) {
    const office = await Desk.of(browser, username, committee);
    const known = await office.items(`/seats?q=${encodeURIComponent(memberOfTwo.name)}`);
    if (known.length === 0) await seated(office, { ...memberOfTwo, roles: ['MEMBER'] });
    await office.close();
  }
}

/** A new seat, taken up by a decision; its id. */
export async function seated(office: Desk, person: Record<string, unknown>): Promise<string> {
  const seat = await office.send('POST', '/seats', { id: randomUUID(), ...person });
  const id = fieldOf(seat, 'id');
  await office.send('PUT', `/seats/${id}/activation`, {
    version: Number(fieldOf(seat, 'version')),
    decisionDocument: '常委会第十二次会议决定',
    decidedOn: '2026-01-05',
  });
  return id;
}
