import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { admin, clerk, ganzi, reviewer } from './demo';
import { Hand } from './hand';
import { fieldOf } from './people';

/** Somebody who reviews beside the office: his hand, and his seat. */
export async function reviewerOf(browser: Browser): Promise<{ hand: Hand; seat: string }> {
  const hand = await Hand.of(browser, reviewer.username);
  if (!(await hand.seats()).has(ganzi)) {
    const office = await Hand.of(browser, admin.username);
    const as = (await office.seats()).get(ganzi) ?? '';
    const seat = await seated(office, as, { name: reviewer.name, roles: ['PROPOSAL_REVIEWER'] });
    const link = await office.send('POST', `/seats/${seat}/invitations`, undefined, as);
    await office.close();
    await hand.accept(fieldOf(link, 'url'));
  }
  return { hand, seat: (await hand.seats()).get(ganzi) ?? '' };
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
