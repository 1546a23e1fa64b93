import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Role, Seat } from '../../api/types';
import { isForUnit } from './seat';

/** What is said of a person, and for a new one the roles, with the unit of a clerk. */
export interface NewSeat {
  name: string;
  nativeName?: string | null;
  sex?: Seat['sex'];
  birth?: string | null;
  ethnicity?: string | null;
  sectorId?: string | null;
  specialCommitteeIds?: string[];
  employment?: string | null;
  phone?: string | null;
  roles?: Role[];
  unitId?: string;
}

/** One seat, whatever an earlier try left behind of which no answer came: person and roles are what is typed now. */
export function addSeat({ roles, unitId, ...person }: NewSeat): Promise<Seat> {
  return sendOnce(
    'seat.new',
    { ...person, roles, unitId },
    (id, earlier) => read(api.POST('/api/seats', { body: { ...person, roles, unitId, ...earlier, id } })),
    async ({ id, version, roles: held }) => {
      await read(api.PUT('/api/seats/{id}', { params: { path: { id } }, body: { ...person, version } }));
      const wanted = (roles ?? []).map((role) => ({ role, unitId: isForUnit(role) ? unitId : undefined }));
      // Roles that exclude each other: those of too many go first.
      for (const { role } of held.filter((one) => !has(wanted, one))) {
        await read(api.DELETE('/api/seats/{id}/roles/{role}', { params: { path: { id, role } } }));
      }
      for (const { role, unitId: unit } of wanted.filter((one) => !has(held, one))) {
        await read(api.PUT('/api/seats/{id}/roles/{role}', { params: { path: { id, role } }, body: { unitId: unit } }));
      }
      return read(api.GET('/api/seats/{id}', { params: { path: { id } } }));
    },
  );
}

interface Held {
  role: Role;
  unitId?: string | null;
}

function has(some: Held[], one: Held): boolean {
  return some.some(({ role, unitId }) => role === one.role && (unitId ?? null) === (one.unitId ?? null));
}
