import { api, got } from '../../api/client';
import { listing, question, usePages, useRemote } from '../../api/remote';
import type { OpinionBrief } from '../../api/types';
import { useSeat } from '../../session/session';
import { useUnsynced } from '../../store/drafts';
import { newId } from '../../store/ids';
import { t, tOr } from '../../text/t';
import { clock, day } from '../../text/time';
import { go } from '../../ui/router';
import { Button, Empty, LineTo, Problem, Refreshable, Shape, Sub, useDoing } from '../../ui/ui';
import { ForBodies } from '../draft/ForBodies';
import { type Fields, opinionDrafts } from './drafts';

const myReports = listing((after) =>
  got(api.GET('/api/opinion-reports', { params: { query: { after, limit: 20, mine: true } } })),
);
const openCommissions = question(() =>
  got(api.GET('/api/opinion-commissions', { params: { query: { open: true, limit: 50 } } })),
);

const writeForBody = async (id: string, onBehalfOf: string, commissionId?: string) => {
  await api.POST('/api/opinion-reports', { body: { id, onBehalfOf, commissionId } });
  go(`/opinions/${id}/edit`);
};

/** What I am asked to write, what I have written, and what came of it. */
export function OpinionsPage() {
  const { seat } = useSeat();
  const list = usePages(myReports);
  const commissions = useRemote(openCommissions);
  const unsynced = useUnsynced(opinionDrafts, seat.id, list.items);
  const here = unsynced.filter((draft) => !list.items?.some(({ id }) => id === draft.id));
  const write = async (fields: Partial<Fields>) => go(`/opinions/${await opinionDrafts.start(seat.id, fields)}/edit`);
  const { error, busy, run } = useDoing();
  const asked = commissions.data?.items.flatMap((each) =>
    each.asked.filter(({ reportId }) => !reportId).map(({ seatId, name }) => ({ ...each, seatId, name })),
  );
  const writeAsked = (commissionId: string, whose: string) =>
    whose === seat.id ? write({ commissionId }) : run(() => writeForBody(newId(), whose, commissionId));
  return (
    <Sub title={t('opinions.title')} up="/proposals">
      <Refreshable reload={() => Promise.all([list.reload(), commissions.reload()])}>
        <div className="stack">
          <Button kind="main wide" onPress={() => write({})}>
            {t('opinions.write')}
          </Button>
          <Button kind="wide" onPress={() => write({ kind: 'MICRO' })}>
            {t('opinions.micro')}
          </Button>
          <ForBodies verb={(name) => t('opinions.forBody', { name })} write={writeForBody} />
          {asked?.map((each) => (
            <section key={each.id + each.seatId} className={each.overdue ? 'card urgent stack' : 'card stack'}>
              <div className="tight">
                <h2>{t('opinions.asked', { topic: each.topic })}</h2>
                {each.seatId !== seat.id && <p className="quiet">{each.name}</p>}
                {each.brief && <p className="prose">{each.brief}</p>}
                <p className="quiet">{t(each.overdue ? 'home.overdue' : 'home.due', { day: day(each.dueOn) })}</p>
              </div>
              <Button kind="main wide" onPress={() => writeAsked(each.id, each.seatId)} disabled={busy}>
                {t('verb.WRITE_COMMISSIONED')}
              </Button>
            </section>
          ))}
          <Problem error={error} />
          <h2>{t('opinions.mine')}</h2>
          <Problem error={list.error} retry={list.reload} />
          {!list.items && !list.error && <Shape lines={[100, 100]} />}
          {list.items?.length === 0 && here.length === 0 && <Empty says={t('opinions.none')} />}
          <ul className="stack">
            {here.map((draft) => (
              <li key={draft.id} className="card">
                <LineTo to={`/opinions/${draft.id}/edit`}>
                  <span className="strong">{draft.fields.title || t('proposals.untitled')}</span>
                  <br />
                  <span className="quiet">{t('proposals.hereOnly', { time: clock(draft.savedAt) })}</span>
                </LineTo>
              </li>
            ))}
            {list.items?.map((report) => (
              <ReportLine
                key={report.id}
                report={report}
                savedAt={unsynced.find(({ id }) => id === report.id)?.savedAt}
              />
            ))}
          </ul>
          {list.more && (
            <Button kind="wide" onPress={list.more}>
              {t('more')}
            </Button>
          )}
        </div>
      </Refreshable>
    </Sub>
  );
}

function ReportLine({ report, savedAt }: { report: OpinionBrief; savedAt?: string }) {
  return (
    <li className="card">
      <LineTo to={report.status === 'DRAFT' ? `/opinions/${report.id}/edit` : `/opinions/${report.id}`}>
        <span className="strong">{report.title || t('proposals.untitled')}</span>
        <br />
        <span>{tOr(`opinion.${report.status}`, 'status.other')}</span>{' '}
        {report.badges.map(({ kind, level }) => (
          <span key={kind + level} className="tag">
            {outcomeWords(kind, level)}
          </span>
        ))}
        <br />
        <span className="quiet">
          {savedAt
            ? t('proposals.hereOnly', { time: clock(savedAt) })
            : [
                report.authorKind === 'ORGANIZATION' && report.author,
                report.topicName,
                report.submittedOn && day(report.submittedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
        </span>
      </LineTo>
    </li>
  );
}

export function outcomeWords(kind: string, level: string): string {
  return `${tOr(`level.${level}`, 'status.other')}${tOr(`outcome.${kind}`, 'status.other')}`;
}
