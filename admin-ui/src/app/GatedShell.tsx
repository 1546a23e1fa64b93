import { useRouteContext } from '@tanstack/react-router';
import { ConsentGate } from '../features/identity/ConsentGate';
import { IdleLock } from './IdleLock';
import { SessionGate } from './SessionGate';
import { Shell } from './Shell';

export function GatedShell() {
  const { auth } = useRouteContext({ from: '/inside' });
  return (
    <SessionGate auth={auth}>
      <IdleLock auth={auth}>
        <ConsentGate>
          <Shell />
        </ConsentGate>
      </IdleLock>
    </SessionGate>
  );
}
