import { useState } from 'react';
import { t } from '../../text/t';
import { Button, Field } from '../../ui/ui';
import { PickMembers } from '../proposal/PickMembers';
import type { Coauthor } from './drafts';

type Props = {
  coauthors: readonly Coauthor[];
  problemAt: (name: string) => string | null;
  onChange: (coauthors: Coauthor[]) => void;
};

/** Who wrote it together with the author: members, and others by their names. */
export function Coauthors({ coauthors, problemAt, onChange }: Props) {
  const [picking, setPicking] = useState(false);
  const [name, setName] = useState('');
  const add = (...more: Coauthor[]) => onChange([...coauthors, ...more]);
  /** A name that was typed stands in the list as soon as one goes on: no button to forget. */
  const addOther = () => {
    if (!name.trim()) return;
    add({ seatId: '', name: name.trim(), contact: '' });
    setName('');
  };
  return (
    <fieldset className="field stack">
      <legend>{t('coauthors.title')}</legend>
      <p className="quiet">{problemAt('coauthors') ?? t('coauthors.help')}</p>
      {coauthors.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two outsiders may have one name
        <div key={index} className="row">
          <span className={problemAt(`coauthors[${index}].seatId`) ? 'bad' : undefined}>
            {[each.name, problemAt(`coauthors[${index}].seatId`)].filter(Boolean).join('：')}
          </span>
          <Button kind="plain" onPress={() => onChange(coauthors.filter((_, at) => at !== index))}>
            {t('coauthors.remove', { name: each.name })}
          </Button>
        </div>
      ))}
      {picking ? (
        <PickMembers
          without={coauthors.map(({ seatId }) => seatId)}
          says={(count) => t('coauthors.add', { count })}
          onPicked={(members) => {
            add(...members.map(({ id: seatId, name }) => ({ seatId, name, contact: '' })));
            setPicking(false);
          }}
          onCancel={() => setPicking(false)}
        />
      ) : (
        <Button onPress={() => setPicking(true)}>{t('coauthors.members')}</Button>
      )}
      <Field label={t('coauthors.other')} value={name} max={40} onChange={setName} onLeave={addOther} />
    </fieldset>
  );
}
