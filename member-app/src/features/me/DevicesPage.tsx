import { useState } from 'react';
import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { Device } from '../../api/types';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Ask, Button, Problem, Refreshable, Shape, Sub, useDoing } from '../../ui/ui';

const myDevices = question(() => got(api.GET('/api/me/devices')));

export function DevicesPage() {
  const { data: devices, error, reload } = useRemote(myDevices);
  return (
    <Sub title={t('devices.title')} up="/me">
      <Refreshable reload={reload}>
        <div className="stack">
          <p className="quiet">{t('devices.says')}</p>
          <Problem error={error} retry={reload} />
          {!devices && !error && <Shape lines={[100, 100]} />}
          <ul className="stack">
            {devices?.map((device) => (
              <li key={device.id} className="card stack">
                <DeviceCard device={device} />
              </li>
            ))}
          </ul>
        </div>
      </Refreshable>
    </Sub>
  );
}

function DeviceCard({ device }: { device: Device }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  const remove = () =>
    run(async () => {
      await api.DELETE('/api/me/devices/{id}', { params: { path: { id: device.id } } });
      setAsking(false);
      refreshAll();
    });
  return (
    <>
      <div className="tight">
        <p className="strong">{device.name || t('device.unnamed')}</p>
        <p className="quiet">
          {device.current ? t('devices.this') : t('devices.used', { at: moment(device.lastUsedAt) })}
        </p>
      </div>
      {!device.current && <Button onPress={() => setAsking(true)}>{t('devices.remove')}</Button>}
      <Problem error={error} />
      {asking && (
        <Ask
          title={t('devices.ask', { name: device.name })}
          actions={
            <>
              <Button kind="main" onPress={remove} disabled={busy}>
                {t('devices.remove')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('devices.askMore')}</p>
        </Ask>
      )}
    </>
  );
}
