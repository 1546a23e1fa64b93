import { useQuery } from '@tanstack/react-query';
import { App, Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** How many stages a review has, as a preset, and who reviews at each. */
export function ReviewTab() {
  const stages = useQuery({ queryKey: ['review-stages'], queryFn: () => read(api.GET('/api/review-stages')) });
  return (
    <>
      <Presets />
      <Card title={t('review.stages')}>
        <p className="quiet">{t('review.stagesHelp')}</p>
        <Problem error={stages.error} retry={() => stages.refetch()} />
        {stages.isPending && <Skeleton active />}
        {stages.data?.map((stage) => (
          <StageRow key={`${stage.no} ${stage.seats.join()}`} stage={stage} />
        ))}
      </Card>
    </>
  );
}

interface Stage {
  no: number;
  name: string;
  seats: string[];
  able: { id: string; name: string }[];
}

function StageRow({ stage }: { stage: Stage }) {
  const [seats, setSeats] = useState(stage.seats);
  const { message } = App.useApp();
  const save = useAct(
    () => read(api.PUT('/api/review-stages/{no}', { params: { path: { no: stage.no } }, body: { seats } })),
    () => void message.success(t('review.appointed', { stage: stage.name })),
  );
  const label = t('review.reviewersOf', { stage: stage.name });
  return (
    <div className="row form-note">
      <span className="strong">{stage.name}</span>
      <Select
        mode="multiple"
        aria-label={label}
        placeholder={t('review.everyReviewer')}
        className="grow"
        value={seats}
        onChange={setSeats}
        options={stage.able.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button loading={save.isPending} onClick={() => save.mutate()} disabled={seats.join() === stage.seats.join()}>
        {t('common.save')}
      </Button>
      <Problem error={save.error} />
    </div>
  );
}

function Presets() {
  const { data } = useQuery({ queryKey: ['presets'], queryFn: () => read(api.GET('/api/settings-presets')) });
  const { message } = App.useApp();
  const take = useAct(
    (preset: { key: string; name: string }) =>
      done(api.PUT('/api/settings-presets/{key}', { params: { path: { key: preset.key } } })),
    (_, { name }) => void message.success(t('settings.presetTaken', { name })),
  );
  return (
    <Card title={t('settings.presets')}>
      <p className="quiet">{t('settings.presetsHelp')}</p>
      <div className="row">
        {data?.map((preset) => (
          <Button
            key={preset.key}
            loading={take.isPending && take.variables.key === preset.key}
            onClick={() => take.mutate(preset)}
          >
            {preset.name}
          </Button>
        ))}
      </div>
      <Problem error={take.error} />
    </Card>
  );
}
