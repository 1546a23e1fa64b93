import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Popconfirm, Skeleton } from 'antd';
import { api, done, read } from '../../api/client';
import type { BulletinIssue } from '../../api/types';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { PieceEditor } from '../../ui/PieceEditor';
import { PlaceButtons } from '../../ui/PlaceButtons';
import { Problem } from '../../ui/Problem';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { issueName } from './BulletinListPage';
import { at } from './useOpinion';

const route = getRouteApi('/inside/bulletins/$id');

/** One issue: built by the editor, piece by piece; issued with its number by the approver; printed from here. */
export function BulletinPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['bulletin-issue', id],
    queryFn: () => read(api.GET('/api/bulletin-issues/{id}', at({ id }))),
  });
  const issue = useAct((it: BulletinIssue) =>
    read(api.PUT('/api/bulletin-issues/{id}/issuing', { ...at(it), body: { version: it.version } })),
  );
  const place = useAct(save);
  const give = useAct(
    (it: BulletinIssue) => done(api.DELETE('/api/bulletin-issues/{id}', at(it))),
    () => navigate({ to: '/bulletins' }),
  );
  if (!data) {
    return (
      <Page title={t('bulletin.issue')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
      </Page>
    );
  }
  const edits = data.can.includes('edit');
  const waiting = data.items.flatMap((item) => item.reports).filter((each) => each.status === 'EDITING').length;
  return (
    <Page
      title={issueName(data)}
      note={data.issuedOn ? prose(data.issuedOn) : <Link to="/bulletins">{t('bulletin.backToList')}</Link>}
      actions={
        <>
          {data.can.includes('issue') && (
            <Popconfirm
              title={t('bulletin.issueAsk', { bulletin: data.bulletin, count: data.items.length })}
              okText={t('bulletin.issueVerb')}
              cancelText={t('common.cancel')}
              onConfirm={() => issue.mutate(data)}
            >
              <Button type="primary" loading={issue.isPending} disabled={waiting > 0}>
                {t('bulletin.issueVerb')}
              </Button>
            </Popconfirm>
          )}
          <PaperButtons
            path={`/api/bulletin-issues/${data.id}/paper`}
            name={t('paper.bulletinIssue')}
            file={issueName(data)}
          />
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
          {data.can.includes('delete') && (
            <Button danger loading={give.isPending} onClick={() => give.mutate(data)}>
              {t('bulletin.giveUp')}
            </Button>
          )}
        </>
      }
    >
      <Problem error={issue.error ?? place.error ?? give.error} />
      <SecrecyHits words={data.secrecyHits} says="piece.secrecyHits" />
      {waiting > 0 && (
        <Alert type="info" showIcon className="form-note no-print" title={t('bulletin.waiting', { count: waiting })} />
      )}
      {data.items.map((item, no) => (
        <Card
          key={pieceOf(item)}
          title={t('bulletin.itemNo', { no: no + 1, mode: nameOf('opinion.mode', item.mode) })}
          extra={
            edits && (
              <PlaceButtons items={data.items} place={no} onChange={(items) => place.mutate({ ...data, items })} />
            )
          }
        >
          {edits ? (
            <PieceEditor
              piece={item}
              draft={`bulletin.${data.id}.${pieceOf(item)}`}
              onSave={(next) =>
                save({ ...data, items: data.items.map((each) => (each.id === item.id ? { ...each, ...next } : each)) })
              }
            />
          ) : (
            <>
              <h3>{item.title}</h3>
              <p className="text">{item.text}</p>
            </>
          )}
          <ul className="plain-list quiet no-print">
            {item.reports.map((report) => (
              <li key={report.id}>
                <Link to="/opinions/$id" params={{ id: report.id }}>
                  {report.title}
                </Link>
                {report.author && t('common.inBrackets', { text: report.author })}{' '}
                <State family="opinion.status" code={report.status} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  );
}

type Item = BulletinIssue['items'][number];

/** A piece has a new id whenever the issue is saved; the reports in it stay. */
function pieceOf({ id, reports }: Item): string {
  return reports[0]?.id ?? id;
}

function save(it: BulletinIssue) {
  const body = { version: it.version, items: it.items.map(plan) };
  return read(api.PUT('/api/bulletin-issues/{id}', { ...at(it), body }));
}

function plan({ mode, title, text, reports }: Item) {
  return { mode, title, text, reportIds: reports.map((report) => report.id) };
}
