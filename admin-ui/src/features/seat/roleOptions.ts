import type { Role } from '../../api/types';
import { nameOf } from '../../ui/text';
import { roleGroups } from './seat';

/** The roles for a picker, in their groups, without those that are held already. */
export function roleOptions(held: readonly Role[] = []) {
  return roleGroups.map((group) => ({
    label: nameOf('roleGroup', group.name),
    options: group.roles
      .filter((role) => !held.includes(role))
      .map((value) => ({ value, label: nameOf('role', value) })),
  }));
}
