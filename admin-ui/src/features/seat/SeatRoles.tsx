import { Button, Popconfirm, Select, Tag } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Role, Seat } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { roleGroups } from './seat';

/** The roles of a seat. Every grant and every removal is a line of history. */
export function SeatRoles({ seat }: { seat: Seat }) {
  const [chosen, setChosen] = useState<Role>();
  const path = (role: Role) => ({ params: { path: { id: seat.id, role } } });
  const grant = useAct(
    (role: Role) => read(api.PUT('/api/seats/{id}/roles/{role}', path(role))),
    () => setChosen(undefined),
  );
  const remove = useAct((role: Role) => read(api.DELETE('/api/seats/{id}/roles/{role}', path(role))));
  const may = seat.can.includes('grant-role');
  return (
    <Card title={t('seat.roles')}>
      <div className="stack">
        <div className="row">
          {seat.roles.map((role) => (
            <Tag key={role}>
              {nameOf('role', role)}
              {may && (
                <Popconfirm
                  title={t('seat.removeRoleSure', { name: seat.name, role: nameOf('role', role) })}
                  okText={t('seat.removeRole')}
                  cancelText={t('common.cancel')}
                  onConfirm={() => remove.mutate(role)}
                >
                  <button
                    type="button"
                    className="tag-button"
                    aria-label={t('seat.removeRoleOf', { role: nameOf('role', role) })}
                  >
                    ×
                  </button>
                </Popconfirm>
              )}
            </Tag>
          ))}
          {seat.roles.length === 0 && <span className="quiet">{t('common.none')}</span>}
        </div>
        {may && (
          <div className="row">
            <Select
              className="role-select"
              aria-label={t('seat.chooseRole')}
              placeholder={t('seat.chooseRole')}
              value={chosen}
              onChange={setChosen}
              showSearch={{ optionFilterProp: 'label' }}
              options={roleGroups.map((group) => ({
                label: nameOf('roleGroup', group.name),
                options: group.roles
                  .filter((role) => !seat.roles.includes(role))
                  .map((value) => ({ value, label: nameOf('role', value) })),
              }))}
            />
            <Button disabled={!chosen} loading={grant.isPending} onClick={() => chosen && grant.mutate(chosen)}>
              {t('seat.grantRole')}
            </Button>
          </div>
        )}
        <Problem error={grant.error ?? remove.error} />
        <p className="quiet">{t('seat.rolesNote')}</p>
      </div>
    </Card>
  );
}
