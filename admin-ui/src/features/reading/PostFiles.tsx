import type { WaitingPost } from '../../api/types';
import { FileLink } from '../../ui/FileLink';
import { t } from '../../ui/text';
import { Written } from '../../ui/Written';

/** The pictures and the voice of a post, each to be opened. */
export function PostFiles({ post: { pictures, voice } }: { post: WaitingPost['post'] }) {
  if (pictures.length === 0 && !voice) return null;
  return (
    <>
      <p className="row">
        {pictures.map((id, index) => (
          <FileLink key={id} id={id}>
            {t('reading.picture', { n: index + 1 })}
          </FileLink>
        ))}
        {voice && (
          <FileLink id={voice.fileId}>{t('reading.voice', { seconds: Math.ceil(voice.lengthMs / 1000) })}</FileLink>
        )}
      </p>
      {voice?.transcript && <Written text={t('reading.transcript', { words: voice.transcript })} />}
    </>
  );
}
