package cn.tongxin.reading;

import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;

/** The reading groups that a seat sees, for readers: the first page of the list that it is shown. */
@Singleton
public class GroupsInSight {
    private static final ReadingGroups.Filter ALL = new ReadingGroups.Filter(null, false, null, null);

    private final ReadingGroups groups;

    GroupsInSight(ReadingGroups groups) {
        this.groups = groups;
    }

    /** Latest beginning first. */
    public Page<ReadingGroupView> first(Caller caller, int limit) {
        return Page.of(groups.page(caller, ALL, null, limit), limit, ReadingGroups::cursor)
                .map(found -> ReadingGroupView.of(found, caller));
    }
}
