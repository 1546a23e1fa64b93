import { useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { Button, Choices, Field, Problem, useDoing } from '../../ui/ui';

const progressOf = question((id: string) => got(api.GET('/api/books/{id}/progress', { params: { path: { id } } })));

/** How far I have read. Nobody else sees it, and nothing counts it. */
export function Progress({ id }: { id: string }) {
  const { data, reload } = useRemote(progressOf, id);
  const [unit, setUnit] = useState<'page' | 'percent'>('page');
  const [value, setValue] = useState('');
  const { error, busy, run } = useDoing();
  const params = { path: { id } };
  const isReached = data?.page != null || data?.percent != null;
  const keep = () =>
    run(async () => {
      await api.PUT('/api/books/{id}/progress', { params, body: { [unit]: Number(value) } });
      setValue('');
      await reload();
    });
  const forget = () =>
    run(async () => {
      await api.DELETE('/api/books/{id}/progress', { params });
      await reload();
    });
  return (
    <section className="card stack" aria-labelledby="progress">
      <h2 id="progress">{t('progress.title')}</h2>
      <p className="quiet">{t('progress.private')}</p>
      {isReached && (
        <p className="strong">
          {data?.page != null
            ? t('progress.page', { page: data.page })
            : t('progress.percent', { percent: data?.percent ?? 0 })}
        </p>
      )}
      <Choices
        legend={t('progress.unit')}
        options={[
          ['page', t('progress.byPage')],
          ['percent', t('progress.byPercent')],
        ]}
        value={unit}
        onChange={setUnit}
      />
      <Field label={t('progress.reached')} kind="code" value={value} onChange={setValue} max={6} />
      <Button kind="wide" onPress={keep} disabled={busy || !/^\d+$/.test(value)}>
        {t('progress.keep')}
      </Button>
      {isReached && (
        <Button kind="plain wide" onPress={forget} disabled={busy}>
          {t('progress.forget')}
        </Button>
      )}
      <Problem error={error} />
    </section>
  );
}
