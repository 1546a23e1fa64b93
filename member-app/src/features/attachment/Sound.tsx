import { useState } from 'react';
import { t } from '../../text/t';
import { Button } from '../../ui/ui';
import { useBytes } from './Picture';
import { useAddress } from './useAddress';

/** A recording at the server, fetched when somebody listens; the phone keeps it for the next time with what it is `of`. */
export function Sound({ of, fileId, lengthMs }: { of?: string; fileId: string; lengthMs: number }) {
  const [wanted, setWanted] = useState(false);
  const { bytes, failed, again } = useBytes(of, fileId, wanted);
  if (bytes) return <Player bytes={bytes} begin />;
  return (
    <Button onPress={failed ? again : () => setWanted(true)} disabled={wanted && !failed}>
      {t(failed ? 'voice.failed' : 'voice.play', { seconds: Math.ceil(lengthMs / 1000) })}
    </Button>
  );
}

/** A recording that lies on this phone. */
export function Player({ bytes, begin = false }: { bytes: Blob; begin?: boolean }) {
  const [broken, setBroken] = useState(false);
  const address = useAddress(bytes);
  return (
    <>
      {address && (
        // biome-ignore lint/a11y/useMediaCaption: its words stand below where somebody wrote them down
        <audio controls autoPlay={begin} src={address} aria-label={t('voice.listen')} onError={() => setBroken(true)} />
      )}
      {broken && <p className="problem">{t('voice.unplayable')}</p>}
    </>
  );
}
