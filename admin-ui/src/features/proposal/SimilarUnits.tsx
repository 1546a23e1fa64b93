import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { api, read } from '../../api/client';
import { nameOf, t } from '../../ui/text';
import { at } from './useProposal';

/** The units that handled what was like it, in this and earlier sessions; one press puts a unit into the form. */
export function SimilarUnits({ id }: { id: string }) {
  const form = Form.useFormInstance();
  const { data } = useQuery({
    queryKey: ['similar', id],
    queryFn: () => read(api.GET('/api/proposals/{id}/similar', at({ id }))),
  });
  const handled = data?.filter((one) => one.units.length > 0) ?? [];
  if (handled.length === 0) return null;
  const choose = (unit: string) => {
    const separate = form.getFieldValue('way') === 'SEPARATE';
    const rows: { unitId?: string }[] = form.getFieldValue('separate') ?? [];
    if (!separate) form.setFieldValue('unitId', unit);
    else if (!rows.some((row) => row?.unitId === unit)) {
      const free = rows.findIndex((row) => !row?.unitId);
      const place = free < 0 ? rows.length : free;
      form.setFieldValue(['separate', place], { unitId: unit });
    }
  };
  return (
    <section className="similar-units" aria-label={t('assign.similar')}>
      <p className="quiet">{t('assign.similar')}</p>
      <ul>
        {handled.map((one) => (
          <li key={one.id}>
            {one.title} <span className="quiet">{one.caseNo ?? one.session}</span>{' '}
            {one.units.map(({ id: unit, name, role }) =>
              unit ? (
                <Button key={name} size="small" onClick={() => choose(unit)}>
                  {t('assign.choose', { name, role: nameOf('assignment.role', role) })}
                </Button>
              ) : (
                <span key={name}>{t('assign.ended', { name, role: nameOf('assignment.role', role) })}</span>
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
