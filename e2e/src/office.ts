import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { admin, clerk } from './demo';
import { Desk } from './desk';
import { fieldOf } from './people';

/** A link with which somebody new comes to work for the department. */
export async function inviteClerk(browser: Browser, name: string): Promise<string> {
  const office = await Desk.of(browser, admin.username);
  const unit = (await office.items('/units?limit=100')).find((each) => fieldOf(each, 'name') === clerk.unit);
  const seat = await seated(office, { name, roles: ['UNIT_CLERK'], unitId: fieldOf(unit, 'id') });
  const link = await office.send('POST', `/seats/${seat}/invitations`);
  await office.close();
  return fieldOf(link, 'url');
}

async function seated(office: Desk, person: Record<string, unknown>): Promise<string> {
  const seat = await office.send('POST', '/seats', { id: randomUUID(), ...person });
  const id = fieldOf(seat, 'id');
  await office.send('PUT', `/seats/${id}/activation`, {
    version: Number(fieldOf(seat, 'version')),
    decisionDocument: '常委会第十二次会议决定',
    decidedOn: '2026-01-05',
  });
  return id;
}
