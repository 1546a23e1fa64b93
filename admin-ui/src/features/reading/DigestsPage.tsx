import { ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { ReadingDigestHead, ReadingGroup } from '../../api/types';
import { day, prose, ratio } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { t } from '../../ui/text';
import { Written } from '../../ui/Written';
import { DigestModal, type DigestStep } from './DigestModal';

const route = getRouteApi('/inside/reading/$id/digests');

/** The weeks of a group with what was published of each; a week without a digest stands in red. */
export function DigestsPage() {
  const { id } = route.useParams();
  const group = useQuery({
    queryKey: ['reading-group', id],
    queryFn: () => read(api.GET('/api/reading-groups/{id}', { params: { path: { id } } })),
  });
  const { data, error, refetch } = useQuery({
    queryKey: ['reading-digests', id],
    queryFn: () => read(api.GET('/api/reading-groups/{groupId}/digests', { params: { path: { groupId: id } } })),
  });
  const theme = group.data?.theme ?? '';
  return (
    <Page
      title={t('digest.listOf', { theme })}
      note={
        <Link to="/reading/$id" params={{ id }}>
          {t('digest.backToGroup')}
        </Link>
      }
    >
      <Problem error={error} retry={() => refetch()} />
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.length === 0 && <Empty description={t('digest.noWeeks')} />}
      <div className="stack-wide">
        {data && data.length > 0 && group.data && <Together group={group.data} weeks={data} />}
        {data?.map((week) => (
          <Week key={week.monday} groupId={id} week={week} />
        ))}
      </div>
    </Page>
  );
}

/** A month, or the whole course, as one paper. */
function Together({ group, weeks }: { group: ReadingGroup; weeks: readonly ReadingDigestHead[] }) {
  const months = [...new Set(weeks.map(({ monday }) => monday.slice(0, 7)))];
  const [month, setMonth] = useState('');
  const missing = weeks.filter(({ state }) => state === 'MISSING' || state === 'DRAFT').length;
  const path = `/api/reading-groups/${group.id}/digest-rollup/paper${month ? `?month=${month}` : ''}`;
  return (
    <Card title={t('digest.together')}>
      <p>
        {t('digest.settled', { count: weeks.length - missing, of: weeks.length })}{' '}
        {missing > 0 && (
          <span className="overdue">
            <ExclamationCircleFilled /> {t('digest.missingCount', { count: missing })}
          </span>
        )}
      </p>
      <div className="row">
        <Select
          aria-label={t('digest.period')}
          value={month}
          onChange={setMonth}
          options={[
            { value: '', label: t('digest.whole') },
            ...months.map((value) => ({ value, label: t('digest.month', { month: value }) })),
          ]}
        />
        <PaperButtons path={path} name={t(month ? 'digest.monthPaper' : 'digest.wholePaper', { theme: group.theme })} />
      </div>
    </Card>
  );
}

function Week({ groupId, week }: { groupId: string; week: ReadingDigestHead }) {
  const [step, setStep] = useState<DigestStep | null>(null);
  const missing = week.state === 'MISSING';
  return (
    <Card
      title={t('digest.week', { no: week.no, from: day(week.monday), to: day(week.sunday) })}
      extra={
        missing ? (
          <span className="overdue">
            <ExclamationCircleFilled /> {t('digest.state.MISSING')}
          </span>
        ) : (
          <State family="digest.state" code={week.state} />
        )
      }
    >
      <p className="quiet">{factsOf(week)}</p>
      {week.reason && week.state !== 'DRAFT' && (
        <p>{t(week.state === 'NONE' ? 'digest.noneReason' : 'digest.corrected', { reason: week.reason })}</p>
      )}
      {week.state === 'PUBLISHED' && <Said groupId={groupId} monday={week.monday} />}
      <div className="row">
        {week.can.includes('write') && (
          <Button type={missing ? 'primary' : 'default'} onClick={() => setStep('write')}>
            {t('digest.write')}
          </Button>
        )}
        {week.can.includes('publish') && <Button onClick={() => setStep('publish')}>{t('digest.publish')}</Button>}
        {week.can.includes('correct') && <Button onClick={() => setStep('correct')}>{t('digest.correct')}</Button>}
        {week.can.includes('leave-out') && <Button onClick={() => setStep('leave-out')}>{t('digest.leaveOut')}</Button>}
        {week.can.includes('withdraw') && (
          <Button danger onClick={() => setStep('withdraw')}>
            {t('digest.withdraw')}
          </Button>
        )}
        {week.state === 'PUBLISHED' && (
          <PaperButtons
            path={`/api/reading-groups/${groupId}/digests/${week.monday}/paper`}
            name={t('digest.weekPaper', { no: week.no })}
          />
        )}
      </div>
      {week.edition > 1 && <Editions groupId={groupId} monday={week.monday} />}
      {step && <DigestModal groupId={groupId} monday={week.monday} step={step} onClose={() => setStep(null)} />}
    </Card>
  );
}

function factsOf(week: ReadingDigestHead): string {
  return [
    week.hosts.length > 0 ? t('digest.hosts', { names: week.hosts.join('、') }) : t('digest.noHost'),
    typeof week.joined === 'number' && t('digest.turnout', { ratio: ratio(week.contributed ?? 0, week.joined) }),
    week.author && t('digest.author', { name: week.author }),
    week.publishedOn && t('digest.publishedOn', { day: prose(week.publishedOn) }),
    week.edition > 1 && t('digest.edition', { edition: week.edition }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the digest says, asked for when it is opened. */
function Said({ groupId, monday }: { groupId: string; monday: string }) {
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['reading-digest', groupId, monday, 'said'],
    enabled: open,
    queryFn: () =>
      read(api.GET('/api/reading-groups/{groupId}/digests/{monday}', { params: { path: { groupId, monday } } })),
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('digest.read')}</summary>
      <Problem error={error} />
      {data?.text && <Written text={data.text} />}
    </details>
  );
}

/** What stood there before it was corrected. */
function Editions({ groupId, monday }: { groupId: string; monday: string }) {
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['reading-editions', groupId, monday],
    enabled: open,
    queryFn: () =>
      read(
        api.GET('/api/reading-groups/{groupId}/digests/{monday}/editions', { params: { path: { groupId, monday } } }),
      ),
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('digest.editions')}</summary>
      <Problem error={error} />
      {data?.slice(1).map((edition) => (
        <div key={edition.edition}>
          <p className="quiet">
            {[t('digest.edition', { edition: edition.edition }), edition.author, prose(edition.publishedOn)].join(
              ' · ',
            )}
          </p>
          <Written text={edition.text} />
        </div>
      ))}
    </details>
  );
}
