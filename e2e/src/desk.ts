import { type Browser, expect, type Page } from '@playwright/test';
import { ganzi } from './demo';
import { atDesk, fieldOf, tokenOf } from './people';
import { service } from './stand';

/** Somebody's own requests from their seat, in the prefecture or another committee, with the token of their console. */
export class Desk {
  private seat = '';
  private committee = '';

  private constructor(readonly page: Page) {}

  static async of(browser: Browser, username: string, committee = ganzi): Promise<Desk> {
    return Desk.at(await atDesk(browser, username), committee);
  }

  /** The desk of somebody whose page is open. */
  static async at(page: Page, place = ganzi): Promise<Desk> {
    const desk = new Desk(page);
    const me = await desk.send('GET', '/me');
    const seats = typeof me === 'object' && me !== null && 'seats' in me && Array.isArray(me.seats) ? me.seats : [];
    const own = seats.find(({ committee }) => fieldOf(committee, 'code') === place);
    desk.seat = fieldOf(own, 'id');
    desk.committee = fieldOf(own?.committee, 'id');
    return desk;
  }

  /** The committee that they sit in. */
  get committeeId(): string {
    return this.committee;
  }

  /** Whether they have a seat in the prefecture yet. */
  get isSeated(): boolean {
    return this.seat !== '';
  }

  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${service()}/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Authorization: await tokenOf(this.page),
        ...(this.seat ? { 'X-Seat': this.seat } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
    return text ? JSON.parse(text) : null;
  }

  /** A list, whichever way it is sent. */
  async items(path: string): Promise<unknown[]> {
    const answer = await this.send('GET', path);
    if (Array.isArray(answer)) return answer;
    return typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items)
      ? answer.items
      : [];
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
