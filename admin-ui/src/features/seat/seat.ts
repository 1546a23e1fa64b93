import type { Role } from '../../api/types';

export const seatStatuses = ['PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED'] as const;

export const endReasons = ['RESIGNED', 'REVOKED', 'DIED', 'TRANSFERRED', 'TERM_END'] as const;

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
