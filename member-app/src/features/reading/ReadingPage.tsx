import { useState } from 'react';
import { api, got } from '../../api/client';
import { listing, type Pages, question, usePages } from '../../api/remote';
import { fromLists } from '../../api/sync';
import type { ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { bookName } from '../../text/book';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Listed } from '../../ui/Listed';
import { Button, Field, LineTo, Refreshable, Way } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { useRested } from './ChooseMember';
import { mayFound } from './group';

const seen = fromLists((lists) => lists.groups);
const allGroups = listing((after) => got(api.GET('/api/reading-groups', { params: { query: { after } } })), seen);
const mineAfter = (after?: string) => got(api.GET('/api/reading-groups', { params: { query: { mine: true, after } } }));
const myGroups = listing(
  mineAfter,
  question(
    () => mineAfter(),
    async () => {
      const page = await seen.recall();
      return page && { items: page.items.filter(({ joined }) => joined) };
    },
  ),
);

const groupsLike = listing((after, q: string) =>
  got(api.GET('/api/reading-groups', { params: { query: { q, after } } })),
);

/** My groups first; all the others a tap away. */
export function ReadingPage() {
  const { seat } = useSeat();
  const mine = usePages(myGroups);
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const words = useRested(typed);
  return (
    <>
      <header className="head">
        <h1>{t('tab.reading')}</h1>
      </header>
      <Refreshable reload={mine.reload}>
        <div className="stack">
          <div className="card">
            <LineTo to="/books">{t('book.title')}</LineTo>
            <LineTo to="/books/saved">{t('saved.title')}</LineTo>
            <LineTo to="/reading/notes">{t('notes.title')}</LineTo>
            <LineTo to="/reading/required">{t('required.title')}</LineTo>
            <LineTo to="/quizzes">{t('quiz.toAll')}</LineTo>
          </div>
          <Field label={t('reading.find')} value={typed} max={50} onChange={setTyped} />
          {words ? (
            <Found words={words} />
          ) : (
            <>
              <Groups list={mine} none={t('reading.noneOfMine')} />
              {all || mine.items?.length === 0 ? (
                <Others />
              ) : (
                <Button kind="plain wide" onPress={() => setAll(true)}>
                  {t('reading.showOthers')}
                </Button>
              )}
            </>
          )}
          {mayFound(seat) && (
            <Way kind="wide" to="/reading/new">
              {t('found.title')}
            </Way>
          )}
        </div>
      </Refreshable>
    </>
  );
}

function Found({ words }: { words: string }) {
  return <Groups list={usePages(groupsLike, words)} none={t('reading.findNone')} />;
}

function Others() {
  const list = usePages(allGroups);
  return (
    <section className="stack section" aria-labelledby="others">
      <h2 id="others">{t('reading.others')}</h2>
      <Groups
        list={{ ...list, items: list.items?.filter((group) => !group.joined) ?? null }}
        none={t('reading.none')}
      />
    </section>
  );
}

function Groups({ list, none }: { list: Pages<ReadingGroup>; none: string }) {
  return (
    <Listed list={list} none={none}>
      {(items) => (
        <ul className="card between-lines">
          {items.map((group) => (
            <li key={group.id}>
              <GroupLine group={group} />
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}

function GroupLine({ group }: { group: ReadingGroup }) {
  return (
    <LineTo to={`/reading/${group.id}`}>
      <Written as="span" text={group.theme} look="strong" />
      {group.mentioned > 0 && <span className="tag bad unread-count">{t('reading.mentioned')}</span>}
      {group.unread > 0 && <span className="tag bad unread-count">{t('reading.unread', { count: group.unread })}</span>}
      <br />
      <span className="quiet">{groupFacts(group)}</span>
    </LineTo>
  );
}

/** Which section alone sees a group; nothing of one that is for all. */
function onlyFor({ visibility, sectionName: name }: ReadingGroup): string {
  if (!name) return '';
  return visibility === 'SECTOR' ? t('reading.only.SECTOR', { name }) : t('reading.only.SPECIAL_COMMITTEE', { name });
}

export function groupFacts(group: ReadingGroup): string {
  return [
    booksOf(group),
    t('reading.dates', { from: day(group.startsOn), to: day(group.endsOn) }),
    t('reading.members', { count: group.members }),
    onlyFor(group),
    tOr(`group.${group.status}`, 'status.other'),
    group.muted ? t('hearing.mutedTag') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What is read: books of the library, or one that is only proposed. */
function booksOf({ book, books }: ReadingGroup): string {
  const titles = books.length > 0 ? books.map(({ title }) => title) : [book].filter(Boolean);
  return titles.map(bookName).join(t('comma'));
}
