import { EditGroupPage, FoundPage } from './FoundPage';
import { ModerationPage } from './ModerationPage';
import { NotesPage } from './NotesPage';
import { RunPage } from './RunPage';

/** The pages of those who run groups, and what I have noted, loaded together when one of them is opened first. */
export function Running({ page, id }: { page: 'run' | 'edit' | 'new' | 'moderation' | 'notes'; id: string }) {
  switch (page) {
    case 'run':
      return <RunPage id={id} />;
    case 'edit':
      return <EditGroupPage id={id} />;
    case 'new':
      return <FoundPage />;
    case 'notes':
      return <NotesPage />;
    case 'moderation':
      return <ModerationPage />;
  }
}
