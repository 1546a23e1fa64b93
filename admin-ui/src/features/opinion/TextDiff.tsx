import { diffChars } from 'diff';
import { t } from '../../ui/text';

/** What the editor took out and put in, character by character; said in words for those who see no colour. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  if (before === after) return <p className="text">{after}</p>;
  return (
    <p className="text diff">
      {diffChars(before, after).map((part, at) => {
        const key = `${at}:${part.value.length}`;
        if (part.added) {
          return (
            <ins key={key} title={t('opinion.added')}>
              {part.value}
            </ins>
          );
        }
        if (part.removed) {
          return (
            <del key={key} title={t('opinion.removed')}>
              {part.value}
            </del>
          );
        }
        return <span key={key}>{part.value}</span>;
      })}
    </p>
  );
}
