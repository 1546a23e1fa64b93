import { type ReactNode, useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Field, Problem, Shape, Tick } from '../../ui/ui';

type Picked = { id: string; name: string };

type Props = {
  without: readonly string[];
  /** How many may be picked. */
  most?: number;
  busy?: boolean;
  /** What the button says that takes so many. */
  says: (count: number) => string;
  onPicked: (members: Picked[]) => void;
  onCancel: () => void;
  /** What is said of all of them together. */
  children?: ReactNode;
};

const sectorsNow = question(() => got(api.GET('/api/sectors')));
const shownAtOnce = 30;
const membersLike = question((q: string, sectorId: string) =>
  got(
    api.GET('/api/seats', {
      params: { query: { q: q || undefined, sectorId: sectorId || undefined, limit: shownAtOnce } },
    }),
  ),
);

/** Members who serve, by name or sector; several at once. */
export function PickMembers({
  without,
  most = Number.POSITIVE_INFINITY,
  busy = false,
  says,
  onPicked,
  onCancel,
  children,
}: Props) {
  const { seat } = useSeat();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const [sector, setSector] = useState('');
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const members = useRemote(membersLike, name, sector);
  const shown = members.data?.items.filter(({ id }) => id !== seat.id && !without.includes(id));
  const pick = ({ id, name }: Picked, on: boolean) =>
    setPicked(on ? [...picked, { id, name }] : picked.filter((one) => one.id !== id));
  return (
    <div className="card stack">
      <Field label={t('cosign.search')} value={typed} onChange={setTyped} />
      <Sectors value={sector} onChange={setSector} />
      <Problem error={members.error} retry={members.reload} />
      {!shown && !members.error && <Shape lines={[100, 100]} />}
      {shown?.length === 0 && <p className="quiet">{t('cosign.nobody')}</p>}
      {shown?.map((member) => (
        <Tick
          key={member.id}
          label={[member.name, member.sector?.name].filter(Boolean).join(' · ')}
          checked={picked.some(({ id }) => id === member.id)}
          onChange={(on) => pick(member, on)}
        />
      ))}
      {members.data?.next && <p className="note">{t('cosign.narrow', { count: shownAtOnce })}</p>}
      {picked.length > most && <p className="bad">{t('cosign.tooMany', { most: Math.max(most, 0) })}</p>}
      {children}
      <div className="actions two">
        <Button
          kind="main"
          onPress={() => onPicked([...picked])}
          disabled={busy || picked.length === 0 || picked.length > most}
        >
          {says(picked.length)}
        </Button>
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

function Sectors({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data } = useRemote(sectorsNow);
  if (!data || data.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="sector">{t('cosign.sector')}</label>
      <select id="sector" className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('cosign.allSectors')}</option>
        {data.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
