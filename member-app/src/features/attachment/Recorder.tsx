import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../../text/t';
import { Ask, Button } from '../../ui/ui';
import { Player } from './Sound';

/** The server takes a minute; a browser may write a moment more than it was told. */
const longest = 59;
const taken = ['audio/webm;codecs=opus', 'audio/mp4'];

const kindOf = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : taken.find((kind) => MediaRecorder.isTypeSupported(kind));

/** Whether this phone records what the server can measure. */
export const canRecord = (): boolean => 'mediaDevices' in navigator && kindOf() !== undefined;

type Props = {
  onTake: (bytes: Blob) => Promise<void>;
  onClose: () => void;
  /** What is asked beside a recording once there is one. */
  children?: ReactNode;
};

/** Records a minute at most and lets one listen before it is used. */
export function Recorder({ onTake, onClose, children }: Props) {
  const { state, seconds, recording, start, stop } = useRecording();
  return (
    <Ask
      title={t('voice.title')}
      actions={
        <>
          {state === 'recording' ? (
            <Button kind="main" onPress={stop}>
              {t('voice.stop')}
            </Button>
          ) : (
            <Button kind={recording ? '' : 'main'} onPress={start} disabled={state === 'asking'}>
              {t(recording ? 'voice.again' : 'voice.start')}
            </Button>
          )}
          {recording && (
            <Button kind="main" onPress={() => onTake(recording)}>
              {t('voice.take')}
            </Button>
          )}
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p role="status">
        {state === 'recording' ? t('voice.recording', { seconds, longest }) : recording ? '' : t('voice.help')}
      </p>
      {state === 'refused' && (
        <p className="problem" role="alert">
          {t('voice.refused')}
        </p>
      )}
      {recording && (
        <>
          <Player bytes={recording} />
          {children}
        </>
      )}
    </Ask>
  );
}

function useRecording() {
  const [state, setState] = useState<'idle' | 'asking' | 'recording' | 'refused'>('idle');
  const [seconds, setSeconds] = useState(0);
  const [recording, setRecording] = useState<Blob | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  const stop = useCallback(() => {
    if (recorder.current?.state === 'recording') recorder.current.stop();
  }, []);
  const start = useCallback(async () => {
    setState('asking');
    setRecording(null);
    setSeconds(0);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const kind = kindOf();
      const now = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: 24_000 });
      const pieces: Blob[] = [];
      now.ondataavailable = ({ data }) => pieces.push(data);
      now.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        setRecording(new Blob(pieces, { type: kind?.split(';')[0] }));
        setState('idle');
      };
      recorder.current = now;
      now.start();
      setState('recording');
    } catch {
      setState('refused');
    }
  }, []);
  useEffect(() => {
    if (state !== 'recording') return;
    const began = Date.now();
    const timer = setInterval(() => {
      const passed = Math.floor((Date.now() - began) / 1000);
      setSeconds(passed);
      if (passed >= longest) stop();
    }, 250);
    return () => clearInterval(timer);
  }, [state, stop]);
  useEffect(() => stop, [stop]);
  return { state, seconds, recording, start, stop };
}
