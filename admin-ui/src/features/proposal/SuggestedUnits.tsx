import { Button, Form } from 'antd';
import type { Proposal } from '../../api/types';
import { useUnits } from '../../api/units';
import { t } from '../../ui/text';
import type { AssignWay } from './proposal';
import { useProposal } from './useProposal';

type Row = { unitId?: string };
interface Chosen {
  way?: AssignWay;
  unitId?: string;
  assists?: Row[];
  separate?: Row[];
}

/** The units that the proponent would like; one press puts each where it belongs in the form. */
export function SuggestedUnits({ id }: { id: string }) {
  const form = Form.useFormInstance<Chosen>();
  const { data } = useProposal(id);
  const units = useUnits();
  const suggested = data ? suggestedOf(data.wishes).filter(({ unit }) => units.some((each) => each.id === unit)) : [];
  if (suggested.length === 0) return null;
  const nameOfUnit = (unit: string) => units.find((each) => each.id === unit)?.name ?? '';
  return (
    <section className="similar-units" aria-label={t('assign.suggested')}>
      <p className="quiet">{t('assign.suggested')}</p>
      {suggested.map(({ unit, assists }) => (
        <Button
          key={unit}
          size="small"
          onClick={() => form.setFieldsValue(withUnit(form.getFieldsValue(true), unit, assists))}
        >
          {t(assists ? 'assign.suggestedAssist' : 'assign.suggestedLead', { name: nameOfUnit(unit) })}
        </Button>
      ))}
    </section>
  );
}

const suggestedOf = ({ suggestedLeadUnit, suggestedAssistUnits }: Proposal['wishes']) => [
  ...(suggestedLeadUnit ? [{ unit: suggestedLeadUnit, assists: false }] : []),
  ...suggestedAssistUnits.map((unit) => ({ unit, assists: true })),
];

/** What the form holds once a unit is put into it: several that each answer stay several; an assistant asks for a leader. */
export function withUnit({ way, unitId, assists, separate }: Chosen, unit: string, assisting: boolean): Chosen {
  if (way === 'SEPARATE') return { separate: put(separate, unit) };
  if (way === 'ASSIST') return { assists: put(assists, unit) };
  if (assisting) return { way: 'LEAD', assists: put(assists, unit), unitId: unitId === unit ? undefined : unitId };
  return { unitId: unit, assists: assists?.filter((row) => row?.unitId !== unit) };
}

/** In the first row that is free, or in one more; once only. */
function put(rows: Row[] = [], unit: string): Row[] {
  if (rows.some((row) => row?.unitId === unit)) return rows;
  const free = rows.findIndex((row) => !row?.unitId);
  return free < 0 ? [...rows, { unitId: unit }] : rows.map((row, no) => (no === free ? { unitId: unit } : row));
}
