import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio } from 'antd';
import { useRef } from 'react';
import { api, read } from '../../api/client';
import type { AssignmentRole } from '../../api/types';
import { type Day, DayItem, dayOf, notAfterToday } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import { firstWays, type Move, type AssignWay as Way } from './proposal';
import { SimilarUnits } from './SimilarUnits';
import { SuggestedUnits } from './SuggestedUnits';
import { at, type Stamped } from './useProposal';

interface AssignModalProps {
  proposals: readonly Stamped[];
  /** In which ways units may be named now, as far as others have it already. */
  ways?: readonly Way[];
  onClose: () => void;
  onMoved: (move: Move) => void;
}

interface Values {
  way: Way;
  unitId?: string;
  assists?: { unitId?: string }[];
  separate?: { unitId?: string }[];
  replyBy?: Day | null;
}

/**
 * Hands one proposal or several to a unit alone, to one that leads with assistants, or to several that each answer; one that
 * units have already, to more of them.
 */
export function AssignModal({ proposals, ways = firstWays, onClose, onMoved }: AssignModalProps) {
  /** Handed out by an earlier try that stopped half-way: their version is another one by now. */
  const gone = useRef(new Set<string>());
  const send = async (values: Values) => {
    for (const proposal of proposals.filter(({ id }) => !gone.current.has(id))) {
      await read(
        api.PUT('/api/proposals/{id}/assignment', {
          ...at(proposal),
          body: { version: proposal.version, units: toOrders(values) },
        }),
      );
      gone.current.add(proposal.id);
    }
    onMoved('assign');
  };
  const [only] = proposals;
  const [way = 'SOLE'] = ways;
  const more = ways.length === 1;
  const verb =
    proposals.length > 1
      ? t('proposal.assignMany', { count: proposals.length })
      : t(more ? 'proposal.assignMore' : 'proposal.move.assign');
  return (
    <FormModal<Values>
      title={verb}
      verb={verb}
      draft={`proposal.${proposals[0]?.id}.assign.${ways.join()}`}
      initial={{ way, separate: more ? [{}] : [{}, {}], assists: way === 'ASSIST' ? [{}] : undefined }}
      onSend={send}
      onClose={onClose}
    >
      {only && proposals.length === 1 && <SuggestedUnits id={only.id} />}
      {only && proposals.length === 1 && <SimilarUnits id={only.id} />}
      {more ? (
        <>
          <p className="quiet">{nameOf('proposal.assignMoreHelp', way)}</p>
          <Form.Item name="way" hidden>
            <Input />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="way" label={t('assignment.roleLabel')} extra={t('proposal.assignHelp')} required>
          <Radio.Group options={ways.map((value) => ({ value, label: nameOf('proposal.assignWay', value) }))} />
        </Form.Item>
      )}
      <Form.Item noStyle dependencies={['way']}>
        {({ getFieldValue }) =>
          getFieldValue('way') === 'SEPARATE' ? (
            <UnitRows name="separate" label={t('proposal.assignTo')} add={t('proposal.addUnit')} />
          ) : getFieldValue('way') === 'ASSIST' ? (
            <UnitRows name="assists" label={t('assignment.assistUnit')} add={t('proposal.addAssist')} />
          ) : (
            <>
              <UnitItem
                name="unitId"
                label={getFieldValue('way') === 'LEAD' ? t('assignment.leadUnit') : t('proposal.assignTo')}
              />
              {getFieldValue('way') === 'LEAD' && (
                <UnitRows name="assists" label={t('assignment.assistUnit')} add={t('proposal.addAssist')} />
              )}
            </>
          )
        }
      </Form.Item>
      {way !== 'ASSIST' && (
        <DayItem
          name="replyBy"
          label={t('proposal.replyBy')}
          help={t('proposal.replyByHelp')}
          optional
          not={notAfterToday}
        />
      )}
    </FormModal>
  );
}

function UnitItem({ name, label }: { name: string | (string | number)[]; label: string }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('proposal.unitNeeded') }]}>
      <UnitPicker />
    </Form.Item>
  );
}

function UnitRows({ name, label, add }: { name: string; label: string; add: string }) {
  return (
    <Form.List name={name}>
      {(rows, list) => (
        <>
          {rows.map((row, no) => (
            <div key={row.key} className="picked-row">
              <UnitItem name={[row.name, 'unitId']} label={t('proposal.unitNo', { label, no: no + 1 })} />
              <Button
                aria-label={t('proposal.removeUnit', { label, no: no + 1 })}
                onClick={() => list.remove(row.name)}
              >
                {t('common.remove')}
              </Button>
            </div>
          ))}
          <Form.Item>
            <Button block icon={<PlusOutlined />} onClick={() => list.add({})}>
              {add}
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}

/** The reply period is the leader's; an assistant's opinion has a period of its own. */
export function toOrders({ way, unitId, assists, separate, replyBy }: Values) {
  const day = dayOf(replyBy);
  const order = (unit: string | undefined, role: AssignmentRole) => ({
    unitId: unit,
    role,
    replyBy: role === 'ASSIST' ? undefined : day,
  });
  if (way === 'SEPARATE') return (separate ?? []).map((row) => order(row.unitId, 'SEPARATE'));
  const assisting = way === 'LEAD' || way === 'ASSIST' ? (assists ?? []) : [];
  if (way === 'ASSIST') return assisting.map((row) => order(row.unitId, 'ASSIST'));
  return [order(unitId, way), ...assisting.map((row) => order(row.unitId, 'ASSIST'))];
}
