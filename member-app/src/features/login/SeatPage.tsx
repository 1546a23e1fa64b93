import type { Me, Seat } from '../../api/types';
import { useSession } from '../../session/session';
import { t, tOr } from '../../text/t';
import { Empty } from '../../ui/ui';

export function SeatPage({ me }: { me: Me }) {
  const { choose } = useSession();
  const usable = me.seats.length === 0 || me.seats.some((seat) => !seat.needsStepUp);
  return (
    <div className="page">
      <main className="stack">
        <h1>{t(usable ? 'seat.choose' : 'seat.atConsole')}</h1>
        <p className="quiet">{t(usable ? 'seat.why' : 'seat.atConsoleWhy')}</p>
        {me.seats.length === 0 && <Empty says={t('seat.none')} />}
        <ul className="stack">
          {me.seats.map((seat) => (
            <li key={seat.id} className="card">
              <SeatLine seat={seat} onChoose={() => choose(seat)} />
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}

function SeatLine({ seat, onChoose }: { seat: Seat; onChoose: () => void }) {
  const words = (
    <span className="grow">
      <span className="strong">{seat.committee.name}</span>
      <br />
      <span className="quiet">
        {[seat.name, seat.unitName, seat.term, tOr(`seat.status.${seat.status}`, 'seat.status.ACTIVE')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
  if (seat.needsStepUp)
    return (
      <>
        {words}
        <p className="note">{t('seat.consoleOnly')}</p>
        <p>
          {t('seat.consoleAt')}
          <br />
          <span className="strong">{`${location.origin}/console/`}</span>
        </p>
      </>
    );
  return (
    <button type="button" className="line" onClick={onChoose}>
      {words}
      <span className="next" aria-hidden="true" />
    </button>
  );
}
