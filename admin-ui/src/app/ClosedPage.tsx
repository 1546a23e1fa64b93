import { Button } from 'antd';
import { TakeAway } from '../features/committee/TakeAway';
import { t } from '../ui/text';

/** All that the administrator of a suspended committee finds: the way to take its own data away. */
export function ClosedPage({ name, onLeave }: { name: string; onLeave: () => void }) {
  return (
    <main className="plain">
      <h1>{name}</h1>
      <p>{t('problem.committee.suspended')}</p>
      <TakeAway name={name} />
      <Button type="link" onClick={onLeave}>
        {t('auth.signOut')}
      </Button>
    </main>
  );
}
