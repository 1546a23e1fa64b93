import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Setting } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { SettingEditor, settingWords } from './SettingEditor';

/** Every rule a committee may set for itself: what it is, what it does, on which rule it rests. */
export function SettingsTab() {
  const {
    data: settings,
    error,
    refetch,
  } = useQuery({
    queryKey: ['settings'],
    queryFn: () => read(api.GET('/api/settings')),
  });
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!settings) return <Skeleton active paragraph={{ rows: 10 }} />;
  return <Settings settings={settings} />;
}

const areas = ['all', 'proposal', 'handling', 'opinion', 'reading', 'general'] as const;
type Area = (typeof areas)[number];

/** The rules of one area of the work, or those with a word in them; what is being changed stays where it is. */
function Settings({ settings }: { settings: Setting[] }) {
  const [area, setArea] = useState<Area>('all');
  const [word, setWord] = useState('');
  const shown = (setting: Setting) =>
    (area === 'all' || areaOf(setting) === area) &&
    [nameOf('setting', setting.key), setting.effect, setting.rule].join('\n').includes(word.trim());
  return (
    <>
      <div className="filter-bar row no-print">
        <Segmented
          aria-label={t('settings.areaLabel')}
          value={area}
          onChange={setArea}
          options={areas.map((value) => ({ value, label: nameOf('settings.area', value) }))}
        />
        <Input
          className="add-name"
          aria-label={t('settings.find')}
          placeholder={t('settings.find')}
          value={word}
          allowClear
          onChange={(event) => setWord(event.target.value)}
        />
      </div>
      {!settings.some(shown) && <Empty description={t('settings.noneFound')} />}
      <div className="stack-wide">
        {settings.map((setting) => (
          <div key={setting.key} hidden={!shown(setting)}>
            <SettingCard setting={setting} />
          </div>
        ))}
      </div>
    </>
  );
}

function areaOf({ key }: Setting): Area {
  return areas.find((area) => key.startsWith(`${area}.`)) ?? 'general';
}

function SettingCard({ setting }: { setting: Setting }) {
  const [value, setValue] = useState<unknown>(setting.value);
  const [editing, setEditing] = useState(false);
  const save = useAct(
    () =>
      read(
        api.PUT('/api/settings/{key}', {
          params: { path: { key: setting.key } },
          body: { value, version: setting.version },
        }),
      ),
    () => setEditing(false),
  );
  const edit = () => {
    save.reset();
    setValue(setting.value);
    setEditing(true);
  };
  const own = JSON.stringify(setting.value) !== JSON.stringify(setting.default);
  return (
    <Card
      title={nameOf('setting', setting.key)}
      extra={!editing && setting.can.includes('edit') && <Button onClick={edit}>{t('common.edit')}</Button>}
    >
      <p>{setting.effect}</p>
      {editing ? (
        <div className="stack">
          <SettingEditor setting={setting} value={value} onChange={setValue} />
          <div className="row">
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
              {t('common.save')}
            </Button>
            <Button onClick={() => setValue(setting.default)}>{t('settings.useDefault')}</Button>
            <Button onClick={() => setEditing(false)}>{t('common.cancel')}</Button>
          </div>
          <Problem error={save.error} />
        </div>
      ) : (
        <p className="strong">{t('settings.now', { value: settingWords(setting.value) })}</p>
      )}
      <p className="quiet">
        {own && t('settings.default', { value: settingWords(setting.default) })}
        {!own && t('settings.isDefault')} {t('settings.rule', { rule: setting.rule })}
      </p>
    </Card>
  );
}
