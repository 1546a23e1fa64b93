import { api, got } from '../../api/client';
import { listing, question, usePages, useRemote } from '../../api/remote';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Button, Empty, LineTo, Problem, Refreshable, Shape, Sub } from '../../ui/ui';

const requestsToMe = question(() => got(api.GET('/api/cosigning-requests')));
const openToSupport = listing((after) =>
  got(api.GET('/api/proposals', { params: { query: { after, limit: 20, toSecond: true } } })),
);

/** What I was asked to sign, and what others have opened to support. */
export function RequestsPage() {
  const requests = useRemote(requestsToMe);
  const open = usePages(openToSupport);
  return (
    <Sub title={t('requests.title')} up="/proposals">
      <Refreshable reload={() => Promise.all([requests.reload(), open.reload()])}>
        <section className="stack" aria-labelledby="asked">
          <h2 id="asked">{t('requests.asked')}</h2>
          <Problem error={requests.error} retry={requests.reload} />
          {!requests.data && !requests.error && <Shape lines={[100, 100]} />}
          {requests.data?.length === 0 && <Empty says={t('requests.none')} />}
          <ul className="stack">
            {requests.data?.map((one) => (
              <li key={one.proposalId} className="card">
                {one.state === 'ASKED' || one.state === 'SIGNED' ? (
                  <LineTo to={`/proposals/${one.proposalId}`}>
                    <RequestWords {...one} />
                  </LineTo>
                ) : (
                  <RequestWords {...one} />
                )}
              </li>
            ))}
          </ul>
        </section>
        <section className="stack section" aria-labelledby="to-second">
          <h2 id="to-second">{t('requests.toSecond')}</h2>
          <Problem error={open.error} retry={open.reload} />
          {!open.items && !open.error && <Shape lines={[100, 100]} />}
          {open.items?.length === 0 && <p className="quiet">{t('requests.noneToSecond')}</p>}
          <ul className="stack">
            {open.items?.map((one) => (
              <li key={one.id} className="card">
                <LineTo to={`/proposals/${one.id}`}>
                  <span className="strong">{one.title}</span>
                  <br />
                  <span className="quiet">{one.proponent}</span>
                </LineTo>
              </li>
            ))}
          </ul>
          {open.more && (
            <Button kind="wide" onPress={open.more}>
              {t('more')}
            </Button>
          )}
        </section>
      </Refreshable>
    </Sub>
  );
}

function RequestWords({
  title,
  proponent,
  state,
  answerBy,
}: {
  title: string;
  proponent: string;
  state: string;
  answerBy?: string | null;
}) {
  return (
    <>
      <span className="strong">{title || t('proposals.untitled')}</span>
      <br />
      <span className="quiet">
        {[
          proponent,
          tOr(`signature.${state}`, 'signature.ASKED'),
          state === 'ASKED' && answerBy && t('cosign.until', { day: day(answerBy) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
