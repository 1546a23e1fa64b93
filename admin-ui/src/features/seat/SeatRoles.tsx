import { Button, Popconfirm, Select, Tag } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Role, Seat } from '../../api/types';
import { useUnits } from '../../api/units';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import { useAct } from '../../ui/useAct';
import { roleOptions } from './roleOptions';
import { isForUnit } from './seat';

/** The roles of a seat. Every grant and every removal is a line of history. */
export function SeatRoles({ seat }: { seat: Seat }) {
  const remove = useAct((role: Role) =>
    read(api.DELETE('/api/seats/{id}/roles/{role}', { params: { path: { id: seat.id, role } } })),
  );
  const may = seat.can.includes('grantRole');
  return (
    <Card title={t('seat.roles')}>
      <div className="stack">
        <div className="row">
          {seat.roles.map((grant) => (
            <RoleTag key={grant.role} seat={seat} grant={grant} onRemove={may ? remove.mutate : undefined} />
          ))}
          {seat.roles.length === 0 && <span className="quiet">{t('common.none')}</span>}
        </div>
        {may && <Grant seat={seat} />}
        <Problem error={remove.error} />
        <p className="quiet">{t('seat.rolesNote')}</p>
      </div>
    </Card>
  );
}

interface RoleTagProps {
  seat: Seat;
  grant: Seat['roles'][number];
  onRemove: ((role: Role) => void) | undefined;
}

function RoleTag({ seat, grant, onRemove }: RoleTagProps) {
  const unit = useUnits().find((each) => each.id === grant.unitId)?.name;
  const role = nameOf('role', grant.role);
  return (
    <Tag className="name-tag">
      {unit ? t('seat.roleAt', { role, unit }) : role}
      {onRemove && (
        <Popconfirm
          title={t('seat.removeRoleSure', { name: seat.name, role })}
          okText={t('seat.removeRole')}
          cancelText={t('common.cancel')}
          onConfirm={() => onRemove(grant.role)}
        >
          <button type="button" className="tag-button" aria-label={t('seat.removeRoleOf', { role })}>
            ×
          </button>
        </Popconfirm>
      )}
    </Tag>
  );
}

function Grant({ seat }: { seat: Seat }) {
  const [role, setRole] = useState<Role>();
  const [unitId, setUnitId] = useState<string>();
  const grant = useAct(
    (wanted: Role) =>
      read(
        api.PUT('/api/seats/{id}/roles/{role}', {
          params: { path: { id: seat.id, role: wanted } },
          body: { unitId },
        }),
      ),
    () => {
      setRole(undefined);
      setUnitId(undefined);
    },
  );
  const forUnit = isForUnit(role);
  return (
    <>
      <div className="row">
        <Select
          className="role-select"
          aria-label={t('seat.chooseRole')}
          placeholder={t('seat.chooseRole')}
          value={role}
          onChange={setRole}
          showSearch={{ optionFilterProp: 'label' }}
          options={roleOptions(seat.roles.map((each) => each.role))}
        />
        {forUnit && (
          <div className="role-select">
            <UnitPicker value={unitId} onChange={setUnitId} />
          </div>
        )}
        <Button
          disabled={!role || (forUnit && !unitId)}
          loading={grant.isPending}
          onClick={() => role && grant.mutate(role)}
        >
          {t('seat.grantRole')}
        </Button>
      </div>
      <Problem error={grant.error} />
    </>
  );
}
