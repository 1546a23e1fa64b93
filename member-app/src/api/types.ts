import type { components } from './schema';

type Schemas = components['schemas'];

/** Short names for the server's shapes. */
export type ReadingGroup = Schemas['ReadingGroupView'];
export type Post = Schemas['PostView'];
export type Proposal = Schemas['Proposal'];
export type ProposalRow = Schemas['ProposalSummary'];
export type Assignment = Schemas['AssignmentView'];
export type Rating = Schemas['Rating'];
export type TimelineEntry = Schemas['Timeline.Entry'];
export type DueDate = Schemas['DueDate'];
export type PlenarySession = Schemas['CommitteeController.SessionView'];
export type NewsPage = Schemas['InboxPage'];
export type Todo = Schemas['Todo'];
export type TodoItem = Schemas['TodoItem'];
export type News = Schemas['InboxItem'];
export type Me = Schemas['Me'];
export type Seat = Schemas['Seat'];
export type Device = Schemas['Device'];
