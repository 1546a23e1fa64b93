import { api, got } from '../../api/client';
import { keptQuestion, listing, usePages } from '../../api/remote';
import type { OwnNote } from '../../api/types';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Listed } from '../../ui/Listed';
import { Refreshable, Sub, Way } from '../../ui/ui';
import { Written } from '../../ui/Written';

const notesAfter = (after?: string) => got(api.GET('/api/reading-notes', { params: { query: { after, limit: 20 } } }));
const ownNotes = listing(
  notesAfter,
  keptQuestion('notes', () => notesAfter()),
);

/** The notes that I have written, of all groups, the newest first; the first page can be read without a network. */
export function NotesPage() {
  const notes = usePages(ownNotes);
  return (
    <Sub title={t('notes.title')} up="/reading">
      <Refreshable reload={notes.reload}>
        <div className="stack">
          <Listed list={notes} none={t('notes.none')}>
            {(items) => (
              <ul className="stack">
                {items.map((note) => (
                  <li key={note.id} className="card tight">
                    <p className="quiet">{factsOf(note)}</p>
                    {note.text && (
                      <Written text={note.text} look={note.status === 'VISIBLE' ? 'prose' : 'prose unseen'} />
                    )}
                    {note.status === 'HIDDEN' && (
                      <p className="note">
                        {note.hiddenReason ? t('post.hiddenFor', { reason: note.hiddenReason }) : t('post.hidden')}
                      </p>
                    )}
                    <Way kind="plain small" to={`/reading/posts/${note.id}`}>
                      {t('moderation.group', { theme: note.theme })}
                    </Way>
                  </li>
                ))}
              </ul>
            )}
          </Listed>
        </div>
      </Refreshable>
    </Sub>
  );
}

function factsOf(note: OwnNote): string {
  return [
    moment(note.createdAt),
    note.topic && t('topic.tag', { topic: note.topic }),
    note.approved ? t('notes.approved') : note.excellent ? t('post.excellent') : '',
    note.status === 'HELD' ? t('post.held') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
