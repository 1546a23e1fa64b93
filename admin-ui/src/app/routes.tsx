import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { searchOf } from '../ui/search';
import type { Auth } from './auth';
import { CallbackPage } from './CallbackPage';
import { GatedShell } from './GatedShell';
import { NotFoundPage } from './NotFoundPage';

const root = createRootRouteWithContext<{ auth: Auth }>()({ component: Outlet, notFoundComponent: NotFoundPage });

const callback = createRoute({ getParentRoute: () => root, path: '/callback', component: CallbackPage });

/** Everything below needs a person. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context }) => {
    if (!(await context.auth.isLoggedIn())) await context.auth.logIn();
  },
  component: GatedShell,
});

const todo = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../features/todo/TodoPage'), 'TodoPage'),
});

const proposals = createRoute({
  getParentRoute: () => inside,
  path: '/proposals',
  validateSearch: searchOf(
    'status',
    'session',
    'kind',
    'category',
    'unitId',
    'q',
    'overdue',
    'late',
    'key',
    'proponentKind',
    'sectorId',
    'notFileReason',
  ),
  component: lazyRouteComponent(() => import('../features/proposal/ProposalListPage'), 'ProposalListPage'),
});

const onBehalf = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/on-behalf',
  component: lazyRouteComponent(() => import('../features/proposal/OnBehalfPage'), 'OnBehalfPage'),
});

const keyProposals = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/key',
  component: lazyRouteComponent(() => import('../features/proposal/KeyListPage'), 'KeyListPage'),
});

const outstandingProposals = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/outstanding',
  validateSearch: searchOf('session'),
  component: lazyRouteComponent(() => import('../features/proposal/OutstandingListPage'), 'OutstandingListPage'),
});

const digests = createRoute({
  getParentRoute: () => inside,
  path: '/digests',
  component: lazyRouteComponent(() => import('../features/proposal/DigestListPage'), 'DigestListPage'),
});

const digest = createRoute({
  getParentRoute: () => inside,
  path: '/digests/$id',
  component: lazyRouteComponent(() => import('../features/proposal/DigestPage'), 'DigestPage'),
});

const historicalImport = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/import',
  component: lazyRouteComponent(() => import('../features/proposal/HistoricalImportPage'), 'HistoricalImportPage'),
});

const paperSignatures = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/paper-signatures',
  component: lazyRouteComponent(() => import('../features/proposal/PaperSignaturesPage'), 'PaperSignaturesPage'),
});

const returnedProposal = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/$id/edit',
  component: lazyRouteComponent(() => import('../features/proposal/ReturnedPage'), 'ReturnedPage'),
});

const proposal = createRoute({
  getParentRoute: () => inside,
  path: '/proposals/$id',
  component: lazyRouteComponent(() => import('../features/proposal/ProposalPage'), 'ProposalPage'),
});

const review = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  validateSearch: searchOf('id', 'status'),
  component: lazyRouteComponent(() => import('../features/proposal/ReviewPage'), 'ReviewPage'),
});

const assignments = createRoute({
  getParentRoute: () => inside,
  path: '/assignments',
  validateSearch: searchOf('q', 'status', 'unitId', 'due', 'session', 'flagged'),
  component: lazyRouteComponent(() => import('../features/handling/AssignmentListPage'), 'AssignmentListPage'),
});

const assignment = createRoute({
  getParentRoute: () => inside,
  path: '/assignments/$id',
  component: lazyRouteComponent(() => import('../features/handling/AssignmentPage'), 'AssignmentPage'),
});

const promises = createRoute({
  getParentRoute: () => inside,
  path: '/promises',
  validateSearch: searchOf('id', 'state', 'dueYear', 'overdue'),
  component: lazyRouteComponent(() => import('../features/handling/PromiseListPage'), 'PromiseListPage'),
});

const supervision = createRoute({
  getParentRoute: () => inside,
  path: '/supervision',
  component: lazyRouteComponent(() => import('../features/handling/SupervisionPage'), 'SupervisionPage'),
});

const publications = createRoute({
  getParentRoute: () => inside,
  path: '/publications',
  validateSearch: searchOf('state', 'q'),
  component: lazyRouteComponent(() => import('../features/proposal/PublicationListPage'), 'PublicationListPage'),
});

const publication = createRoute({
  getParentRoute: () => inside,
  path: '/publications/$id',
  component: lazyRouteComponent(() => import('../features/proposal/PublicationPage'), 'PublicationPage'),
});

const seats = createRoute({
  getParentRoute: () => inside,
  path: '/seats',
  validateSearch: searchOf('q', 'status', 'role', 'sectorId', 'unitId'),
  component: lazyRouteComponent(() => import('../features/seat/SeatListPage'), 'SeatListPage'),
});

const rosterImport = createRoute({
  getParentRoute: () => inside,
  path: '/seats/import',
  validateSearch: searchOf('id', 'tab'),
  component: lazyRouteComponent(() => import('../features/seat/RosterImportPage'), 'RosterImportPage'),
});

const seat = createRoute({
  getParentRoute: () => inside,
  path: '/seats/$id',
  component: lazyRouteComponent(() => import('../features/seat/SeatPage'), 'SeatPage'),
});

const units = createRoute({
  getParentRoute: () => inside,
  path: '/units',
  validateSearch: searchOf('ended'),
  component: lazyRouteComponent(() => import('../features/unit/UnitListPage'), 'UnitListPage'),
});

const opinions = createRoute({
  getParentRoute: () => inside,
  path: '/opinions',
  validateSearch: searchOf('status', 'kind', 'topic', 'urgency', 'q', 'awaiting', 'received', 'year', 'commissionId'),
  component: lazyRouteComponent(() => import('../features/opinion/OpinionListPage'), 'OpinionListPage'),
});

const opinionOnBehalf = createRoute({
  getParentRoute: () => inside,
  path: '/opinions/on-behalf',
  component: lazyRouteComponent(() => import('../features/opinion/OnBehalfPage'), 'OnBehalfPage'),
});

const opinion = createRoute({
  getParentRoute: () => inside,
  path: '/opinions/$id',
  component: lazyRouteComponent(() => import('../features/opinion/OpinionPage'), 'OpinionPage'),
});

const bulletins = createRoute({
  getParentRoute: () => inside,
  path: '/bulletins',
  component: lazyRouteComponent(() => import('../features/opinion/BulletinListPage'), 'BulletinListPage'),
});

const bulletin = createRoute({
  getParentRoute: () => inside,
  path: '/bulletins/$id',
  component: lazyRouteComponent(() => import('../features/opinion/BulletinPage'), 'BulletinPage'),
});

const opinionOutcomes = createRoute({
  getParentRoute: () => inside,
  path: '/opinion-outcomes',
  validateSearch: searchOf('kind', 'level', 'year'),
  component: lazyRouteComponent(() => import('../features/opinion/OutcomeListPage'), 'OutcomeListPage'),
});

const opinionCommissions = createRoute({
  getParentRoute: () => inside,
  path: '/opinion-commissions',
  component: lazyRouteComponent(() => import('../features/opinion/CommissionListPage'), 'CommissionListPage'),
});

const opinionUsage = createRoute({
  getParentRoute: () => inside,
  path: '/opinion-usage',
  validateSearch: searchOf('year'),
  component: lazyRouteComponent(() => import('../features/opinion/UsagePage'), 'UsagePage'),
});

const usageNotice = createRoute({
  getParentRoute: () => inside,
  path: '/opinion-usage/notice',
  validateSearch: searchOf('basis', 'period'),
  component: lazyRouteComponent(() => import('../features/indicator/UsageNoticePage'), 'UsageNoticePage'),
});

const reading = createRoute({
  getParentRoute: () => inside,
  path: '/reading',
  component: lazyRouteComponent(() => import('../features/reading/ReadingGroupListPage'), 'ReadingGroupListPage'),
});

const readingRoster = createRoute({
  getParentRoute: () => inside,
  path: '/reading/roster',
  validateSearch: searchOf('from'),
  component: lazyRouteComponent(() => import('../features/reading/RosterGridPage'), 'RosterGridPage'),
});

const readingModeration = createRoute({
  getParentRoute: () => inside,
  path: '/reading/moderation',
  component: lazyRouteComponent(() => import('../features/reading/ModerationPage'), 'ModerationPage'),
});

const readingExcellent = createRoute({
  getParentRoute: () => inside,
  path: '/reading/excellent',
  validateSearch: searchOf('approved'),
  component: lazyRouteComponent(() => import('../features/reading/ExcellentPage'), 'ExcellentPage'),
});

const readingDigests = createRoute({
  getParentRoute: () => inside,
  path: '/reading/$id/digests',
  component: lazyRouteComponent(() => import('../features/reading/DigestsPage'), 'DigestsPage'),
});

const readingRequired = createRoute({
  getParentRoute: () => inside,
  path: '/reading/required',
  component: lazyRouteComponent(() => import('../features/reading/RequiredListPage'), 'RequiredListPage'),
});

const readingBooks = createRoute({
  getParentRoute: () => inside,
  path: '/reading/books',
  validateSearch: searchOf('status', 'shelf'),
  component: lazyRouteComponent(() => import('../features/reading/BookListPage'), 'BookListPage'),
});

const readingBook = createRoute({
  getParentRoute: () => inside,
  path: '/reading/books/$id',
  component: lazyRouteComponent(() => import('../features/reading/BookPage'), 'BookPage'),
});

const readingTerms = createRoute({
  getParentRoute: () => inside,
  path: '/reading/terms',
  component: lazyRouteComponent(() => import('../features/reading/TermListPage'), 'TermListPage'),
});

const readingPost = createRoute({
  getParentRoute: () => inside,
  path: '/reading/posts/$id',
  component: lazyRouteComponent(() => import('../features/reading/PostPlacePage'), 'PostPlacePage'),
});

const readingGroup = createRoute({
  getParentRoute: () => inside,
  path: '/reading/$id',
  validateSearch: searchOf('mark', 'post'),
  component: lazyRouteComponent(() => import('../features/reading/ReadingGroupPage'), 'ReadingGroupPage'),
});

const quizzes = createRoute({
  getParentRoute: () => inside,
  path: '/quizzes',
  validateSearch: searchOf('status'),
  component: lazyRouteComponent(() => import('../features/quiz/QuizListPage'), 'QuizListPage'),
});

const newQuiz = createRoute({
  getParentRoute: () => inside,
  path: '/quizzes/new',
  component: lazyRouteComponent(() => import('../features/quiz/QuizFormPage'), 'NewQuizPage'),
});

const quiz = createRoute({
  getParentRoute: () => inside,
  path: '/quizzes/$id',
  component: lazyRouteComponent(() => import('../features/quiz/QuizPage'), 'QuizPage'),
});

const editQuiz = createRoute({
  getParentRoute: () => inside,
  path: '/quizzes/$id/edit',
  component: lazyRouteComponent(() => import('../features/quiz/QuizFormPage'), 'EditQuizPage'),
});

const questions = createRoute({
  getParentRoute: () => inside,
  path: '/questions',
  validateSearch: searchOf('q', 'tag', 'kind', 'withdrawn'),
  component: lazyRouteComponent(() => import('../features/quiz/QuestionListPage'), 'QuestionListPage'),
});

const questionImport = createRoute({
  getParentRoute: () => inside,
  path: '/questions/import',
  component: lazyRouteComponent(() => import('../features/quiz/QuestionImportPage'), 'QuestionImportPage'),
});

const figures = createRoute({
  getParentRoute: () => inside,
  path: '/figures',
  validateSearch: searchOf('basis', 'period'),
  component: lazyRouteComponent(() => import('../features/indicator/FiguresPage'), 'FiguresPage'),
});

const figure = createRoute({
  getParentRoute: () => inside,
  path: '/figures/$key',
  validateSearch: searchOf('basis', 'period', 'by'),
  component: lazyRouteComponent(() => import('../features/indicator/FigurePage'), 'FigurePage'),
});

const comparison = createRoute({
  getParentRoute: () => inside,
  path: '/figures/comparison',
  validateSearch: searchOf('basis', 'figure', 'by'),
  component: lazyRouteComponent(() => import('../features/indicator/ComparisonPage'), 'ComparisonPage'),
});

const unitFigures = createRoute({
  getParentRoute: () => inside,
  path: '/figures/units',
  validateSearch: searchOf('basis', 'period'),
  component: lazyRouteComponent(() => import('../features/indicator/UnitFiguresPage'), 'UnitFiguresPage'),
});

const unitFigure = createRoute({
  getParentRoute: () => inside,
  path: '/figures/units/$unitId/$figure',
  validateSearch: searchOf('basis', 'period'),
  component: lazyRouteComponent(() => import('../features/indicator/UnitFigurePage'), 'UnitFigurePage'),
});

const rollup = createRoute({
  getParentRoute: () => inside,
  path: '/rollup',
  validateSearch: searchOf('basis', 'period'),
  component: lazyRouteComponent(() => import('../features/indicator/RollupPage'), 'RollupPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  validateSearch: searchOf('tab'),
  component: lazyRouteComponent(() => import('../features/committee/SettingsPage'), 'SettingsPage'),
});

const flaggedRatings = createRoute({
  getParentRoute: () => inside,
  path: '/flagged-ratings',
  component: lazyRouteComponent(() => import('../features/handling/FlaggedRatingsPage'), 'FlaggedRatingsPage'),
});

const accessLog = createRoute({
  getParentRoute: () => inside,
  path: '/access-log',
  validateSearch: searchOf('kind'),
  component: lazyRouteComponent(() => import('../features/access/AccessLogPage'), 'AccessLogPage'),
});

const complaints = createRoute({
  getParentRoute: () => inside,
  path: '/complaints',
  component: lazyRouteComponent(() => import('../features/complaint/ComplaintsPage'), 'ComplaintsPage'),
});

const operator = createRoute({
  getParentRoute: () => inside,
  path: '/operator',
  validateSearch: searchOf('parent'),
  component: lazyRouteComponent(() => import('../features/operator/OperatorPage'), 'OperatorPage'),
});

const privacy = createRoute({
  getParentRoute: () => inside,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/identity/PrivacyPage'), 'PrivacyPage'),
});

/** An invitation is opened by somebody who may have no account yet. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$token',
  validateSearch: searchOf('accept'),
  component: lazyRouteComponent(() => import('../features/identity/InvitationPage'), 'InvitationPage'),
});

/** The old-fashioned address of home. */
const home = createRoute({
  getParentRoute: () => root,
  path: '/index.html',
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});

export const routes = root.addChildren([
  callback,
  invitation,
  home,
  inside.addChildren([
    todo,
    proposals,
    onBehalf,
    paperSignatures,
    returnedProposal,
    keyProposals,
    outstandingProposals,
    digests,
    digest,
    historicalImport,
    proposal,
    review,
    assignments,
    assignment,
    seats,
    rosterImport,
    seat,
    promises,
    supervision,
    publications,
    publication,
    units,
    opinions,
    opinionOnBehalf,
    opinion,
    bulletins,
    bulletin,
    opinionOutcomes,
    opinionCommissions,
    opinionUsage,
    usageNotice,
    reading,
    readingRoster,
    readingModeration,
    readingExcellent,
    readingDigests,
    readingRequired,
    readingBooks,
    readingBook,
    readingTerms,
    readingPost,
    readingGroup,
    quizzes,
    newQuiz,
    quiz,
    editQuiz,
    questions,
    questionImport,
    figures,
    figure,
    comparison,
    unitFigures,
    unitFigure,
    rollup,
    settings,
    accessLog,
    flaggedRatings,
    complaints,
    operator,
    privacy,
  ]),
]);
