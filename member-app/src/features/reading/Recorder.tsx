import { useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../../text/t';
import { Ask, Button, TextBox } from '../../ui/ui';
import { useAddress } from '../attachment/useAddress';

/** The server takes a minute; a browser may write a moment more than it was told. */
const longest = 59;
const taken = ['audio/webm;codecs=opus', 'audio/mp4'];

const kindOf = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : taken.find((kind) => MediaRecorder.isTypeSupported(kind));

/** Whether this phone records what the server can measure. */
export const canRecord = (): boolean => 'mediaDevices' in navigator && kindOf() !== undefined;

type Props = { onTake: (bytes: Blob, transcript: string) => Promise<void>; onClose: () => void };

/** Records, lets one listen, and takes the words of it where somebody writes them down. */
export function Recorder({ onTake, onClose }: Props) {
  const { state, seconds, recording, start, stop } = useRecording();
  const [transcript, setTranscript] = useState('');
  const address = useAddress(recording);
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
            <Button kind="main" onPress={() => onTake(recording, transcript)}>
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
      {recording && address && (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: its words are written below */}
          <audio controls src={address} aria-label={t('voice.listen')} />
          <TextBox
            label={t('voice.transcript')}
            help={t('voice.transcriptHelp')}
            value={transcript}
            onChange={setTranscript}
            max={2000}
          />
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
