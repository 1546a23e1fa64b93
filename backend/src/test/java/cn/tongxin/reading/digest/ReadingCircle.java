package cn.tongxin.reading.digest;

import static cn.tongxin.stage.Person.body;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.UUID;

/** A group of 扎西's in its third week, with 卓玛 and 白玛 in it; 卓玛 hosted the second week. */
public final class ReadingCircle {
    public static final String FIRST = "2026-02-16";
    public static final String SECOND = "2026-02-23";
    public static final String THIRD = "2026-03-02";

    public final TestCommittee county;
    public final Person office;
    public final Person tashi;
    public final Person droma;
    public final Person pema;
    public final Person outside;
    public final String group;
    public final String session;

    public ReadingCircle() {
        this(Stage.committee());
    }

    public ReadingCircle(TestCommittee committee) {
        county = committee;
        office = county.staff("央宗", Role.STUDY_STAFF);
        tashi = county.member("扎西");
        droma = county.member("卓玛");
        pema = county.member("白玛");
        outside = county.member("旁人");
        county.decide("reading.roster-weeks", "0");
        group = "/api/reading-groups/"
                + office.post(
                                "/api/reading-groups",
                                body(
                                        "theme", "草原生态主题读书",
                                        "book", "瓦尔登湖",
                                        "ownerId", tashi.seat(),
                                        "startsOn", FIRST,
                                        "endsOn", "2026-03-15"))
                        .expect(201)
                        .id();
        tashi.put(group + "/opening", body()).expect(200);
        droma.put(group + "/membership", body()).expect(200);
        pema.put(group + "/membership", body()).expect(200);
        county.inside("update reading_group set opened_on = date '2026-02-16'");
        county.inside("update reading_member set joined_at = timestamptz '2026-02-16 09:00+08'");
        session = group + "/sessions/"
                + office.post(
                                group + "/sessions",
                                body(
                                        "startsOn",
                                        SECOND,
                                        "endsOn",
                                        "2026-03-01",
                                        "topic",
                                        "第二讲",
                                        "hostId",
                                        droma.seat()))
                        .expect(201)
                        .id();
    }

    /** The path of a week's digest. */
    public String week(String monday) {
        return group + "/digests/" + monday;
    }

    /** Something written on a day that has passed. */
    public UUID wrote(Person author, String kind, String day, String text) {
        var id = author.post(group + "/posts", body("kind", kind, "text", text))
                .expect(201)
                .id();
        county.inside("update reading_post set posted_on = ?::date where id = ?", day, id);
        return id;
    }

    public void praise(UUID post) {
        tashi.put(group + "/posts/" + post + "/praise", body()).expect(200);
    }

    public Answer publish(Person by, String monday, int version, String text) {
        return by.put(week(monday) + "/publication", body("version", version, "text", text))
                .expect(200);
    }

    public void leaveOut(String monday) {
        tashi.put(week(monday) + "/omission", body("version", 0, "reason", "春节停读"))
                .expect(200);
    }
}
