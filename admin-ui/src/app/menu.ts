import type { Role } from '../api/types';
import type { MessageKey } from '../ui/text';

export type Place =
  | '/'
  | '/proposals'
  | '/review'
  | '/assignments'
  | '/promises'
  | '/proposals/key'
  | '/supervision'
  | '/publications'
  | '/opinions'
  | '/reading'
  | '/quizzes'
  | '/seats'
  | '/units'
  | '/figures'
  | '/rollup'
  | '/settings'
  | '/access-log'
  | '/flagged-ratings'
  | '/complaints'
  | '/operator';

export interface MenuEntry {
  readonly to: Place;
  readonly label: MessageKey;
}

interface Entry extends MenuEntry {
  readonly roles: readonly Role[] | 'everyone';
}

const proposalOffice: Role[] = ['PROPOSAL_STAFF', 'PROPOSAL_REVIEWER', 'ASSIGNING_OFFICE', 'SECRETARY_GENERAL'];
const province: Role[] = ['PROVINCE_ANALYST', 'PROVINCE_ADMIN', 'ROLLUP_REPORTER', 'ROLLUP_APPROVER'];

/** The left menu in the order of the day's work; a role sees what it has work in. */
const entries: readonly Entry[] = [
  { to: '/', label: 'menu.todo', roles: 'everyone' },
  {
    to: '/proposals',
    label: 'menu.proposals',
    roles: ['PROPOSAL_STAFF', 'PROPOSAL_REVIEWER', 'ASSIGNING_OFFICE', 'CHAIR_COUNCIL'],
  },
  { to: '/review', label: 'menu.review', roles: ['PROPOSAL_STAFF', 'PROPOSAL_REVIEWER'] },
  {
    to: '/assignments',
    label: 'menu.assignments',
    roles: ['UNIT_CLERK', 'UNIT_LEADER', 'ASSIGNING_OFFICE', 'PROPOSAL_STAFF'],
  },
  {
    to: '/promises',
    label: 'menu.promises',
    roles: ['UNIT_CLERK', 'UNIT_LEADER', 'ASSIGNING_OFFICE', 'PROPOSAL_STAFF'],
  },
  { to: '/proposals/key', label: 'menu.keyProposals', roles: ['CHAIR_COUNCIL', 'SECRETARY_GENERAL'] },
  {
    to: '/supervision',
    label: 'menu.supervision',
    roles: ['CHAIR_COUNCIL', 'SECRETARY_GENERAL', 'ASSIGNING_OFFICE', 'PROPOSAL_STAFF'],
  },
  { to: '/publications', label: 'menu.publications', roles: ['PROPOSAL_STAFF', 'PROPOSAL_REVIEWER'] },
  {
    to: '/opinions',
    label: 'menu.opinions',
    roles: ['INFO_EDITOR', 'INFO_APPROVER', 'SECRETARY_GENERAL'],
  },
  { to: '/reading', label: 'menu.reading', roles: ['STUDY_STAFF'] },
  { to: '/quizzes', label: 'menu.quizzes', roles: ['STUDY_STAFF'] },
  { to: '/seats', label: 'menu.seats', roles: ['MEMBER_AFFAIRS', 'TENANT_ADMIN'] },
  { to: '/units', label: 'menu.units', roles: ['PROPOSAL_STAFF', 'ASSIGNING_OFFICE', 'TENANT_ADMIN'] },
  {
    to: '/figures',
    label: 'menu.figures',
    roles: [
      ...proposalOffice,
      ...province,
      'INFO_EDITOR',
      'INFO_APPROVER',
      'STUDY_STAFF',
      'MEMBER_AFFAIRS',
      'CHAIR_COUNCIL',
      'TENANT_ADMIN',
    ],
  },
  { to: '/rollup', label: 'menu.rollup', roles: province },
  { to: '/settings', label: 'menu.settings', roles: ['TENANT_ADMIN', 'SECURITY_ADMIN', 'PROPOSAL_STAFF'] },
  { to: '/access-log', label: 'menu.accessLog', roles: ['AUDITOR'] },
  { to: '/flagged-ratings', label: 'menu.flaggedRatings', roles: ['AUDITOR'] },
  { to: '/complaints', label: 'menu.complaints', roles: 'everyone' },
];

export function menuFor(roles: readonly string[] | undefined, operator: boolean): MenuEntry[] {
  const own = roles
    ? entries.filter((entry) => entry.roles === 'everyone' || entry.roles.some((role) => roles.includes(role)))
    : [];
  const platform: MenuEntry[] = operator ? [{ to: '/operator', label: 'menu.operator' }] : [];
  return [...own, ...platform].map(({ to, label }) => ({ to, label }));
}
