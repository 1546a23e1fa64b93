import { EditGroupPage, FoundPage } from './FoundPage';
import { ModerationPage } from './ModerationPage';
import { NotesPage } from './NotesPage';
import { RunPage } from './RunPage';
import { SearchPage } from './SearchPage';

/** The pages of those who run groups, what I have noted and look for, loaded together when one of them is opened first. */
export function Running({
  page,
  id,
}: {
  page: 'run' | 'edit' | 'new' | 'moderation' | 'notes' | 'search';
  id: string;
}) {
  switch (page) {
    case 'run':
      return <RunPage id={id} />;
    case 'edit':
      return <EditGroupPage id={id} />;
    case 'new':
      return <FoundPage />;
    case 'search':
      return <SearchPage id={id} />;
    case 'notes':
      return <NotesPage />;
    case 'moderation':
      return <ModerationPage />;
  }
}
