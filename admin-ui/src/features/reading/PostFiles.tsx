import type { WaitingPost } from '../../api/types';
import { FileLink } from '../../ui/FileLink';
import { Recording } from '../../ui/Recording';
import { t } from '../../ui/text';
import { Written } from '../../ui/Written';

/** The pictures and the voice of a post, each to be opened or heard. */
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
        {voice && <Recording id={voice.fileId} name={t('reading.voice')} lengthMs={voice.lengthMs} />}
      </p>
      {voice?.transcript && <Written text={t('reading.transcript', { words: voice.transcript })} />}
    </>
  );
}
