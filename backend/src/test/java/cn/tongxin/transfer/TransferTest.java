package cn.tongxin.transfer;

import static cn.tongxin.db.cell.Tables.ACCESS_LOG;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.history.VerifyHistory;
import cn.tongxin.history.VerifyHistory.Broken;
import cn.tongxin.shared.Digests;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committee leaves one installation with everything that is its own, and arrives in another. */
class TransferTest {
    private static ApplicationContext elsewhere;

    @TempDir
    Path folder;

    private final Stage stage = Stage.shared();
    private final TestCommittee ganzi = Stage.committee();
    private final Person admin = ganzi.staff("卓玛", Role.TENANT_ADMIN, Role.PROPOSAL_STAFF);
    private final Person tashi = ganzi.member("扎西");

    @BeforeAll
    static void anotherInstallation() {
        elsewhere = Stage.shared().elsewhere("elsewhere", Map.of());
    }

    @AfterAll
    static void closeIt() {
        elsewhere.close();
    }

    @Test
    void a_committee_arrives_as_it_left() throws IOException {
        fill();
        var left = export(stage.bean(Export.class), "left.zip");

        var imported = elsewhere.getBean(Import.class).read(left);

        var arrived = export(elsewhere.getBean(Export.class), "arrived.zip");
        assertThat(parts(arrived)).isEqualTo(parts(left));
        assertThat(parts(left).tables().stream().filter(part -> part.name().matches("(quiz|question).*")))
                .hasSize(11)
                .allMatch(part -> part.count() > 0);
        assertThat(imported.lines()).isEqualTo(ganzi.historyHead());
        assertThat(imported.rows())
                .isEqualTo(parts(left).tables().stream()
                        .mapToLong(Manifest.Part::count)
                        .sum());
        assertThat(imported.files()).isEqualTo(1);
        assertThat(stage.bean(VerifyHistory.class).in(ganzi.id())).isEmpty();
        assertThat(elsewhere.getBean(VerifyHistory.class).in(ganzi.id())).isEmpty();
        assertThat(elsewhere.getBean(Committees.class).findByCode(ganzi.code()))
                .get()
                .matches(Committees.Entry::isActive);
        assertThat(elsewhere
                        .getBean(Transactions.class)
                        .in(
                                ganzi.id(),
                                () -> elsewhere
                                        .getBean(DSLContext.class)
                                        .fetchCount(ACCESS_LOG, ACCESS_LOG.KIND.eq("committee.imported"))))
                .isEqualTo(1);
    }

    @Test
    void nothing_of_another_committee_leaves_with_it() throws IOException {
        fill();
        var other = Stage.committee();
        var stranger = other.member("外人甲乙丙");
        stranger.post("/api/complaints", body("kind", "SUGGESTION", "text", "别处的话"))
                .expect(201);

        var text = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(export(stage.bean(Export.class), "left.zip")))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(text).contains("关于乡村道路的建议", "扎西");
        assertThat(text)
                .doesNotContain(
                        "外人甲乙丙", "别处的话", other.id().toString(), stranger.seat().toString());
    }

    @Test
    void a_committee_with_rows_is_not_overwritten() throws IOException {
        fill();
        var left = export(stage.bean(Export.class), "left.zip");
        elsewhere.getBean(Import.class).read(left);

        assertThatThrownBy(() -> elsewhere.getBean(Import.class).read(left))
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("has rows here already");
        assertThat(elsewhere.getBean(VerifyHistory.class).in(ganzi.id())).isEmpty();
    }

    @Test
    void a_changed_export_is_refused_before_anything_comes_in() throws IOException {
        fill();
        var left = export(stage.bean(Export.class), "left.zip");

        assertRefused(
                edited(left, "tables/seat.ndjson", text -> text.replace("扎西", "札西")), "tables/seat.ndjson is not what");
        assertRefused(edited(left, "tables/history.ndjson", _ -> null), "tables/history.ndjson is missing");
        assertRefused(
                edited(left, "manifest.json", text -> text.replace("\"intake_no\",", "")),
                "another version: proposal differs");
        assertRefused(edited(left, "manifest.json", text -> text.replace("\"format\":1", "\"format\":2")), "format 2");
        assertRefused(edited(left, "manifest.json", _ -> null), "no manifest");
        assertRefused(Files.writeString(folder.resolve("text.zip"), "no zip"), "no zip");
        assertThat(elsewhere.getBean(Committees.class).findByCode(ganzi.code())).isEmpty();
    }

    @Test
    void an_export_sealed_with_another_key_is_refused() throws IOException {
        var left = export(stage.bean(Export.class), "left.zip");
        var other = edited(
                left, "manifest.json", text -> text.replaceAll("\"keyCheck\":\"h1:[0-9a-f]", "\"keyCheck\":\"h1:x"));

        assertRefused(other, "another TONGXIN_DATA_KEY");
    }

    @Test
    void a_suspended_committee_can_still_be_taken_away() throws IOException {
        fill();
        ganzi.inside("update committee set status = 'SUSPENDED' where id = ?", ganzi.id());

        var left = export(stage.bean(Export.class), "left.zip");

        try (var file = ExportFile.open(left, stage.bean(JsonMapper.class))) {
            assertThat(file.verifyHistory()).isEmpty();
            assertThat(file.committeeCode()).isEqualTo(ganzi.code());
        }
    }

    @Test
    void an_administrator_takes_his_committee_away_though_it_is_suspended() throws IOException {
        fill();
        tashi.get("/api/committee/export").refused(403, "policy.not-allowed");
        ganzi.inside("update committee set status = 'SUSPENDED' where id = ?", ganzi.id());
        var late = ganzi.staff("央金", Role.TENANT_ADMIN); // nobody has been remembered as him yet

        late.get("/api/committee/export").refused(422, "fields.invalid").naming("reason");
        var taken = late.get("/api/committee/export?reason=换届移交").expect(200);

        assertThat(taken.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''" + ganzi.code() + "-2026-03-02.zip");
        try (var file = ExportFile.open(
                Files.write(folder.resolve("taken.zip"), taken.bytes()), stage.bean(JsonMapper.class))) {
            assertThat(file.verifyHistory()).isEmpty();
        }
        assertThat(ganzi.number(
                        "select count(*) from access_log where kind = 'committee.taken' and seat_id = ? and detail = '换届移交'",
                        late.seat()))
                .isEqualTo(1);
        late.get("/api/committee").refused(403, "committee.suspended");
        ganzi.member("格桑").get("/api/committee/export").refused(403, "policy.not-allowed");
    }

    @Test
    void a_list_leaves_the_console_with_a_reason_that_is_logged() {
        tashi.post("/api/list-exports", body("list", "", "rows", -1))
                .refused(422, "fields.invalid")
                .naming("list", "rows", "reason");

        tashi.post("/api/list-exports", body("list", "提案", "rows", 12, "reason", "交办会用"))
                .expect(204);

        assertThat(ganzi.number(
                        "select count(*) from access_log where kind = 'exported' and seat_id = ? and detail = '提案 12 条：交办会用'",
                        tashi.seat()))
                .isEqualTo(1);
    }

    @Test
    void a_line_of_history_changed_under_a_fresh_seal_is_named_and_keeps_it_out() throws IOException {
        fill();
        var left = export(stage.bean(Export.class), "left.zip");
        var tampered = resealed(left, "tables/history.ndjson", text -> text.replace("term.added", "term.moved"));

        try (var file = ExportFile.open(tampered, stage.bean(JsonMapper.class))) {
            assertThat(file.verifyHistory()).get().extracting(Broken::seq).isEqualTo(1L);
        }
        assertRefused(tampered, "Its history is broken at line 1");
        assertThat(elsewhere.getBean(Committees.class).findByCode(ganzi.code())).isEmpty();
    }

    @Test
    void the_program_exports_verifies_and_refuses_in_words() throws Exception {
        fill();
        var file = folder.resolve("left.zip");

        assertThat(program(Map.of(), "export", "--committee", ganzi.code(), "--out", file.toString()))
                .startsWith("0 ")
                .contains("Committee " + ganzi.code() + " is in " + file, ganzi.code() + " holds");
        var tampered = resealed(file, "tables/history.ndjson", text -> text.replace("term.added", "term.moved"));
        assertThat(program(Map.of(), "verify-history", tampered.toString()))
                .startsWith("1 ")
                .contains(ganzi.code() + " BROKEN at line 1");
        assertThat(program(Map.of(), "verify-history", "999999"))
                .startsWith("1 ")
                .contains("There is no committee 999999");
        assertThat(program(Map.of(), "import", "--from", file.toString()))
                .startsWith("1 ")
                .contains("has rows here already");
        assertThat(program(Map.of(), "export", "--out", file.toString()))
                .startsWith("2 ")
                .contains("Usage: tongxin.jar");
    }

    @Test
    void an_empty_database_becomes_an_installation_by_the_program_alone() throws Exception {
        fill();
        var left = export(stage.bean(Export.class), "left.zip");
        try (var superuser = stage.superuser()) {
            superuser.createStatement().execute("create database commanded");
        }
        var there = Map.of(
                "TONGXIN_DB_URL", stage.url().replace("/postgres", "/commanded"),
                "TONGXIN_FILES", folder.resolve("files").toString());

        assertThat(program(there, "bootstrap")).startsWith("0 ").contains("app_owner, app_rw, app_job");
        assertThat(program(there, "migrate")).startsWith("0 ").contains("the catalogue checks are content");
        assertThat(program(there, "import", "--from", left.toString()))
                .startsWith("0 ")
                .contains("Committee " + ganzi.code() + " is here", "1 files", "which holds");
        assertThat(program(there, "verify-history")).startsWith("0 ").contains(ganzi.code() + " holds");
    }

    /** What one run of the program ended with, and what it said. */
    private String program(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "cn.tongxin.Tongxin"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(stage.environment());
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    /** A little of everything that is there. */
    private void fill() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        admin.post(
                        "/api/sessions",
                        body(
                                "termNo",
                                14,
                                "sessionNo",
                                3,
                                "opensOn",
                                "2024-01-27",
                                "proposalCutoffAt",
                                "2024-01-29T10:00:00.123456Z"))
                .expect(201);
        admin.post("/api/sectors", body("name", "经济")).expect(201);
        admin.put("/api/holidays/2026-02-24", body("name", "藏历新年")).expect(200);
        admin.put("/api/settings/proposal.review-stages", body("value", 4, "version", 0))
                .expect(200);
        var last = unit("ffffffff-0000-7000-8000-000000000000", "州农业农村局");
        var first = unit("01900000-0000-7000-8000-000000000000", "州农牧局");
        admin.put(
                        "/api/units/" + first,
                        body(
                                "version",
                                1,
                                "name",
                                "州农牧局",
                                "system",
                                "GOVERNMENT",
                                "validFrom",
                                "2015-01-01",
                                "validTo",
                                "2020-01-01",
                                "successorId",
                                last))
                .expect(200);
        tashi.post(
                        "/api/proposals",
                        body(
                                "title",
                                "关于乡村道路的建议",
                                "situation",
                                "“𬭎”字路 \\ \"引号\"\n第二行 😀",
                                "suggestions",
                                List.of("建议一", "建议二")))
                .expect(201);
        tashi.post("/api/complaints", body("kind", "SUGGESTION", "text", "加一个语音输入", "contact", "13900000000"))
                .expect(201);
        admin.upload("/api/files?name=a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .expect(201);
        quiz();
    }

    /** A quiz with everything that may hang on one: a translation, a draw, an attempt, a key put right. */
    private void quiz() {
        var office = ganzi.staff("央宗", Role.STUDY_STAFF);
        office.post(
                        "/api/questions",
                        body(
                                "kind", "SINGLE",
                                "text", "“𬭎”字怎么读？",
                                "options", List.of("hóng", "gōng"),
                                "answer", List.of("B"),
                                "tags", List.of("汉字"),
                                "variants",
                                        List.of(body(
                                                "language", "BO", "text", "དྲི་བ།", "options", List.of("ཀ", "ཁ")))))
                .expect(201);
        var now = ganzi.stage().clock.instant();
        var plan = body(
                "title",
                "识字",
                "opensAt",
                now,
                "closesAt",
                now.plusSeconds(3600),
                "totalPoints",
                1,
                "passPoints",
                1,
                "parts",
                List.of(body("tag", "汉字")));
        var quiz =
                "/api/quizzes/" + office.post("/api/quizzes", plan).expect(201).id();
        office.put(quiz + "/publication", body("version", 1)).expect(200);
        var attempt = "/api/quiz-attempts/"
                + tashi.post(quiz + "/attempts", body()).expect(201).id();
        tashi.put(attempt + "/answers/1", body("answer", List.of("A"), "device", "手机"))
                .expect(200);
        tashi.put(attempt + "/submission", body()).expect(200);
        var item = office.get(quiz + "/papers").expect(200).at("/0/items/0/id").asText();
        office.put(quiz + "/items/" + item + "/key", body("key", List.of("A"), "reason", "查字典"))
                .expect(200);
    }

    private UUID unit(String id, String name) {
        return admin.post("/api/units", body("id", id, "name", name, "validFrom", "2015-01-01"))
                .expect(201)
                .id();
    }

    private Path export(Export export, String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            export.write(ganzi.id(), out);
        }
        return file;
    }

    /** What an export holds, but for its moment and the log of who took it. */
    private Manifest parts(Path file) throws IOException {
        try (var export = ExportFile.open(file, stage.bean(JsonMapper.class))) {
            var manifest = export.manifest();
            var tables = manifest.tables().stream()
                    .filter(part -> !part.name().equals("access_log"))
                    .toList();
            return new Manifest(
                    1,
                    java.time.Instant.EPOCH,
                    manifest.keyCheck(),
                    manifest.committee(),
                    manifest.headSeq(),
                    tables,
                    manifest.people(),
                    manifest.files());
        }
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> elsewhere.getBean(Import.class).read(file))
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining(why);
    }

    /** A copy with one entry changed, and a manifest that says so: only the chain of its history can tell. */
    private Path resealed(Path original, String entry, UnaryOperator<String> change) throws IOException {
        var digests = new ArrayList<String>();
        var changed = edited(original, entry, text -> {
            digests.add(Digests.sha256Hex(text));
            digests.add(Digests.sha256Hex(change.apply(text)));
            return change.apply(text);
        });
        assertThat(digests.getFirst()).isNotEqualTo(digests.getLast());
        return edited(changed, "manifest.json", text -> text.replace(digests.getFirst(), digests.getLast()));
    }

    /** A copy of an export with one entry changed, or left out where the change gives null. */
    private Path edited(Path original, String entry, UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(Files.newInputStream(original));
                var out = new ZipOutputStream(bytes)) {
            for (var next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var changed = next.getName().equals(entry) ? change.apply(text) : text;
                if (changed != null) {
                    out.putNextEntry(new ZipEntry(next.getName()));
                    out.write(changed.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Files.write(folder.resolve(UUID.randomUUID() + ".zip"), bytes.toByteArray());
    }
}
