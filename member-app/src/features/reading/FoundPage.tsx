import { useId, useState } from 'react';
import { api, got } from '../../api/client';
import { hasCode, wordsForField } from '../../api/problem';
import { listing, question, refreshAll, usePages, useRemote } from '../../api/remote';
import type { ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { useWords } from '../../store/words';
import { bookName } from '../../text/book';
import { t, tOr } from '../../text/t';
import { boxesOf } from '../../ui/boxes';
import { Day } from '../../ui/Day';
import { go } from '../../ui/router';
import { Button, Choices, Empty, Field, Problem, Shape, Sub, TextBox, Tick, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';
import {
  bookIdsIn,
  type GroupFields,
  groupFieldsOf,
  introductionMax,
  isForSection,
  isIntroductionTooLong,
  plannedOf,
  visibilities,
} from './founding';
import { groupBy, mayFound } from './group';

/** Who leads something founds a group here; what was typed stays on the phone until the server has it. */
export function FoundPage() {
  const { seat } = useSeat();
  return (
    <Sub title={t('found.title')} up="/reading">
      <main>{mayFound(seat) ? <Writing group={null} /> : <Empty says={t('found.notYours')} />}</main>
    </Sub>
  );
}

/** The group's own page to change what was planned. */
export function EditGroupPage({ id }: { id: string }) {
  const { data: group, error, reload } = useRemote(groupBy, id);
  return (
    <Sub title={t('run.do.edit')} up={`/reading/${id}/run`}>
      <main>
        {!group && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 100, 60]} />)}
        {group && <Writing group={group} />}
      </main>
    </Sub>
  );
}

const cadences = ['DAY', 'WEEK', 'MONTH'] as const;

function Writing({ group: now }: { group: ReadingGroup | null }) {
  const { seat } = useSeat();
  const [group, setGroup] = useState(now);
  const box = useWords(seat.id, group ? `form/group.${group.id}` : 'form/group', groupFieldsOf(group));
  const { texts } = box;
  const { error, busy, run, clear } = useDoing();
  const set = (name: keyof GroupFields) => (value: string) => box.write({ [name]: value, id: '' });
  const wrong = (name: string) => wordsForField(error, name);
  const of = boxesOf(texts, set, error);
  const isOutdated = hasCode(error, 'reading.version');
  const save = () =>
    run(async () => {
      const sending = { ...texts, id: texts.id || newId() };
      if (group) {
        const { id, version } = group;
        await api.PUT('/api/reading-groups/{id}', {
          params: { path: { id } },
          body: { ...plannedOf(texts, group), version },
        });
        await box.sent(texts);
        refreshAll();
        go(`/reading/${id}/run`, true);
      } else {
        box.write(sending);
        const made = await got(
          api.POST('/api/reading-groups', { body: { ...plannedOf(sending, null), id: sending.id } }),
        );
        await box.sent(sending);
        refreshAll();
        go(`/reading/${made.id}/run`, true);
      }
    });
  /** What was written here stands; the next save goes over what somebody else has saved meanwhile. */
  const goOn = () => {
    setGroup(now);
    clear();
  };
  const isTooLong = isIntroductionTooLong(texts.text);
  const planned = plannedOf(texts, group);
  const isReady =
    !isTooLong &&
    planned.theme &&
    (planned.book || planned.bookIds.length > 0) &&
    planned.startsOn &&
    planned.endsOn &&
    (!isForSection(planned.visibility ?? '') || planned.sectionId);
  return (
    <div className="stack">
      {!group && <p className="quiet">{t('found.help')}</p>}
      {group?.planFixed && <p className="quiet">{t('found.approved', { theme: group.theme })}</p>}
      {!group?.planFixed && (
        <>
          <Field label={t('found.theme')} help={t('found.themeHelp')} {...of('title', 60, 'theme')} />
          <Books
            chosen={bookIdsIn(texts.bookIds)}
            named={group?.books ?? []}
            onChange={(ids) => set('bookIds')(ids.join(' '))}
          />
          <Field
            label={t('found.book')}
            help={t('found.bookHelp')}
            value={texts.book}
            onChange={set('book')}
            max={100}
            problem={wrong('book') ?? wrong('bookIds')}
          />
        </>
      )}
      <TextBox
        label={t('found.introduction')}
        help={t('found.introductionHelp')}
        value={texts.text}
        onChange={set('text')}
        problem={isTooLong ? t('field.too-long', { limit: introductionMax }) : wrong('introduction')}
      />
      {!group?.planFixed && (
        <Day label={t('found.from')} value={texts.startsOn} problem={wrong('startsOn')} onChange={set('startsOn')} />
      )}
      <Day
        label={t('found.to')}
        value={texts.endsOn}
        min={group?.planFixed ? group.startsOn : texts.startsOn}
        problem={wrong('endsOn')}
        onChange={set('endsOn')}
      />
      {!group?.planFixed && (
        <>
          <Choices
            legend={t('found.visibility')}
            options={visibilities.map((each) => [each, tOr(`visibility.${each}`, 'visibility.MEMBERS')])}
            value={visibilities.find((each) => each === texts.visibility) ?? 'MEMBERS'}
            onChange={(to) => box.write({ visibility: to, sectionId: '', id: '' })}
          />
          {isForSection(texts.visibility) && (
            <Section
              kind={texts.visibility}
              value={texts.sectionId}
              onChange={set('sectionId')}
              problem={wrong('sectionId')}
            />
          )}
          <Term value={texts.termId} onChange={set('termId')} problem={wrong('termId')} />
        </>
      )}
      <Choices
        legend={t('found.cadence')}
        options={cadences.map((each) => [each, tOr(`cadence.${each}`, 'cadence.WEEK')])}
        value={cadences.find((each) => each === texts.cadence) ?? 'WEEK'}
        onChange={set('cadence')}
      />
      <Field
        label={t('found.capacity')}
        help={t('found.capacityHelp')}
        kind="code"
        value={texts.capacity}
        onChange={(said) => set('capacity')(said.replace(/\D/g, ''))}
        max={4}
        problem={wrong('capacity')}
      />
      <Tick
        label={t('found.reviewFirst')}
        checked={texts.reviewFirst === 'yes'}
        onChange={(on) => set('reviewFirst')(on ? 'yes' : '')}
      />
      <Kept words={box} />
      <Button kind="main wide" onPress={save} disabled={busy || !isReady}>
        {t(group ? 'ownPost.save' : 'found.do')}
      </Button>
      <Problem error={error} retry={isOutdated ? goOn : undefined} />
    </div>
  );
}

const listed = listing((after) =>
  got(api.GET('/api/books', { params: { query: { status: 'LISTED', after, limit: 20 } } })),
);

/** Books of the committee's lists, folded: a group reads one or a few of them. */
function Books({
  chosen,
  named,
  onChange,
}: {
  chosen: readonly string[];
  named: ReadingGroup['books'];
  onChange: (ids: string[]) => void;
}) {
  const { items, error, reload, more } = usePages(listed);
  const all = new Map([...named, ...(items ?? [])].map(({ id, title }) => [id, title]));
  const titles = chosen.map((id) => bookName(all.get(id) ?? '')).filter(Boolean);
  return (
    <details className="card">
      <summary>{titles.length > 0 ? titles.join(t('comma')) : t('found.books')}</summary>
      <Problem error={error} retry={reload} />
      {!items && !error && <Shape lines={[100, 100]} />}
      {items && all.size === 0 && <p className="quiet">{t('book.none')}</p>}
      {[...all].map(([id, title]) => (
        <Tick
          key={id}
          label={bookName(title)}
          checked={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
      {more && <Button onPress={more}>{t('more')}</Button>}
    </details>
  );
}

const termsNow = question(() => got(api.GET('/api/reading-terms')));

/** The reading term it belongs to, where the office has planned one that still takes groups. */
type Picking = { value: string; problem: string | null; onChange: (id: string) => void };

function Term({ value, ...picking }: Picking) {
  const { data } = useRemote(termsNow);
  const open = data?.filter(({ id, status }) => id === value || (status !== 'WRAPPING' && status !== 'ARCHIVED')) ?? [];
  return <OneOf label={t('found.term')} none={t('found.noTerm')} all={open} value={value} {...picking} />;
}

const sectorsNow = question(() => got(api.GET('/api/sectors')));
const specialCommitteesNow = question(() => got(api.GET('/api/special-committees')));

/** The sector or the special committee that alone sees the group. */
function Section({ kind, value, ...picking }: Picking & { kind: string }) {
  const of = kind === 'SECTOR' ? 'SECTOR' : 'SPECIAL_COMMITTEE';
  const { data, error, reload } = useRemote(of === 'SECTOR' ? sectorsNow : specialCommitteesNow);
  const now = data?.filter(({ id, retiredOn }) => id === value || !retiredOn) ?? [];
  return (
    <>
      <OneOf label={t(`found.${of}`)} none={t('found.pick')} all={now} value={value} {...picking} />
      <Problem error={error} retry={reload} />
    </>
  );
}

function OneOf({
  label,
  none,
  all,
  value,
  problem,
  onChange,
}: Picking & { label: string; none: string; all: readonly { id: string; name: string }[] }) {
  const id = useId();
  if (all.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={Boolean(problem)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      {problem && <p className="help bad">{problem}</p>}
    </div>
  );
}
