import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Radio, Skeleton } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { api, read } from '../../api/client';
import { Attachments } from '../../ui/Attachments';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { AfterMove, useLastMove } from './AfterMove';
import { BatchReview } from './BatchReview';
import { MoveButtons } from './MoveButtons';
import { ProposalMatter } from './ProposalMatter';
import { ProposalState } from './ProposalState';
import { step } from './proposal';
import { ReviewReport } from './ReviewReport';
import { useOpening } from './useProposal';

const route = getRouteApi('/inside/review');

/** Review at a stretch: the list on the left, the matter on the right, j and k to go on. */
export function ReviewPage() {
  const { id, status } = route.useSearch();
  const navigate = useNavigate();
  const wanted = status === 'IN_REVIEW' ? 'IN_REVIEW' : 'SUBMITTED';
  const pages = usePages(['proposals', 'review', wanted], (after) =>
    read(api.GET('/api/proposals', { params: { query: { status: wanted, after, limit: 50 } } })),
  );
  const open = (next: string | undefined) =>
    next && navigate({ to: '/review', search: { id: next, status: wanted }, replace: true });
  const chosen = id ?? pages.rows[0]?.id;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const addOpened = useCallback(
    (one: string) => setOpened((before) => (before.includes(one) ? before : [...before, one])),
    [],
  );
  useReviewKeys((by) => open(step(pages.rows, chosen, by)?.id));
  return (
    <Page
      title={t('review.title')}
      note={<Keys />}
      actions={
        <>
          <ReviewReport />
          <Tabs wanted={wanted} />
        </>
      }
    >
      {pages.state.error && <Problem error={pages.state.error} retry={() => pages.state.refetch()} />}
      {pages.state.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {!pages.state.isPending && pages.rows.length === 0 && !id && <Empty description={t('review.empty')} />}
      {chosen && (
        <div className="review">
          <div className="review-side">
            <BatchReview opened={pages.rows.filter((row) => opened.includes(row.id))} onDecided={() => setOpened([])} />
            <ol className="review-list">
              {pages.rows.map((row) => (
                <li key={row.id}>
                  <button type="button" aria-current={row.id === chosen} onClick={() => open(row.id)}>
                    <span className="strong">{row.title}</span>
                    <br />
                    <span className="quiet">
                      {opened.includes(row.id) && t('batch.read')} {row.proponent} · {day(row.submittedAt)} ·{' '}
                      <State family="proposal.status" code={row.status} />
                    </span>
                  </button>
                </li>
              ))}
              {pages.state.hasNextPage && (
                <li>
                  <Button type="link" onClick={() => pages.state.fetchNextPage()}>
                    {t('common.more')}
                  </Button>
                </li>
              )}
            </ol>
          </div>
          <ReviewMatter id={chosen} onOpened={addOpened} onNext={() => open(step(pages.rows, chosen, 1)?.id)} />
        </div>
      )}
    </Page>
  );
}

function ReviewMatter({ id, onNext, onOpened }: { id: string; onNext: () => void; onOpened: (id: string) => void }) {
  const { data: proposal, error, refetch } = useOpening(id);
  useEffect(() => {
    if (proposal) onOpened(proposal.id);
  }, [proposal, onOpened]);
  const [last, setLast] = useLastMove(id);
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!proposal) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <div className="matter">
      <div>
        <h2>{proposal.title}</h2>
        <ProposalMatter proposal={proposal} />
        <Attachments type="proposal" id={proposal.id} />
      </div>
      <aside className="aside">
        <ProposalState proposal={proposal} />
        {last && <AfterMove proposal={proposal} move={last} />}
        <MoveButtons key={proposal.id} proposal={proposal} onMoved={setLast} />
        <Button block onClick={onNext}>
          {t('review.next')} <kbd>j</kbd>
        </Button>
      </aside>
    </div>
  );
}

function Tabs({ wanted }: { wanted: string }) {
  const navigate = useNavigate();
  return (
    <Radio.Group
      optionType="button"
      aria-label={t('proposal.statusLabel')}
      value={wanted}
      onChange={(event) => navigate({ to: '/review', search: { status: String(event.target.value) } })}
      options={[
        { value: 'SUBMITTED', label: t('review.submitted') },
        { value: 'IN_REVIEW', label: t('review.inReview') },
      ]}
    />
  );
}

function Keys() {
  return (
    <>
      <kbd>j</kbd> {t('review.keyNext')} <kbd>k</kbd> {t('review.keyPrevious')} <kbd>1</kbd>–<kbd>3</kbd>{' '}
      {t('review.keyMoves')}
    </>
  );
}

/** j and k walk the list; 1 to 3 press the moves. Never while somebody types. */
function useReviewKeys(onStep: (by: 1 | -1) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') onStep(1);
      else if (event.key === 'k') onStep(-1);
      else if (['1', '2', '3'].includes(event.key)) {
        document.querySelectorAll<HTMLButtonElement>('.moves button')[Number(event.key) - 1]?.click();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onStep]);
}

export function isTyping(event: Event): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role="dialog"], [contenteditable]') !== null
  );
}
