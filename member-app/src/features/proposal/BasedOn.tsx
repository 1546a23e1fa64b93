import { useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Button, Field, LineTo, Problem, Shape } from '../../ui/ui';
import { RaisedFrom } from '../draft/RaisedFrom';
import { type Basis, basisOf } from './basis';
import { proposalBy } from './proposal';

const shownAtOnce = 20;
const mineLike = question((q: string) =>
  got(api.GET('/api/proposals', { params: { query: { mine: true, q: q || undefined, limit: shownAtOnce } } })),
);

/** What a proposal grew out of: the way to it for who may read it, else what was noted of it. */
export function BasisLine({ basis }: { basis: Basis }) {
  if (basis.id && basis.kind === 'PROPOSAL') return <Earlier id={basis.id} note={basis.note} />;
  return (
    <>
      {basis.note && <p>{basis.note}</p>}
      {basis.id && basis.kind === 'READING_POST' && <RaisedFrom postId={basis.id} />}
    </>
  );
}

function Earlier({ id, note }: { id: string; note?: string | null }) {
  const { data } = useRemote(proposalBy, id);
  if (!data) return <p>{note ?? t('basis.PROPOSAL')}</p>;
  return (
    <LineTo to={`/proposals/${id}`}>
      {data.title}
      <br />
      <span className="quiet">
        {[data.caseNo && t('proposals.caseNo', { caseNo: data.caseNo }), tOr(`status.${data.status}`, 'status.other')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </LineTo>
  );
}

/** One of my own proposals of before, by a word of its title. */
export function PickEarlier({
  without,
  busy,
  onPicked,
  onCancel,
}: {
  without: string;
  busy: boolean;
  onPicked: (basis: Basis) => void;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const mine = useRemote(mineLike, q);
  const shown = mine.data?.items.filter(({ id, title }) => id !== without && title);
  return (
    <div className="card stack">
      <Field label={t('basis.search')} value={typed} onChange={setTyped} />
      <Problem error={mine.error} retry={mine.reload} />
      {!shown && !mine.error && <Shape lines={[100, 100]} />}
      {shown?.length === 0 && <p className="quiet">{t('basis.none')}</p>}
      {shown?.map((one) => (
        <Button key={one.id} kind="wide" onPress={() => onPicked(basisOf(one))} disabled={busy}>
          {[
            one.title,
            one.caseNo && t('proposals.caseNo', { caseNo: one.caseNo }),
            one.submittedAt && day(one.submittedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Button>
      ))}
      {mine.data?.next && <p className="note">{t('basis.narrow', { count: shownAtOnce })}</p>}
      <Button kind="wide" onPress={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
