import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { LineTo } from '../../ui/ui';
import { Written } from '../../ui/Written';

const todaysReading = keptQuestion('reading-today', () => got(api.GET('/api/reading-roster/today')));

/** What is read today in my groups, and who hosts it. */
export function TodayReading() {
  const { data } = useRemote(todaysReading);
  if (!data || data.length === 0) return null;
  return (
    <section className="stack section" aria-labelledby="today">
      <h2 id="today">{t('home.reading')}</h2>
      <ul className="card between-lines">
        {data.map((each) => (
          <li key={each.sessionId}>
            <LineTo to={`/reading/${each.groupId}`}>
              <span className="strong">
                {each.mine
                  ? t('home.youHost')
                  : each.hostName
                    ? t('home.hosts', { host: each.hostName })
                    : t('home.noHost')}
              </span>
              <br />
              <Written as="span" text={each.topic} />
              {each.topic !== each.theme && (
                <>
                  <br />
                  <Written as="span" text={each.theme} look="quiet" />
                </>
              )}
            </LineTo>
          </li>
        ))}
      </ul>
    </section>
  );
}
