import { useSeat } from '../../session/session';
import { flush, giveUp, tryAgain, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Button, Empty, Refreshable, Sub } from '../../ui/ui';

/** What is on this phone and not yet with the committee. */
export function UnsentPage() {
  const { me } = useSeat();
  const lines = useUnsent();
  return (
    <Sub title={t('outbox.title')} up="/me">
      <Refreshable reload={flush}>
        {lines.length === 0 && <Empty says={t('outbox.none')} />}
        <ul className="stack">
          {lines.map((line) => (
            <li key={line.id} className="card stack">
              <div className="tight">
                <p className="strong">{line.title}</p>
                <p className="quiet">
                  {[
                    t(`outbox.${line.matter.kind}`),
                    me.seats.find(({ id }) => id === line.seatId)?.committee.name,
                    moment(line.writtenAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {'text' in line.matter && <p className="prose">{line.matter.text}</p>}
              {line.refused ? (
                <p className="problem">{tOr(`problem.${line.refused}`, 'problem.other')}</p>
              ) : (
                <p className="quiet">{t('outbox.waiting')}</p>
              )}
              <div className="actions two">
                <Button onPress={() => tryAgain(line)}>{t('outbox.sendNow')}</Button>
                {line.refused && <Button onPress={() => giveUp(line)}>{t('outbox.discard')}</Button>}
              </div>
            </li>
          ))}
        </ul>
      </Refreshable>
    </Sub>
  );
}
