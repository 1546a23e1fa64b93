import type { components } from './schema';

type Schemas = components['schemas'];

/** Short names for the server's shapes. */
export type Me = Schemas['MeController.Me'];
export type Seat = Schemas['MeController.MySeat'];
export type Device = Schemas['MeController.DeviceView'];
export type ReadingGroup = Schemas['ReadingGroupView'];
export type Post = Schemas['PostView'];
export type ReadingSession = Schemas['SessionView'];
export type RosterWeek = Schemas['Roster.Week'];
export type Swap = Schemas['SwapView'];
export type ReadingDigest = Schemas['ReadingDigest'];
export type Raised = Schemas['Raised'];
export type Book = Schemas['BookView'];
export type BookNote = Schemas['ReaderController.NoteView'];
export type RequiredTitle = Schemas['RequiredController.TitleView'];
export type Quiz = Schemas['QuizView'];
export type Attempt = Schemas['AttemptView'];
export type OverwrittenAnswer = Schemas['AttemptActions.Overwritten'];
export type Proposal = Schemas['Proposal'];
export type Signature = Schemas['ProposalView.Signature'];
export type ProposalBrief = Schemas['ProposalBrief'];
export type KeyProposal = Schemas['KeyProposal'];
export type OpinionReport = Schemas['OpinionReport'];
export type OpinionBrief = Schemas['OpinionBrief'];
export type SubmissionPreview = Schemas['ProposalView.SubmissionPreview'];
export type Assignment = Schemas['AssignmentView'];
export type Reply = Schemas['Reply'];
export type Rating = Schemas['Rating'];
export type RatingGiven = Schemas['Rating.Given'];
export type TimelineEntry = Schemas['Timeline.Entry'];
export type DueDate = Schemas['DueDate'];
export type Todo = Schemas['Todo'];
export type TodoItem = Schemas['Todo.Item'];
export type Sync = Schemas['Sync'];
export type NewsPage = Schemas['NotificationController.InboxPage'];
export type StoredFile = Schemas['File'];
