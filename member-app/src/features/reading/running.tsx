import { ExcellentPage } from './ExcellentPage';
import { EditGroupPage, FoundPage } from './FoundPage';
import { ModerationPage } from './ModerationPage';
import { NotesPage } from './NotesPage';
import { RunPage } from './RunPage';
import { SearchPage } from './SearchPage';

/** The pages of those who run groups, and what was noted, looked for and called excellent, loaded together when one of them is opened first. */
export function Running({
  page,
  id,
}: {
  page: 'run' | 'edit' | 'new' | 'moderation' | 'notes' | 'search' | 'excellent';
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
    case 'excellent':
      return <ExcellentPage id={id} />;
    case 'moderation':
      return <ModerationPage />;
  }
}
