import { api, got } from '../../api/client';
import { keptQuestion } from '../../api/remote';
import type { ReadingGroup, Seat } from '../../api/types';

export const groupBy = keptQuestion('group', (id: string) =>
  got(api.GET('/api/reading-groups/{id}', { params: { path: { id } } })),
);

/** What only those are let do who run a group or keep its roster. */
const running = [
  'edit',
  'submit',
  'recall',
  'reopen',
  'open',
  'pause',
  'resume',
  'wrap',
  'summarise',
  'close',
  'archive',
  'delete',
  'plan',
  'appoint',
  'addMember',
  'removeMember',
  'export',
];

export function runs({ can }: Pick<ReadingGroup, 'can'>): boolean {
  return can.some((name) => running.includes(name));
}

/** Who leads something in the committee founds a group of his own (domain §3.7); the office founds the others. */
const founders = ['SECTOR_CONVENER', 'GROUP_LEADER', 'COMMITTEE_DIRECTOR', 'CHAIR_COUNCIL'];

export function mayFound({ roles, status }: Pick<Seat, 'roles' | 'status'>): boolean {
  return status === 'ACTIVE' && roles.some((role) => founders.includes(role));
}

/** The steps of a group's life as buttons: the one that comes next first, what ends something last. */
export const steps = [
  'submit',
  'open',
  'resume',
  'summarise',
  'close',
  'archive',
  'edit',
  'recall',
  'reopen',
  'pause',
  'wrap',
  'delete',
] as const;

export type Step = (typeof steps)[number];

export function stepsOf({ can }: Pick<ReadingGroup, 'can'>): Step[] {
  return steps.filter((step) => can.includes(step));
}

/** Whether it is what the group waits for, and not what may be done with it at any time. */
export function isNext(step: Step): boolean {
  switch (step) {
    case 'submit':
    case 'open':
    case 'resume':
    case 'summarise':
    case 'close':
      return true;
    case 'archive':
    case 'recall':
    case 'reopen':
    case 'edit':
    case 'pause':
    case 'wrap':
    case 'delete':
      return false;
  }
}
