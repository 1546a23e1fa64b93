// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open, serve } from '../stage';
import { UsageNoticePage } from './indicator/UsageNoticePage';

const figures = (submitted: number) => ({
  submitted,
  issued: 0,
  usedCounty: 0,
  usedPrefecture: 0,
  usedProvince: 0,
  usedNational: 0,
  instructed: 0,
});

test('the notice keeps the order of the service, names no member and is taken away for the chosen period', async () => {
  serve({
    'GET /api/sessions': () => [{ key: '14-2', name: '十四届二次会议' }],
    'GET /api/usage-notice': () => ({
      lines: [
        { by: 'ORGANIZATION', organizationId: 'o', name: '民盟县支部', figures: figures(1) },
        { by: 'ORGANIZATION', organizationId: 'p', name: '县工商联', figures: figures(3) },
        { by: 'MEMBER', figures: figures(5) },
      ],
      total: figures(9),
    }),
  });
  const asked: string[] = [];
  const served = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return served(input, init);
  };
  open('/opinion-usage/notice', UsageNoticePage, '/opinion-usage/notice?basis=session&period=14-2');
  await screen.findByRole('heading', { name: '十四届二次会议社情民意信息采用情况通报' });
  const table = await screen.findByRole('table');
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows.slice(1)).toEqual(['民盟县支部1000000', '县工商联3000000', '委员个人5000000', '合计9000000']);
  fireEvent.click(screen.getByRole('button', { name: /Excel/ }));
  await screen.findByRole('alert');
  expect(asked.some((url) => url.includes('/api/usage-notice/sheet?basis=session&period=14-2'))).toBe(true);
});
