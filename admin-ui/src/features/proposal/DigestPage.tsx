import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Popconfirm, Skeleton } from 'antd';
import { api, done, read } from '../../api/client';
import type { Digest } from '../../api/types';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { PieceEditor } from '../../ui/PieceEditor';
import { PlaceButtons } from '../../ui/PlaceButtons';
import { Problem } from '../../ui/Problem';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useKept } from '../../ui/useKept';
import { digestName } from './DigestListPage';
import { InstructionCard } from './InstructionCard';
import { at } from './useProposal';

const route = getRouteApi('/inside/digests/$id');

/** One issue of the digest: built piece by piece, issued with its number, printed from here. */
export function DigestPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['digest', id],
    queryFn: () => read(api.GET('/api/proposal-digests/{id}', at({ id }))),
  });
  const place = useAct(save);
  const issue = useAct((it: Digest) =>
    read(api.PUT('/api/proposal-digests/{id}/issuing', { ...at(it), body: { version: it.version } })),
  );
  const give = useAct(
    (it: Digest) => done(api.DELETE('/api/proposal-digests/{id}', at(it))),
    () => navigate({ to: '/digests' }),
  );
  if (!data) {
    return (
      <Page title={t('digest.listTitle')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
      </Page>
    );
  }
  const edits = data.can.includes('edit');
  return (
    <Page
      title={digestName(data)}
      note={data.issuedOn ? prose(data.issuedOn) : <Link to="/digests">{t('digest.backToList')}</Link>}
      actions={
        <>
          {data.can.includes('issue') && (
            <Popconfirm
              title={t('digest.issueAsk', { count: data.items.length })}
              okText={t('digest.issueVerb')}
              cancelText={t('common.cancel')}
              onConfirm={() => issue.mutate(data)}
            >
              <Button type="primary" loading={issue.isPending} disabled={!data.recipients}>
                {t('digest.issueVerb')}
              </Button>
            </Popconfirm>
          )}
          <PaperButtons
            path={`/api/proposal-digests/${id}/paper`}
            name={t('paper.bulletinIssue')}
            file={digestName(data)}
          />
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
          {data.can.includes('delete') && (
            <Button danger loading={give.isPending} onClick={() => give.mutate(data)}>
              {t('digest.giveUp')}
            </Button>
          )}
        </>
      }
    >
      <Problem error={issue.error ?? place.error ?? give.error} />
      <SecrecyHits words={data.secrecyHits} says="piece.secrecyHits" />
      <Recipients digest={data} />
      {data.items.map((item, no) => (
        <Card
          key={item.proposalId}
          title={t('digest.itemNo', { no: no + 1 })}
          extra={
            edits && (
              <PlaceButtons items={data.items} place={no} onChange={(items) => place.mutate({ ...data, items })} />
            )
          }
        >
          {edits ? (
            <PieceEditor
              piece={item}
              draft={`digest.${data.id}.${item.proposalId}`}
              onSave={(next) =>
                save({ ...data, items: data.items.map((each, which) => (which === no ? { ...each, ...next } : each)) })
              }
            />
          ) : (
            <>
              <h3>{item.title}</h3>
              <p className="text">{item.text}</p>
            </>
          )}
          <p className="quiet">
            <Link to="/proposals/$id" params={{ id: item.proposalId }}>
              {t('digest.source', { caseNo: item.caseNo ?? t('common.none'), proponent: item.proponent })}
            </Link>
          </p>
        </Card>
      ))}
      {data.issuedOn && <InstructionCard digest={data} />}
    </Page>
  );
}

function save(it: Digest) {
  const body = { version: it.version, recipients: it.recipients, items: it.items };
  return read(api.PUT('/api/proposal-digests/{id}', { ...at(it), body }));
}

type Receivers = Pick<Digest, 'recipients'>;

function Recipients({ digest }: { digest: Digest }) {
  const kept = useKept<Receivers>(`digest.${digest.id}.recipients`, { recipients: digest.recipients });
  const act = useAct(
    (typed: Receivers) => save({ ...digest, ...typed }),
    (_, typed) => kept.took(typed),
  );
  if (!digest.can.includes('edit')) {
    return (
      <p className="strong">{t('common.filterTag', { label: t('digest.recipients'), value: digest.recipients })}</p>
    );
  }
  return (
    <Card title={t('digest.recipients')}>
      <Form<Receivers> {...kept.props} onFinish={(typed) => act.mutate(typed)}>
        <Form.Item
          name="recipients"
          label={t('digest.recipients')}
          extra={t('digest.recipientsHelp')}
          rules={[{ required: true, whitespace: true, message: t('digest.recipientsNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Problem error={act.error} />
        <Button htmlType="submit" loading={act.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </Card>
  );
}
