import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { admin, clerk, ganzi, info, staff } from './demo';
import { Hand } from './hand';
import { fieldOf } from './people';

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

/** Somebody who is a member of the prefecture's committee and of a county's. */
export const memberOfTwo = { phone: '13800000099', name: '央金卓嘎' };

/** Gives that person both seats, once. */
export async function seatTwice(browser: Browser): Promise<void> {
  for (const username of [staff.username, info.county]) {
    const office = await Hand.of(browser, username);
    const seats = await office.seats();
    const as = (username === staff.username && seats.get(ganzi)) || [...seats.values()][0] || '';
    const known = await office.list(`/seats?q=${encodeURIComponent(memberOfTwo.name)}`, as);
    if (known.length === 0) await seated(office, as, { ...memberOfTwo, roles: ['MEMBER'] });
    await office.close();
  }
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
