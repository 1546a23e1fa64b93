import { useEffect, useState } from 'react';
import { languageOf } from '../../text/script';
import { t } from '../../text/t';
import { Button } from '../../ui/ui';

/** Engines stop in the middle of what is too long for them: sentences, put together as far as they fit. */
export function spokenPieces(text: string, most = 160): string[] {
  const sentences = text.match(/[^。！？!?\n；;]+[。！？!?\n；;]*/g) ?? [];
  const pieces: string[] = [];
  for (const sentence of sentences.flatMap((each) => cut(each, most))) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.length + sentence.length <= most) pieces[pieces.length - 1] = last + sentence;
    else pieces.push(sentence);
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

function cut(sentence: string, most: number): string[] {
  const letters = [...sentence];
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += most) parts.push(letters.slice(at, at + most).join(''));
  return parts;
}

/** Reads a text to those whose eyes are tired, where the phone has a voice. */
export function ReadAloud({ text }: { text: string }) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in globalThis)) return null;
  const stop = () => {
    globalThis.speechSynthesis.cancel();
    setSpeaking(false);
  };
  const speak = () => {
    globalThis.speechSynthesis.cancel();
    const pieces = spokenPieces(text);
    pieces.forEach((piece, index) => {
      const spoken = new SpeechSynthesisUtterance(piece);
      spoken.lang = languageOf(piece) ?? 'zh-CN';
      spoken.rate = 0.9;
      if (index === pieces.length - 1) spoken.onend = () => setSpeaking(false);
      spoken.onerror = () => setSpeaking(false);
      globalThis.speechSynthesis.speak(spoken);
    });
    setSpeaking(pieces.length > 0);
  };
  return <Button onPress={speaking ? stop : speak}>{t(speaking ? 'aloud.stop' : 'aloud.start')}</Button>;
}
