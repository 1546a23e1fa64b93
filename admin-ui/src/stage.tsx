import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { afterEach, beforeEach } from 'vitest';
import { SessionContext } from './api/session';
import { newQueryClient } from './app/SessionGate';

/** For tests only: a service that answers from what a test has put into it, and a page of the console at a desk. */
export type Answer = (body: Record<string, unknown>) => object | Promise<object>;

/** What the service says no with. */
export class Refused {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {}
}

/** The requests that a test knows, as "GET /api/quizzes/1"; any other is not found. */
export function serve(answers: Record<string, Answer>): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const what = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(what);
    const text = await request.text();
    const answer = answers[what] ? await answers[what](text ? JSON.parse(text) : {}) : new Refused(404, 'not-found');
    return answer instanceof Refused
      ? Response.json({ code: answer.code }, { status: answer.status })
      : Response.json(answer);
  };
  return asked;
}

/** Draws one page at its address; its route is known by the id that it has in the console. */
export function open(path: string, page: () => ReactNode, at: string) {
  const root = createRootRoute();
  const inside = createRoute({ getParentRoute: () => root, id: 'inside' });
  const here = createRoute({ getParentRoute: () => inside, path, component: page });
  const router = createRouter({
    routeTree: root.addChildren([inside.addChildren([here])]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  const session = {
    me: {
      account: { id: 'a', largeText: false, phoneBound: false, wechatBound: false },
      operator: false,
      closed: [],
      seats: [],
    },
    seat: undefined,
    chooseSeat: () => {},
    refresh: () => {},
    signOut: () => {},
  };
  return render(
    <ConfigProvider button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App component={false}>
        <SessionContext value={session}>
          <QueryClientProvider client={newQueryClient()}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SessionContext>
      </App>
    </ConfigProvider>,
  );
}

/** What jsdom has not, and an empty desk for each test. */
beforeEach(() => {
  sessionStorage.clear();
  window.matchMedia = (media) => Object.assign(new EventTarget(), quiet(media));
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

/** What React has still to draw is drawn before the window goes. */
afterEach(async () => {
  cleanup();
  await new Promise((drawn) => setTimeout(drawn));
});

const quiet = (media: string) => ({ media, matches: false, onchange: null, addListener() {}, removeListener() {} });
