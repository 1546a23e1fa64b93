import { useEffect, useId, useState } from 'react';
import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { Proposal } from '../../api/types';
import { allUnits } from '../../api/units';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { Button, Field, Problem, Tick, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';
import { BasisLine, PickEarlier } from './BasedOn';
import { basisIn } from './basis';
import { fromServer, type ProposalKeeper, toServer } from './drafts';
import { proposalBy } from './proposal';
import { Seal } from './Seal';

type Wanted = Proposal['wishes'];

const unitsNow = question(allUnits);
const modes = ['MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'] as const;
const names = ['MEMBER', 'SECTOR', 'GROUP'] as const;

/** What the proponent would like besides the text; each is saved as it is chosen, and none of it is needed. */
export function Wishes({ id, keeper }: { id: string; keeper: ProposalKeeper }) {
  const { data: proposal } = useRemote(proposalBy, id);
  const { error, busy, run } = useDoing();
  const box = useWords(keeper.read().draft.seatId, `wish/${id}`, { text: '', written: '' });
  const { texts } = box;
  const [left, setLeft] = useState(false);
  const [picking, setPicking] = useState(false);
  const save = (
    change: { wishes?: Wanted; proponentKind?: Proposal['proponentKind']; sealFileId?: string },
    then?: () => Promise<void>,
  ) =>
    run(async () => {
      await keeper.beside(async ({ seatId, fields }, version) =>
        fromServer(
          await got(
            api.PUT('/api/proposals/{id}', {
              headers: { 'X-Seat': seatId },
              params: { path: { id } },
              body: { ...toServer(fields), version, ...change },
            }),
          ),
        ),
      );
      await then?.();
      refreshAll();
    });
  /** The note is saved when its box is left, or as soon as what was being saved then is done. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving the box says when
  useEffect(() => {
    if (!left || busy || !proposal) return;
    setLeft(false);
    const basedOn = basisIn(texts.text, proposal.wishes.basedOn);
    if (texts.written) void save({ wishes: { ...proposal.wishes, basedOn } }, () => box.sent(texts));
  }, [left, busy]);
  if (!proposal) return null;
  const { wishes } = proposal;
  const wish = (change: Partial<Wanted>) => save({ wishes: { ...wishes, ...change } });
  /** What was typed before is not sent over it. */
  const chosen = async () => {
    setPicking(false);
    await box.sent(texts);
  };
  const basis = texts.written ? texts.text : (wishes.basedOn?.note ?? '');
  const person = names.some((kind) => kind === proposal.proponentKind);
  return (
    <details className="card">
      <summary>{t('wish.title')}</summary>
      <div className="stack">
        {person ? (
          <Select
            label={t('wish.kind')}
            value={proposal.proponentKind}
            options={names.map((kind) => [kind, t(`proponentKind.${kind}`)] as const)}
            busy={busy}
            onChange={(kind) => {
              const chosen = names.find((name) => name === kind);
              if (chosen) void save({ proponentKind: chosen });
            }}
          />
        ) : (
          <Seal present={Boolean(proposal.sealFileId)} onUploaded={(sealFileId) => save({ sealFileId })} />
        )}
        <Tick
          label={t('wish.second')}
          checked={wishes.allowSecond}
          onChange={(allowSecond) => void wish({ allowSecond })}
        />
        <Select
          label={t('wish.contact')}
          value={wishes.wantsContactBy ?? ''}
          options={[['', t('wish.any')], ...modes.map((mode) => [mode, t(`contact.${mode}`)] as const)]}
          busy={busy}
          onChange={(mode) => void wish({ wantsContactBy: modes.find((one) => one === mode) })}
        />
        <Units wishes={wishes} busy={busy} onWish={wish} />
        {wishes.basedOn?.id ? (
          <>
            <h3>{t('wish.basis')}</h3>
            <BasisLine basis={wishes.basedOn} />
            <Button kind="plain" onPress={() => wish({ basedOn: undefined })} disabled={busy}>
              {t('basis.remove')}
            </Button>
          </>
        ) : (
          <Field
            label={t('wish.basis')}
            help={t('wish.basisHelp')}
            value={basis}
            max={200}
            onChange={(text) => box.write({ text, written: 'yes' })}
            onLeave={() => setLeft(true)}
          />
        )}
        {picking ? (
          <PickEarlier
            without={id}
            busy={busy}
            onPicked={(basedOn) => save({ wishes: { ...wishes, basedOn } }, chosen)}
            onCancel={() => setPicking(false)}
          />
        ) : (
          <Button kind="wide" onPress={() => setPicking(true)}>
            {t('basis.pick')}
          </Button>
        )}
        <Kept words={box} />
        <Problem error={error} />
      </div>
    </details>
  );
}

function Units({
  wishes,
  busy,
  onWish,
}: {
  wishes: Wanted;
  busy: boolean;
  onWish: (change: Partial<Wanted>) => unknown;
}) {
  const { data } = useRemote(unitsNow);
  const units = data ?? [];
  const assisting = wishes.suggestedAssistUnits;
  const free = units.filter(([id]) => id !== wishes.suggestedLeadUnit && !assisting.includes(id));
  if (units.length === 0) return null;
  return (
    <>
      <Select
        label={t('wish.lead')}
        value={wishes.suggestedLeadUnit ?? ''}
        options={[['', t('wish.any')], ...units.filter(([id]) => !assisting.includes(id))]}
        busy={busy}
        onChange={(id) => onWish({ suggestedLeadUnit: id || undefined })}
      />
      {units
        .filter(([id]) => assisting.includes(id))
        .map(([id, name]) => (
          <Tick
            key={id}
            label={name}
            checked
            onChange={() => onWish({ suggestedAssistUnits: assisting.filter((one) => one !== id) })}
          />
        ))}
      <Select
        label={t('wish.assist')}
        value=""
        options={[['', t('wish.addUnit')], ...free]}
        busy={busy}
        onChange={(id) => id && onWish({ suggestedAssistUnits: [...assisting, id] })}
      />
    </>
  );
}

function Select({
  label,
  value,
  options,
  busy,
  onChange,
}: {
  label: string;
  value: string;
  options: ReadonlyArray<readonly [value: string, label: string]>;
  busy: boolean;
  onChange: (value: string) => unknown;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={busy}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
