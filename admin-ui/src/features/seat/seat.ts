import { api, read } from '../../api/client';
import type { Role, Seat } from '../../api/types';

export const seatStatuses: readonly Seat['status'][] = ['PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED'];

export type EndReason = NonNullable<Seat['endReason']>;

export const endReasons: readonly EndReason[] = [
  'RESIGNED',
  'REVOKED',
  'DIED',
  'TRANSFERRED',
  'TERM_END',
  'LEFT',
  'NOT_APPOINTED',
];

/** Roles as an office hands them out, by the work they belong to. */
export const roleGroups: readonly { name: string; roles: readonly Role[] }[] = [
  {
    name: 'members',
    roles: [
      'MEMBER',
      'STANDING_MEMBER',
      'CHAIR_COUNCIL',
      'SECTOR_CONVENER',
      'GROUP_LEADER',
      'COMMITTEE_DIRECTOR',
      'ORG_ACCOUNT',
      'GUEST',
    ],
  },
  {
    name: 'proposals',
    roles: ['PROPOSAL_STAFF', 'PROPOSAL_REVIEWER', 'ASSIGNING_OFFICE', 'UNIT_CLERK', 'UNIT_LEADER'],
  },
  {
    name: 'office',
    roles: [
      'MEMBER_AFFAIRS',
      'STUDY_STAFF',
      'MEETING_STAFF',
      'INFO_EDITOR',
      'INFO_APPROVER',
      'HISTORY_STAFF',
      'STATION_MANAGER',
      'PUBLICITY_STAFF',
      'ASSESSMENT_APPROVER',
      'SECRETARY_GENERAL',
    ],
  },
  { name: 'figures', roles: ['ROLLUP_REPORTER', 'ROLLUP_APPROVER', 'PROVINCE_ANALYST', 'PROVINCE_ADMIN'] },
  { name: 'administration', roles: ['TENANT_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] },
];

export const allRoles: readonly Role[] = roleGroups.flatMap((group) => group.roles);

/** The whole number; that somebody looked is logged. */
export async function phoneOf(id: string): Promise<string> {
  const { phone } = await read(api.GET('/api/seats/{id}/phone', { params: { path: { id } } }));
  return phone ?? '';
}

/** Whether a role is held for a unit and so needs one. */
export function isForUnit(role: unknown): boolean {
  return role === 'UNIT_CLERK' || role === 'UNIT_LEADER';
}
