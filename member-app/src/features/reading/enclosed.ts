import type { Change } from '../../store/db';
import type { PostMore } from '../../store/outbox';
import { forTalk } from '../attachment/picture';
import { isSound, soundName } from '../attachment/recording';
import { useWaiting } from '../attachment/useWaiting';
import { addFile, filesMoved, movedTo, takeBack, type Waiting } from '../attachment/waiting';

export const mostPictures = 9;

export const isVoice = ({ bytes }: Waiting): boolean => isSound(bytes);

/** What goes with a post, and where its files lie then. */
export type Enclosed = { more: Pick<PostMore, 'pictures' | 'voice'>; changes: Change[]; sent: () => void };

/** Pictures and a spoken note beside the words in the box: on this phone at once, under the group, until they are sent with them. */
export function useEnclosed(seatId: string, groupId: string) {
  const files = useWaiting(seatId, groupId);
  const pictures = files.filter((file) => !isVoice(file));
  const voice = files.find(isVoice) ?? null;
  const matter = { type: 'reading_post' as const, id: groupId };
  return {
    pictures,
    voice,
    isEmpty: files.length === 0,
    remove: takeBack,
    /** As many as there is room for; throws for what is no picture. */
    addPictures: async (chosen: readonly File[]) => {
      for (const file of chosen.slice(0, mostPictures - pictures.length)) {
        const { name, bytes } = await forTalk(file);
        await addFile(seatId, matter, name, bytes);
      }
    },
    addVoice: async (bytes: Blob, transcript: string) => {
      if (voice) await takeBack(voice);
      await addFile(seatId, matter, soundName(bytes, 'voice'), bytes, transcript.trim());
    },
    with: (postId: string): Enclosed => ({
      more: {
        pictures: pictures.map(({ id }) => id),
        voice: voice ? { fileId: voice.id, transcript: voice.transcript ?? '' } : undefined,
      },
      changes: movedTo(files, postId),
      sent: filesMoved,
    }),
  };
}
