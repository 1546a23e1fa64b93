import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Problem, Refreshable, Shape, Sub } from '../../ui/ui';
import { useKept } from './kept';
import { useLanguage } from './language';
import { Result } from './Result';
import { Taking } from './Taking';

/** An attempt while it is under way, and what came of it. */
export function AttemptPage({ id }: { id: string }) {
  const { seat } = useSeat();
  const { kept, error, reload } = useKept(seat.id, id);
  const [language, setLanguage] = useLanguage(seat.id, id);
  const attempt = kept?.attempt;
  return (
    <Sub title={attempt?.title ?? t('quiz.one')} up={attempt ? `/quizzes/${attempt.quizId}` : '/quizzes'}>
      <Refreshable reload={reload}>
        <div className="stack">
          {!kept && <Problem error={error} retry={reload} />}
          {!kept && !error && <Shape lines={[100, 60, 60, 60]} />}
          {kept?.attempt.status === 'STARTED' && <Taking kept={kept} language={language} onLanguage={setLanguage} />}
          {kept && kept.attempt.status !== 'STARTED' && (
            <Result kept={kept} language={language} onLanguage={setLanguage} />
          )}
        </div>
      </Refreshable>
    </Sub>
  );
}
