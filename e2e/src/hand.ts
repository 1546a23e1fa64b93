import { type Browser, expect, type Page } from '@playwright/test';
import { atDesk, goTo } from './people';
import { service } from './stand';

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
