import { Link } from '@tanstack/react-router';
import { t } from '../../ui/text';

/** Between the quizzes and the bank that they draw from. */
export function QuizTabs() {
  return (
    <nav className="row" aria-label={t('quiz.tables')}>
      <Link to="/quizzes" className="link-button">
        {t('quiz.listTitle')}
      </Link>
      <Link to="/questions" className="link-button">
        {t('question.listTitle')}
      </Link>
    </nav>
  );
}
