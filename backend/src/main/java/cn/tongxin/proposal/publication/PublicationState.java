package cn.tongxin.proposal.publication;

/** How far a proposal is on its way to the public. DUE: nobody has proposed it yet. */
enum PublicationState {
    DUE,
    PROPOSED,
    RETURNED,
    PUBLISHED,
    WITHDRAWN;

    /** What is out is withdrawn before it is written anew. */
    boolean isWritten() {
        return this != PUBLISHED;
    }
}
